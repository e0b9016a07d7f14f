import { test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILT_SERVER, start, type Running } from './builtServer';

/** The built server on a data folder of its own. */
export interface OwnServer extends Running {
	readonly folder: string;
	/** Starts it again on the same folder, once it was stopped or killed. */
	again(): Promise<void>;
}

/** Runs a server of its own for each test of a file, or for all of them, so that nobody else sees what they edit. */
export function ownServer(kept: 'test' | 'file'): OwnServer {
	let folder = '';
	let running: Running | undefined;
	const now = (): Running => {
		if (running === undefined) throw new Error('The server runs within tests only.');
		return running;
	};
	const begin = async () => {
		folder = mkdtempSync(join(tmpdir(), 'windscreen-own-'));
		running = await start(BUILT_SERVER, folder);
	};
	const end = async () => {
		await now().stop();
		rmSync(folder, { recursive: true, force: true });
	};
	if (kept === 'test') {
		test.beforeEach(begin);
		test.afterEach(end);
	} else {
		test.beforeAll(begin);
		test.afterAll(end);
	}
	return {
		get folder() {
			return folder;
		},
		get origin() {
			return now().origin;
		},
		get pid() {
			return now().pid;
		},
		said: () => now().said(),
		kill: () => now().kill(),
		stop: () => now().stop(),
		again: async () => {
			running = await start(BUILT_SERVER, folder);
		}
	};
}
