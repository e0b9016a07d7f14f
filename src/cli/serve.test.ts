import fc from 'fast-check';
import { createServer } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { PlainError, TRY_LATER } from '../lib/server/plainError';
import { isOwnHost, listen, portProblem, readAddress, serve } from './serve.js';

test('without settings the server listens on loopback at port 3000', () => {
	expect(readAddress({})).toEqual({ host: '127.0.0.1', port: 3000 });
});

test.each(['0.0.0.0', '::', '192.168.0.5', 'example.org', ''])(
	'HOST=%s would let other machines in, and is refused',
	(host) => {
		expect(readAddress({ HOST: host })).toEqual({
			problem: `Windscreen answers this machine only: HOST may be 127.0.0.1, ::1 or localhost, not ${host}.`
		});
	}
);

test.each(['0', '65536', '-1', '80.5', '3e3', ' 80', '', 'abc'])(
	'PORT="%s" is no port, and the sentence says so',
	(text) => {
		expect(readAddress({ PORT: text })).toEqual({
			problem: `PORT must be a whole number from 1 to 65535, not "${text}".`
		});
	}
);

test('every port from 1 to 65535 is accepted as it is', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 65535 }), (port) => {
			expect(readAddress({ PORT: String(port) })).toEqual({ host: '127.0.0.1', port });
		})
	);
});

test('a port in use is found when listening, and the sentence names it and how to choose another', async () => {
	const first = createServer();
	expect(await listen(first, '127.0.0.1', 0)).toBeUndefined();
	const address = first.address();
	const port = address !== null && typeof address === 'object' ? address.port : 0;
	const trouble = await listen(createServer(), '127.0.0.1', port);
	first.close();
	expect(trouble?.code).toBe('EADDRINUSE');
	expect(portProblem(trouble ?? new Error(), port)).toBe(
		`Port ${port} is already in use: choose another, for example PORT=${port + 1} npm start.`
	);
});

test('the last port does not suggest one beyond it', () => {
	const inUse = Object.assign(new Error(), { code: 'EADDRINUSE' });
	expect(portProblem(inUse, 65535)).toContain('PORT=3000 npm start');
});

test.each([
	['localhost:3000', true],
	['LOCALHOST:3000', true],
	['127.0.0.1:3000', true],
	['[::1]:3000', true],
	['localhost', false],
	['localhost:3001', false],
	['evil.example:3000', false],
	['localhost:3000.evil.example', false],
	['127.0.0.1.evil.example:3000', false],
	[undefined, false]
])('the Host header %s names this server: %s', (host, own) => {
	expect(isOwnHost(host, 3000)).toBe(own);
});

test('browsers leave port 80 out of the Host header', () => {
	expect(isOwnHost('localhost', 80)).toBe(true);
	expect(isOwnHost('evil.example', 80)).toBe(false);
});

describe('a server that cannot start', () => {
	async function served(error: Error) {
		const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const probe = createServer();
		await listen(probe, '127.0.0.1', 0);
		const address = probe.address();
		const port = address !== null && typeof address === 'object' ? address.port : 0;
		probe.close();
		try {
			const runs = await serve({ PORT: String(port) }, () => Promise.reject(error));
			return { runs, said: said.mock.calls, exitCode: process.exitCode };
		} finally {
			process.exitCode = undefined;
			said.mockRestore();
		}
	}

	test('says in one sentence what is in the way, and exits with the code that belongs to it', async () => {
		const taken = new PlainError('Windscreen is already running.', { exitCode: TRY_LATER });
		expect(await served(taken)).toEqual({
			runs: false,
			said: [['Windscreen is already running.']],
			exitCode: 75
		});
		expect(await served(new PlainError('The disk is full.'))).toMatchObject({ exitCode: 1 });
	});

	test('for a fault of its own keeps the fault, with its stack', async () => {
		await expect(served(new TypeError('a fault'))).rejects.toThrow('a fault');
	});
});
