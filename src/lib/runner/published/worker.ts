import type { FromPublishedWorker, ToPublishedWorker } from './protocol';
import { openPublished } from './session';

function say(message: FromPublishedWorker): void {
	postMessage(message);
}

async function answer({ files, firstYear }: ToPublishedWorker): Promise<void> {
	const given = await Promise.all(
		files.map(async ({ name, file }) => ({ name, bytes: new Uint8Array(await file.arrayBuffer()) }))
	);
	const found = openPublished(given, firstYear, (progress) => {
		say({ say: 'progress', progress });
	});
	say({ say: 'found', ...found });
}

addEventListener('message', ({ data }: MessageEvent<ToPublishedWorker>) => {
	answer(data).catch((error: unknown) => {
		say({ say: 'trouble', message: error instanceof Error ? error.message : String(error) });
	});
});
