import type { CostSpread } from '$lib/model';

/** What the worker that draws costs says: how far it is (0 to 1), what came of it, or what went wrong. */
export type FromCostsWorker =
	| { readonly say: 'progress'; readonly share: number }
	| { readonly say: 'spreads'; readonly spreads: readonly CostSpread[] }
	| { readonly say: 'trouble'; readonly message: string };
