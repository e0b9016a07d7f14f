import type { SureOutcome, TornadoBar, TwoWayTable } from '$lib/model';
import type {
	FromSurenessWorker,
	OutcomeInfluences,
	Sureness,
	SurenessProgress,
	ToSurenessWorker,
	WantedSureness
} from './protocol';
import SurenessWorker from './worker?worker';

/** What drawing tells the page, in this order: bands and chances, ranks, and last the tornado. */
export interface SurenessEvents {
	readonly onprogress: (progress: SurenessProgress) => void;
	readonly onsureness: (sureness: Sureness) => void;
	readonly oninfluences: (influences: OutcomeInfluences) => void;
	readonly ontornado: (outcome: SureOutcome, bars: readonly TornadoBar[]) => void;
	/** A two-way table, row after row. */
	readonly ontable: (outcome: SureOutcome, table: TwoWayTable) => void;
	/** The worker cannot go on: it is closed. */
	readonly ontrouble: (message: string) => void;
}

/** Draws in a worker; whatever is asked last is done, and what was under way before it is given up. */
export interface SurenessRunner {
	readonly run: (wanted: WantedSureness) => void;
	/** Ranks and tornado of another outcome, of the draws that are there. */
	readonly ask: (outcome: SureOutcome) => void;
	readonly table: (outcome: SureOutcome, inputs: readonly [string, string]) => void;
	/** Gives up what is under way; draws that are there stay. */
	readonly cancel: () => void;
	readonly close: () => void;
}

/** Opens a worker in which nothing is drawn yet. */
export function openSurenessRunner(events: SurenessEvents): SurenessRunner {
	const worker = new SurenessWorker();
	const say = (message: ToSurenessWorker) => {
		worker.postMessage(message);
	};
	const stop = (message: string) => {
		worker.terminate();
		events.ontrouble(message);
	};
	worker.addEventListener('error', (event) => {
		stop(event.message);
	});
	worker.addEventListener('message', ({ data }: MessageEvent<FromSurenessWorker>) => {
		if (data.say === 'progress') events.onprogress(data);
		else if (data.say === 'sureness') events.onsureness(data.sureness);
		else if (data.say === 'influences') events.oninfluences(data.influences);
		else if (data.say === 'tornado') events.ontornado(data.outcome, data.bars);
		else if (data.say === 'table') events.ontable(data.outcome, data.table);
		else stop(data.message);
	});
	return {
		run: (wanted) => {
			say({ say: 'run', wanted });
		},
		ask: (outcome) => {
			say({ say: 'outcome', outcome });
		},
		table: (outcome, inputs) => {
			say({ say: 'table', outcome, inputs });
		},
		cancel: () => {
			say({ say: 'cancel' });
		},
		close: () => {
			worker.terminate();
		}
	};
}
