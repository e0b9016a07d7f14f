import type { FromSurenessWorker, ToSurenessWorker } from './protocol';
import { openSureness } from './session';

const session = openSureness();
/** Rises with every message, so that what was under way before it notices. */
let latest = 0;

function say(message: FromSurenessWorker): void {
	postMessage(message);
}

/** Lets messages in that have come meanwhile. */
const breath = (): Promise<void> =>
	new Promise((resolve) => {
		setTimeout(resolve);
	});

async function answer(asked: ToSurenessWorker): Promise<void> {
	latest += 1;
	const own = latest;
	for (const said of session.answers(asked)) {
		say(said);
		await breath();
		if (own !== latest) return;
	}
}

addEventListener('message', ({ data }: MessageEvent<ToSurenessWorker>) => {
	answer(data).catch((error: unknown) => {
		say({ say: 'trouble', message: error instanceof Error ? error.message : String(error) });
	});
});
