import { agreedNow } from '$lib/model';
import type { Workbench } from './workbench.svelte';

/** Whether the baseline of an open council is locked: it is agreed as it stands, and nobody has said to start a new one. */
export class BaselineLock {
	readonly #bench: Workbench;
	#isStarted = $state(false);

	/** The agreed baseline that it still is; null where it has been edited since. */
	readonly agreed = $derived.by(() => agreedNow(this.#bench.council));
	/** The agreed baseline that keeps it from being edited; null where it may be. */
	readonly by = $derived(this.#isStarted ? null : this.agreed);

	constructor(bench: Workbench) {
		this.#bench = bench;
	}

	/** Lets it be edited from here on: what comes of it is a new baseline. */
	startNew(): void {
		this.#isStarted = true;
	}

	/** Locks it again once it has been agreed. */
	lock(): void {
		this.#isStarted = false;
	}
}
