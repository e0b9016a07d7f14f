import type { CouncilFile, Operation } from '$lib/model';
import type { Impact } from '$lib/runner/impact';
import { openRunner, type Runner } from '$lib/runner/runner';

/** What an open council comes to: worked out in a worker, anew whenever something is done or typed. */
export class Engine {
	readonly #scenario: string | null;
	readonly #packs: boolean;
	#runner: Runner | null = null;
	#draft: readonly Operation[] = [];

	/** What the scenario does against its comparator; null before the first run. */
	impact = $state.raw<Impact | null>(null);
	/** True while the impact is of inputs that have moved. */
	isStale = $state(true);
	/** True while the impact takes in what is being typed and is not kept yet. */
	isDraft = $state(false);
	/** What the worker said when it could not go on; null while it runs. */
	trouble = $state<string | null>(null);

	constructor(scenario: string | null, packs: boolean) {
		this.#scenario = scenario;
		this.#packs = packs;
	}

	/** Starts a worker on a council's file, in place of the one before. */
	open(file: CouncilFile): void {
		this.close();
		this.trouble = null;
		this.#runner = openRunner(file, {
			onimpact: (impact) => {
				this.impact = impact;
				this.isStale = false;
			},
			ontrouble: (message) => {
				this.trouble = message;
			}
		});
		this.want();
	}

	/** Carries out an edit that the council's page has carried out too. */
	apply(operations: readonly Operation[]): void {
		this.#runner?.apply(operations);
	}

	/** Carries out what was typed until now: it is a draft no longer. */
	keep(operations: readonly Operation[]): void {
		this.apply(operations);
		this.#draft = [];
		this.isDraft = false;
		this.want();
	}

	/** Shows what steps would come to, without carrying them out; none shows the council as it is. */
	draft(operations: readonly Operation[]): void {
		if (operations.length === 0 && this.#draft.length === 0) return;
		this.#draft = operations;
		this.isDraft = operations.length > 0;
		this.want();
	}

	/** Wants the impact of what is there now. */
	want(): void {
		this.isStale = true;
		this.#runner?.want({ scenario: this.#scenario, packs: this.#packs, draft: this.#draft });
	}

	/** Stops the worker. */
	close(): void {
		this.#runner?.close();
	}
}
