import type { Handle } from '@sveltejs/kit';
import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ensureBundle } from '../../src/cli/ensure.js';
import { handle, handleError } from '../../src/hooks.server';
import { en } from '../../src/lib/messages/en';
import { readCouncilText } from '../../src/lib/model/scenario/read';
import type { EditRequest } from '../../src/lib/exchange/editing';
import { localUser, program } from '../../src/lib/server/access/policy';
import { verifyChain } from '../../src/lib/server/activityChain';
import { addCouncil, listCouncils, loadState } from '../../src/lib/server/councils';
import { closeStore, openStore, type Store } from '../../src/lib/server/db/open';
import { backupsIn } from '../../src/lib/server/db/places';
import { troubleBehind } from '../../src/lib/server/db/trouble';
import { saveEdit } from '../../src/lib/server/edits';
import { addCouncil as addCouncilRow, councilsIn, dataFolder } from '../support/folder';
import { at, edit, person, readAfresh } from '../support/kept';

const { env } = vi.hoisted(() => ({ env: { WINDSCREEN_DATA: '' } }));
vi.mock('$env/dynamic/private', () => ({ env }));
// The first call bundles the program.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;

beforeEach(() => {
	folder = dataFolder();
});

afterEach(() => {
	vi.restoreAllMocks();
	rmSync(folder, { recursive: true, force: true });
});

function example(name: string) {
	const read = readCouncilText(readFileSync(`scenarios/${name}.json`, 'utf8'));
	if (!read.ok) throw new Error(`${name} cannot be read.`);
	return read.council;
}

/** Does something again and again; says how often it worked, and the error that ended it. */
function untilRefused(action: () => unknown): readonly [times: number, error: unknown] {
	for (let times = 0; times < 1000; times++) {
		try {
			action();
		} catch (error) {
			return [times, error];
		}
	}
	throw new Error('The disk took a thousand.');
}

/** Keeps the disk from taking anything more, and lets it again. */
const refusals: Readonly<Record<string, (store: Store, refuse: boolean) => void>> = {
	full: (store, refuse) => {
		const pages = Number(store.$client.pragma('page_count', { simple: true }));
		store.$client.pragma(`max_page_count = ${refuse ? pages : pages + 100_000}`);
	},
	readOnly: (store, refuse) => {
		store.$client.pragma(`query_only = ${refuse ? 'ON' : 'OFF'}`);
	}
};

describe.each(Object.entries(refusals))('a disk that is %s', (trouble, refuse) => {
	test('loses no edit that was saved, leaves everything readable, and takes the same edit once it can', () => {
		const store = openStore(folder);
		const context = at(person('Ann'), 'fernshire');
		addCouncil(store, program, example('fernshire'));
		refuse(store, true);
		const { name } = example('fernshire').council;
		const request = (n: number): EditRequest => {
			const was = n === 0 ? name : `${name} ${n - 1}`;
			const set = {
				op: 'set' as const,
				row: 'council',
				path: ['name'],
				was,
				value: `${name} ${n}`
			};
			return edit([set], { seen: n + 1, reason: 'Because. '.repeat(400) });
		};
		let last = request(0);
		let next = 0;
		const [saved, error] = untilRefused(() => {
			last = request(next);
			saveEdit(store, context, last);
			next += 1;
		});
		expect(troubleBehind(error)).toBe(trouble);
		expect(store.$client.inTransaction).toBe(false);
		// What is in memory, and what another connection reads.
		for (const state of [loadState(store, context), readAfresh({ folder, store }, context)]) {
			expect(state?.revision).toBe(saved + 1);
			expect(state?.council.council.name).toBe(saved === 0 ? name : `${name} ${saved - 1}`);
		}
		expect(verifyChain(store.$client)).toBeNull();
		refuse(store, false);
		const answer = saveEdit(store, context, last);
		expect(answer).toMatchObject({ answer: 'done', edits: [{ revision: saved + 2 }] });
		expect(readAfresh({ folder, store }, context).council.council.name).toBe(`${name} ${saved}`);
		expect(verifyChain(store.$client)).toBeNull();
		expect(store.$client.pragma('integrity_check', { simple: true })).toBe('ok');
		closeStore(store);
	});

	test('takes a whole council or nothing of it', () => {
		const store = openStore(folder);
		addCouncil(store, program, example('fernshire'));
		refuse(store, true);
		const large = example('cheshire-east-2010');
		const [, error] = untilRefused(() => addCouncil(store, program, large));
		expect(troubleBehind(error)).toBe(trouble);
		expect(listCouncils(store, localUser).map(({ id }) => id)).toEqual(['fernshire']);
		expect(store.$client.prepare('SELECT DISTINCT council FROM record').pluck().all()).toEqual([
			'fernshire'
		]);
		refuse(store, false);
		expect(addCouncil(store, program, large)).toBe(true);
		expect(loadState(store, at(localUser, 'cheshire-east'))?.council).toEqual(large);
		closeStore(store);
	});
});

describe('a disk that lets no file grow any further', () => {
	/** Does the work under the shell's limit on the size of files, by which the system itself fails the writes. */
	async function limited(blocks: number, work: string) {
		const child = await ensureBundle('tests/faults/child.ts');
		const { status, stdout, stderr } = spawnSync(
			'sh',
			['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, child, work, folder],
			{ encoding: 'utf8' }
		);
		return { status, stdout, stderr };
	}

	test('takes nothing of a change that is too large, and the next one that fits', async () => {
		expect(await limited(800, 'write')).toEqual({
			status: 0,
			stdout: JSON.stringify({ refused: 'failing', ids: ['short'] }),
			stderr: ''
		});
		expect(councilsIn(folder)).toEqual(['short']);
	});

	test('makes a backup fail in one sentence, and leaves nothing of it', async () => {
		// Larger than the limit, which lets SQLite open it: that takes 32 kB beside it.
		const ids = Array.from({ length: 40 }, (_, i) => `council-${i + 10}`);
		for (const id of ids) addCouncilRow(folder, id);
		const { status, stderr } = await limited(72, 'backup');
		expect({ status, stderr }).toEqual({
			status: 1,
			stderr: expect.stringMatching(/^The disk failed while .*manual-.*\.\n$/) as string
		});
		expect(readdirSync(backupsIn(folder))).toEqual([]);
		expect(councilsIn(folder)).toEqual(ids);
	});
});

describe('a request that the disk refuses', () => {
	type Event = Parameters<Handle>[0]['event'];

	beforeEach(() => {
		env.WINDSCREEN_DATA = folder;
	});

	afterEach(() => {
		(process as NodeJS.EventEmitter).emit('sveltekit:shutdown');
	});

	/** Answers a request as Kit does: an error that nobody expected goes to handleError, and is a 500. */
	async function answer(error: unknown): Promise<Response> {
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const event = {
			request: new Request('http://localhost:3000/'),
			route: { id: '/' },
			locals: {},
			cookies: { get: () => undefined }
		} as unknown as Event;
		return handle({
			event,
			resolve: async (resolved) => {
				const input = {
					error,
					event: resolved,
					status: 500,
					message: 'Internal Error'
				};
				return Response.json(await handleError(input), { status: 500 });
			}
		});
	}

	test.each([
		['SQLITE_FULL', 507, en.errors.trouble.full],
		['SQLITE_READONLY_DIRECTORY', 503, en.errors.trouble.readOnly],
		['SQLITE_IOERR_WRITE', 503, en.errors.trouble.failing],
		['SQLITE_CANTOPEN', 503, en.errors.trouble.failing],
		['SQLITE_BUSY', 503, en.errors.trouble.busy],
		['SQLITE_CORRUPT_INDEX', 503, en.errors.trouble.damaged]
	])('with %s is answered with %i and what to do', async (code, status, message) => {
		const wrapped = new Error('Failed query', { cause: new Database.SqliteError('refused', code) });
		const response = await answer(wrapped);
		expect(response.status).toBe(status);
		expect(await response.json()).toEqual({ message, id: expect.any(String) as string });
		expect(response.headers.get('Cache-Control')).toBe('no-store');
		const [[line] = []] = vi.mocked(console.error).mock.calls;
		expect(JSON.parse(String(line))).toMatchObject({ status, route: '/' });
	});

	test('is told from a fault of the program, which stays a 500', async () => {
		const broken = new Database.SqliteError('NOT NULL', 'SQLITE_CONSTRAINT_NOTNULL');
		for (const fault of [broken, new TypeError('undefined is not a function'), 'text'])
			expect((await answer(fault)).status).toBe(500);
	});
});
