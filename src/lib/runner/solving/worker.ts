import type { FromSolvingWorker, ToSolvingWorker } from './protocol';
import { solvingOf } from './session';

function say(message: FromSolvingWorker): void {
	postMessage(message);
}

addEventListener('message', ({ data }: MessageEvent<ToSolvingWorker>) => {
	try {
		const solutions = solvingOf(data, (done, of) => {
			say({ say: 'progress', done, of });
		});
		say({ say: 'found', solutions });
	} catch (error) {
		say({ say: 'trouble', message: error instanceof Error ? error.message : String(error) });
	}
});
