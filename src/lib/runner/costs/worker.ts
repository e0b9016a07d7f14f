import type { FromCostsWorker } from './protocol';
import { windowSpreads, type WantedCosts } from './session';

function say(message: FromCostsWorker): void {
	postMessage(message);
}

addEventListener('message', ({ data }: MessageEvent<WantedCosts>) => {
	try {
		const spreads = windowSpreads(data, (share) => {
			say({ say: 'progress', share });
		});
		say({ say: 'spreads', spreads });
	} catch (error) {
		say({ say: 'trouble', message: error instanceof Error ? error.message : String(error) });
	}
});
