import type { FromWorker, ToWorker } from './protocol';
import { openSession, type Session } from './session';

let session: Session | null = null;

function opened(): Session {
	if (session === null) throw new Error('The worker was asked before it had a council.');
	return session;
}

function answer(message: ToWorker): FromWorker | null {
	if (message.say === 'open') {
		session = openSession(message.file);
		return null;
	}
	if (message.say === 'apply') {
		opened().apply(message.operations);
		return null;
	}
	const start = performance.now();
	const impact = opened().impact(message.wanted);
	return { say: 'impact', impact, milliseconds: performance.now() - start };
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
	try {
		const said = answer(data);
		if (said !== null) postMessage(said);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		postMessage({ say: 'trouble', message } satisfies FromWorker);
	}
});
