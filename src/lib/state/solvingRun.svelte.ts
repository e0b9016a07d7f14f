import type {
	FromSolvingWorker,
	SolvedInput,
	SolvingTask,
	ToSolvingWorker
} from '$lib/runner/solving/protocol';
import SolvingWorker from '$lib/runner/solving/worker?worker';
import { serverOf, Unreachable } from './post';

/** A search for values of inputs while a page is open: how far it is, and what it found. */
export class SolvingRun {
	#worker: Worker | null = null;
	#latest: object = {};

	/** How many of how many inputs are done; null while nothing is looked for. */
	progress = $state.raw<{ readonly done: number; readonly of: number } | null>(null);
	/** Null before anything was found. */
	found = $state.raw<readonly SolvedInput[] | null>(null);
	/** Why it ended before its end; null where it did not. */
	trouble = $state<string | null>(null);
	isCancelled = $state(false);

	/** Looks for values of a council's inputs as the server holds it now; what is being looked for is given up. */
	async start(council: string, scenario: string, packs: boolean, task: SolvingTask): Promise<void> {
		this.close();
		const wish = {};
		this.#latest = wish;
		this.progress = { done: 0, of: 1 };
		try {
			const { file } = await serverOf(council).state();
			if (this.#latest === wish) this.#run({ file, scenario, packs, task });
		} catch (cause) {
			if (!(cause instanceof Unreachable)) throw cause;
			this.#fail(cause.message);
		}
	}

	/** Gives up what is being looked for. */
	cancel(): void {
		this.close();
		this.isCancelled = true;
	}

	/** Stops the worker and forgets what it found. */
	close(): void {
		this.#latest = {};
		this.#worker?.terminate();
		this.#worker = null;
		this.progress = null;
		this.found = null;
		this.trouble = null;
		this.isCancelled = false;
	}

	#run(asked: ToSolvingWorker): void {
		const worker = new SolvingWorker();
		this.#worker = worker;
		worker.addEventListener('error', (event) => this.#fail(event.message));
		worker.addEventListener('message', ({ data }: MessageEvent<FromSolvingWorker>) => {
			if (data.say === 'progress') this.progress = { done: data.done, of: data.of };
			else if (data.say === 'trouble') this.#fail(data.message);
			else {
				this.close();
				this.found = data.solutions;
			}
		});
		worker.postMessage(asked);
	}

	#fail(message: string): void {
		this.close();
		this.trouble = message;
	}
}
