import type { CostSpread } from '$lib/model';
import type { FromCostsWorker } from './protocol';
import type { WantedCosts } from './session';
import CostsWorker from './worker?worker';

/** What the drawing of costs tells the page. */
export interface CostsEvents {
	/** How far the draws are, 0 to 1. */
	readonly onprogress: (share: number) => void;
	readonly onspreads: (spreads: readonly CostSpread[]) => void;
	/** The worker cannot go on: it is closed. */
	readonly ontrouble: (message: string) => void;
}

/** Draws how sure the costs of a forecast are, in a worker; the answer ends it at once. */
export function drawCosts(
	wanted: WantedCosts,
	{ onprogress, onspreads, ontrouble }: CostsEvents
): () => void {
	const worker = new CostsWorker();
	worker.addEventListener('error', (event) => {
		worker.terminate();
		ontrouble(event.message);
	});
	worker.addEventListener('message', ({ data }: MessageEvent<FromCostsWorker>) => {
		if (data.say === 'progress') {
			onprogress(data.share);
			return;
		}
		worker.terminate();
		if (data.say === 'spreads') onspreads(data.spreads);
		else ontrouble(data.message);
	});
	worker.postMessage(wanted);
	return () => {
		worker.terminate();
	};
}
