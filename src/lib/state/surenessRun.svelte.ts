import type { SureOutcome, TornadoBar, TwoWayTable } from '$lib/model';
import type {
	OutcomeInfluences,
	Sureness,
	SurenessProgress,
	WantedSureness
} from '$lib/runner/sureness/protocol';
import { openSurenessRunner, type SurenessRunner } from '$lib/runner/sureness/runner';
import { serverOf, Unreachable } from './post';

/** Draws of a scenario while a page is open: how far they are, and what they say. */
export class SurenessRun {
	#runner: SurenessRunner | null = null;
	#latest: object = {};

	/** Null while nothing is drawn or tried. */
	progress = $state.raw<SurenessProgress | null>(null);
	/** What the last draws that came to their end say; null before the first. */
	sureness = $state.raw<Sureness | null>(null);
	influences = $state.raw<OutcomeInfluences | null>(null);
	tornado = $state.raw<readonly TornadoBar[] | null>(null);
	table = $state.raw<TwoWayTable | null>(null);
	/** Why it ended before its end; null where it did not. */
	trouble = $state<string | null>(null);
	isCancelled = $state(false);

	/** Draws a scenario of a council as the server holds it now; what is under way is given up. */
	async start(council: string, wanted: Omit<WantedSureness, 'file'>): Promise<void> {
		const wish = this.#begin();
		this.progress = { step: 'draws', share: 0 };
		try {
			const { file } = await serverOf(council).state();
			if (this.#latest === wish) this.#open().run({ file, ...wanted });
		} catch (cause) {
			if (!(cause instanceof Unreachable)) throw cause;
			this.#fail(cause.message);
		}
	}

	/** Tries two inputs together, of the draws that are there. */
	tryTwo(outcome: SureOutcome, inputs: readonly [string, string]): void {
		this.#begin();
		this.table = null;
		this.progress = { step: 'table', share: 0 };
		this.#open().table(outcome, inputs);
	}

	/** Gives up what is under way; what was found before stays. */
	cancel(): void {
		this.#begin();
		this.#runner?.cancel();
		this.progress = null;
		this.isCancelled = true;
	}

	/** Stops the worker. */
	close(): void {
		this.#latest = {};
		this.#runner?.close();
		this.#runner = null;
		this.progress = null;
	}

	#begin(): object {
		const wish = {};
		this.#latest = wish;
		this.trouble = null;
		this.isCancelled = false;
		return wish;
	}

	#open(): SurenessRunner {
		this.#runner ??= openSurenessRunner({
			onprogress: (progress) => {
				if (!this.isCancelled) this.progress = progress;
			},
			onsureness: (sureness) => {
				this.sureness = sureness;
				this.influences = null;
				this.tornado = null;
				this.table = null;
			},
			oninfluences: (influences) => {
				this.influences = influences;
			},
			ontornado: (_, bars) => {
				this.tornado = bars;
				this.progress = null;
			},
			ontable: (_, table) => {
				this.table = table;
				const [{ values }] = table.inputs;
				const share = table.rows.length / values.length;
				this.progress = share < 1 ? { step: 'table', share } : null;
			},
			ontrouble: (message) => this.#fail(message)
		});
		return this.#runner;
	}

	#fail(message: string): void {
		this.close();
		this.trouble = message;
	}
}
