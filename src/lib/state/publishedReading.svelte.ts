import type { ChosenFile } from '$lib/runner/returns/protocol';
import type {
	FromPublishedWorker,
	PublishedFound,
	PublishedProgress,
	ToPublishedWorker
} from '$lib/runner/published/protocol';
import PublishedWorker from '$lib/runner/published/worker?worker';

/** Published files while a page is open: how far reading is, and what they say. */
export class PublishedReading {
	#worker: Worker | null = null;

	/** Null while nothing is read. */
	progress = $state.raw<PublishedProgress | null>(null);
	/** Null before files are read. */
	result = $state.raw<PublishedFound | null>(null);
	/** Why it ended before its end; null where it did not. */
	trouble = $state<string | null>(null);
	isCancelled = $state(false);

	/** Reads files in a worker; what is being read is given up. */
	read(files: readonly ChosenFile[], firstYear: number): void {
		this.close();
		this.progress = { file: null, share: 0 };
		const worker = new PublishedWorker();
		this.#worker = worker;
		worker.addEventListener('error', (event) => this.#fail(event.message));
		worker.addEventListener('message', ({ data }: MessageEvent<FromPublishedWorker>) => {
			if (data.say === 'progress') this.progress = data.progress;
			else if (data.say === 'trouble') this.#fail(data.message);
			else {
				this.close();
				this.result = { read: data.read, found: data.found };
			}
		});
		worker.postMessage({ files, firstYear } satisfies ToPublishedWorker);
	}

	/** Gives up what is being read. */
	cancel(): void {
		this.close();
		this.isCancelled = true;
	}

	/** Forgets the files. */
	close(): void {
		this.#worker?.terminate();
		this.#worker = null;
		this.progress = null;
		this.result = null;
		this.trouble = null;
		this.isCancelled = false;
	}

	#fail(message: string): void {
		this.close();
		this.trouble = message;
	}
}
