import type { CouncilFile, Operation } from '$lib/model';
import type { Impact } from './impact';
import type { FromWorker, ToWorker } from './protocol';
import type { Wanted } from './session';
import RunnerWorker from './worker?worker';

/** What a runner tells the page. */
export interface RunnerEvents {
	readonly onimpact: (impact: Impact | null, milliseconds: number) => void;
	/** The worker cannot go on: it is closed, and figures stay as they were. */
	readonly ontrouble: (message: string) => void;
}

/** The engine in a worker, so that a run never holds up typing. */
export interface Runner {
	/** Carries out an edit that the page has carried out too. */
	readonly apply: (operations: readonly Operation[]) => void;
	/** Wants the impact; of several wishes while one is computed only the latest is kept. */
	readonly want: (wanted: Wanted) => void;
	readonly close: () => void;
}

/** Starts the engine on a council's file. */
export function openRunner(file: CouncilFile, { onimpact, ontrouble }: RunnerEvents): Runner {
	const worker = new RunnerWorker();
	let isBusy = false;
	let next: Wanted | null = null;
	const say = (message: ToWorker) => {
		worker.postMessage(message);
	};
	const ask = () => {
		if (isBusy || next === null) return;
		isBusy = true;
		say({ say: 'impact', wanted: next });
		next = null;
	};
	const stop = (message: string) => {
		worker.terminate();
		ontrouble(message);
	};
	worker.addEventListener('error', (event) => {
		stop(event.message);
	});
	worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
		if (data.say === 'trouble') {
			stop(data.message);
			return;
		}
		isBusy = false;
		// A newer wish is on its way: what this one came to is out of date already.
		if (next === null) onimpact(data.impact, data.milliseconds);
		ask();
	});
	say({ say: 'open', file });
	return {
		apply: (operations) => {
			say({ say: 'apply', operations });
		},
		want: (wanted) => {
			next = wanted;
			ask();
		},
		close: () => {
			worker.terminate();
		}
	};
}
