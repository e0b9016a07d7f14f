import type { ChosenFile, FromReturnWorker, ToReturnWorker } from './protocol';
import { openReturn, type ReturnSession } from './session';

let session: ReturnSession | null = null;

function say(message: FromReturnWorker): void {
	postMessage(message);
}

async function read(files: readonly ChosenFile[]): Promise<void> {
	session = null;
	say({ say: 'progress', progress: { step: 'opening', file: null, share: 0 } });
	const given = await Promise.all(
		files.map(async ({ name, file }) => ({ name, bytes: new Uint8Array(await file.arrayBuffer()) }))
	);
	session = openReturn(given, (progress) => {
		say({ say: 'progress', progress });
	});
	say({ say: 'report', report: session.report });
}

async function answer(message: ToReturnWorker): Promise<void> {
	if (message.say === 'read') return read(message.files);
	if (session === null) throw new Error('The worker was asked before it had a return.');
	const kept = session.count(message.wanted, (share) => {
		say({ say: 'scoring', share });
	});
	say({ say: 'window', kept });
}

addEventListener('message', ({ data }: MessageEvent<ToReturnWorker>) => {
	answer(data).catch((error: unknown) => {
		say({ say: 'trouble', message: error instanceof Error ? error.message : String(error) });
	});
});
