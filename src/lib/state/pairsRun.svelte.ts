import type { PairedFigure } from '$lib/model';
import type { Sureness, WantedSureness } from '$lib/runner/sureness/protocol';
import { openSurenessRunner, type SurenessRunner } from '$lib/runner/sureness/runner';
import { serverOf, Unreachable } from './post';

/** What the net cost of one scenario differs by from another's, draw by draw. */
export interface Pair {
	readonly a: string;
	readonly b: string;
	/** Null where net cost waits for a blank. */
	readonly net: PairedFigure | null;
}

/** Scenarios set against each other draw by draw while a page is open: each against all before it. */
export class PairsRun {
	#runner: SurenessRunner | null = null;
	#latest: object = {};

	/** How much is done, 0 to 1; null while nothing is drawn. */
	progress = $state<number | null>(null);
	/** Null before all were drawn. */
	pairs = $state.raw<readonly Pair[] | null>(null);
	/** What the draws were made with. */
	made = $state.raw<Pick<Sureness, 'draws' | 'seed' | 'engine' | 'inputs'> | null>(null);
	trouble = $state<string | null>(null);
	isCancelled = $state(false);

	/** Draws scenarios of a council as the server holds it now, the comparator first. */
	async start(
		council: string,
		scenarios: readonly string[],
		wanted: Pick<WantedSureness, 'packs' | 'terms' | 'draws' | 'seed'>
	): Promise<void> {
		this.close();
		const wish = {};
		this.#latest = wish;
		this.progress = 0;
		try {
			const { file } = await serverOf(council).state();
			if (this.#latest === wish) this.#run(scenarios, { file, ...wanted });
		} catch (cause) {
			if (!(cause instanceof Unreachable)) throw cause;
			this.#fail(cause.message);
		}
	}

	/** Gives up what is drawn. */
	cancel(): void {
		this.close();
		this.isCancelled = true;
	}

	/** Stops the worker and forgets what it found. */
	close(): void {
		this.#stop();
		this.pairs = null;
		this.made = null;
		this.trouble = null;
		this.isCancelled = false;
	}

	#stop(): void {
		this.#latest = {};
		this.#runner?.close();
		this.#runner = null;
		this.progress = null;
	}

	#run(
		scenarios: readonly string[],
		wanted: Omit<WantedSureness, 'scenario' | 'against' | 'outcome'>
	): void {
		const found: Pair[] = [];
		const of = scenarios.length - 1;
		let at = 1;
		const next = (runner: SurenessRunner): void =>
			runner.run({
				...wanted,
				scenario: scenarios[at] ?? '',
				against: scenarios.slice(0, at),
				outcome: { figure: 'net.total', y: null, difference: true }
			});
		const runner = openSurenessRunner({
			onprogress: ({ share }) => {
				this.progress = (at - 1 + share) / of;
			},
			onsureness: (sureness) => {
				const b = scenarios[at] ?? '';
				for (const a of scenarios.slice(0, at))
					found.push({ a, b, net: sureness.differences.get(a)?.get('net.total') ?? null });
				at += 1;
				if (at < scenarios.length) {
					next(runner);
					return;
				}
				this.#stop();
				this.pairs = found;
				this.made = sureness;
			},
			// Ranks and tornado belong to the page of one scenario: the next draws, or the end, give them up.
			oninfluences: () => undefined,
			ontornado: () => undefined,
			ontable: () => undefined,
			ontrouble: (message) => this.#fail(message)
		});
		this.#runner = runner;
		next(runner);
	}

	#fail(message: string): void {
		this.close();
		this.trouble = message;
	}
}
