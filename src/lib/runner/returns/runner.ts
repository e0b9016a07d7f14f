import type { CareWindow } from '$lib/model';
import type {
	ChosenFile,
	FromReturnWorker,
	ReturnProgress,
	ReturnReport,
	ToReturnWorker,
	WantedWindow
} from './protocol';
import ReturnWorker from './worker?worker';

/** What a reader of returns tells the page. */
export interface ReaderEvents {
	readonly onprogress: (progress: ReturnProgress) => void;
	readonly onreport: (report: ReturnReport) => void;
	/** How far the scoring of a window is, 0 to 1. */
	readonly onscoring: (share: number) => void;
	readonly onwindow: (kept: CareWindow) => void;
	/** The worker cannot go on: it is closed. */
	readonly ontrouble: (message: string) => void;
}

/** Files of a return in a worker, where their rows stay. */
export interface ReturnReader {
	readonly count: (wanted: WantedWindow) => void;
	/** Ends the worker, in the middle of a file too, and with it all that was read. */
	readonly close: () => void;
}

/** Starts to read the files of a return. */
export function readFiles(
	files: readonly ChosenFile[],
	{ onprogress, onreport, onscoring, onwindow, ontrouble }: ReaderEvents
): ReturnReader {
	const worker = new ReturnWorker();
	const say = (message: ToReturnWorker) => {
		worker.postMessage(message);
	};
	const stop = (message: string) => {
		worker.terminate();
		ontrouble(message);
	};
	worker.addEventListener('error', (event) => {
		stop(event.message);
	});
	worker.addEventListener('message', ({ data }: MessageEvent<FromReturnWorker>) => {
		if (data.say === 'progress') onprogress(data.progress);
		else if (data.say === 'report') onreport(data.report);
		else if (data.say === 'scoring') onscoring(data.share);
		else if (data.say === 'window') onwindow(data.kept);
		else stop(data.message);
	});
	say({ say: 'read', files });
	return {
		count: (wanted) => {
			say({ say: 'count', wanted });
		},
		close: () => {
			worker.terminate();
		}
	};
}
