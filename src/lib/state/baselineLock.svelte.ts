import { agreedNow } from '$lib/model';
import type { Workbench } from './workbench.svelte';

/** Whether the baseline of an open council is locked: it is agreed as it stands, and nobody has said to start a new one. */
export class BaselineLock {
	readonly #bench: Workbench;

	/** The agreed baseline that it still is; null where it has been edited since. */
	readonly agreed = $derived.by(() => agreedNow(this.#bench.council));
	/** The agreed baseline that keeps it from being edited; null where it may be. */
	readonly by = $derived.by(() => (this.agreed?.id === this.#bench.newerThan ? null : this.agreed));

	constructor(bench: Workbench) {
		this.#bench = bench;
	}

	/** Lets it be edited from here on: what comes of it is a new baseline. */
	startNew(): void {
		this.#bench.newerThan = this.agreed?.id ?? null;
	}

	/** Locks it again once it has been agreed. */
	lock(): void {
		this.#bench.newerThan = null;
	}
}
