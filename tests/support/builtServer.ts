import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

/** A server in a process of its own, on a port of its own. */
export interface Running {
	readonly origin: string;
	readonly pid: number;
	/** All that it has written to its output and its log. */
	readonly said: () => string;
	/** Ends it as the system does when the machine is switched off: it gets no chance to do anything. */
	kill(): Promise<void>;
	/** Asks it to end, and waits until it has. */
	stop(): Promise<void>;
}

const LONGEST_START_MS = 60_000;

/** The built application as `npm start` runs it. */
export const BUILT_SERVER = join('build', 'index.js');

/**
 * Starts a server on a data folder and waits until it says that it listens; through a command that becomes it, where one
 * is named, such as a shell that first sets a limit.
 */
export async function start(
	script: string,
	folder: string,
	through: readonly string[] = []
): Promise<Running> {
	const port = await freePort();
	const [command, ...words] = [...through, process.execPath, script];
	const child = spawn(command, words, {
		env: { ...process.env, PORT: String(port), WINDSCREEN_DATA: folder },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const closed = once(child, 'close');
	const said = await saidToRun(child);
	const end = async (signal: NodeJS.Signals) => {
		child.kill(signal);
		await closed;
	};
	return {
		origin: `http://localhost:${port}`,
		pid: child.pid ?? NaN,
		said,
		kill: () => end('SIGKILL'),
		stop: () => end('SIGTERM')
	};
}

async function saidToRun(child: ChildProcess): Promise<() => string> {
	let said = '';
	const running = new Promise<void>((resolve, reject) => {
		for (const stream of [child.stdout, child.stderr])
			stream?.setEncoding('utf8').on('data', (text: string) => {
				said += text;
				if (said.includes(' is running at ')) resolve();
			});
		child.once('close', () => {
			reject(new Error(`The server ended: ${said}`));
		});
	});
	const late = new AbortController();
	const tooLate = after(LONGEST_START_MS, undefined, { signal: late.signal }).then(() => {
		child.kill('SIGKILL');
		throw new Error(`The server did not start: ${said}`);
	});
	try {
		await Promise.race([running, tooLate]);
		return () => said;
	} finally {
		tooLate.catch(() => undefined);
		late.abort();
	}
}

async function freePort(): Promise<number> {
	const probe = createServer();
	probe.listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
}

/** A person at a browser: what they send carries their cookie and the address that they are at. */
export interface Visitor {
	readonly cookie: string;
	get(path: string): Promise<Response>;
	post(path: string, body: unknown): Promise<Response>;
}

/** Somebody who has given their name to a server. */
export async function visitorNamed(
	{ origin }: Pick<Running, 'origin'>,
	name: string
): Promise<Visitor> {
	const answer = await fetch(`${origin}/name`, {
		method: 'POST',
		headers: { origin, accept: 'text/html' },
		body: new URLSearchParams({ name, back: '/' }),
		redirect: 'manual'
	});
	const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
	if (answer.status !== 303 || cookie === undefined)
		throw new Error(`The name was not taken: ${answer.status} ${await answer.text()}`);
	return visitor(origin, cookie);
}

/** Somebody at a browser with this cookie. */
export function visitor(origin: string, cookie: string): Visitor {
	return {
		cookie,
		get: (path) => fetch(`${origin}${path}`, { headers: { cookie } }),
		post: (path, body) =>
			fetch(`${origin}${path}`, {
				method: 'POST',
				headers: { origin, cookie, 'content-type': 'application/json' },
				body: typeof body === 'string' ? body : JSON.stringify(body)
			})
	};
}
