import type { CareWindow } from '$lib/model';
import type {
	ChosenFile,
	ReturnProgress,
	ReturnReport,
	WantedWindow
} from '$lib/runner/returns/protocol';
import { readFiles, type ReturnReader } from '$lib/runner/returns/runner';

/** The files of a return while a page is open: how far reading is, what was found, and the window that was counted. */
export class ReturnReading {
	#reader: ReturnReader | null = null;

	/** Null while nothing is read. */
	progress = $state.raw<ReturnProgress | null>(null);
	/** What was found in the files; null before they are read. */
	report = $state.raw<ReturnReport | null>(null);
	/** The window that was asked for last; null while it is counted. */
	kept = $state.raw<CareWindow | null>(null);
	/** How far the counting of a window is, 0 to 1; null while none is counted. */
	scoring = $state<number | null>(null);
	/** Why it ended before its end; null where it did not. */
	trouble = $state<string | null>(null);
	isCancelled = $state(false);

	/** Reads files; what was read before, or is being read, is given up. */
	read(files: readonly ChosenFile[]): void {
		this.close();
		this.progress = { step: 'opening', file: null, share: 0 };
		this.#reader = readFiles(files, {
			onprogress: (progress) => (this.progress = progress),
			onreport: (report) => {
				this.progress = null;
				this.report = report;
			},
			onscoring: (share) => (this.scoring = share),
			onwindow: (kept) => {
				this.kept = kept;
				this.scoring = null;
			},
			ontrouble: (message) => {
				this.close();
				this.trouble = message;
			}
		});
	}

	/** Counts a window of what was read. */
	count(wanted: WantedWindow): void {
		this.kept = null;
		this.scoring = 0;
		this.#reader?.count(wanted);
	}

	/** Gives up what is being read. */
	cancel(): void {
		this.close();
		this.isCancelled = true;
	}

	/** Forgets the files. */
	close(): void {
		this.#reader?.close();
		this.#reader = null;
		this.progress = null;
		this.report = null;
		this.kept = null;
		this.scoring = null;
		this.trouble = null;
		this.isCancelled = false;
	}
}
