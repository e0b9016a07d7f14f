import Database from 'better-sqlite3';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { verifyChain } from '../../src/lib/server/activityChain';
import { start, type Running } from '../support/builtServer';
import {
	beginFrom,
	COUNCIL,
	makeWriters,
	SCENARIO,
	sendAgain,
	writeOn,
	type Acknowledged,
	type Writer
} from './writers';

/** What came of killing a server again and again while people wrote. */
export interface Tally {
	readonly cycles: number;
	/** Edits whose answer was read: while the server was let live, and when they were sent again. */
	readonly acknowledged: number;
	readonly resent: number;
	/** Edits that were on their way when the server died. */
	readonly inFlight: number;
	/** Acknowledged edits that are not kept, or under another revision than was said. */
	readonly lost: number;
	/** Edits that were carried out more than once. */
	readonly doubled: number;
	/** Edits in flight that were refused when they were sent again. */
	readonly refused: number;
	/** Everything else that is not as it has to be: half edits, a broken chain, a damaged file. */
	readonly broken: readonly string[];
}

interface Kept {
	readonly revisions: ReadonlyMap<string, readonly number[]>;
	readonly texts: ReadonlyMap<string, string>;
	readonly revision: number;
	readonly broken: readonly string[];
}

const WRITERS = 16;
const SOONEST_DEATH_MS = 20;
const LATEST_DEATH_MS = 200;

/** Kills a server in the middle of its writing, looks at what is kept, starts it again, sends again what was on its way; and so on. */
export async function killCycles(
	script: string,
	cycles: number,
	report: (tally: Tally) => void = () => undefined
): Promise<Tally> {
	const folder = mkdtempSync(join(tmpdir(), 'windscreen-killed-'));
	const acknowledged: Acknowledged[] = [];
	const acknowledge = (edit: Acknowledged) => void acknowledged.push(edit);
	const broken: string[] = [];
	let [inFlight, refused, resent] = [0, 0, 0];
	let tally: Tally | undefined;
	let server = await start(script, folder);
	try {
		const writers = await makeWriters(server, WRITERS);
		for (let cycle = 1; cycle <= cycles; cycle++) {
			await killWhileWriting(server, writers, acknowledge);
			const pending = writers.flatMap((writer) => writer.pending?.request ?? []);
			inFlight += pending.length;
			const found = look(folder);
			broken.push(...found.broken, ...neitherNor(found, pending));

			server = await start(script, folder);
			const before = acknowledged.length;
			for (const writer of writers)
				if (!(await sendAgain(server, writer, acknowledge))) refused += 1;
			resent += acknowledged.length - before;
			// Only now, because what is sent again is acknowledged too.
			const kept = look(folder);
			broken.push(...kept.broken);
			for (const writer of writers) {
				const text = kept.texts.get(writer.change) ?? '';
				if (text !== writer.text && writer.pending === null && isWhole(acknowledged, kept))
					broken.push(`${writer.change} holds what its last acknowledged edit did not write`);
				beginFrom(writer, kept.revision, text);
			}
			const counts = countOf(acknowledged, kept);
			tally = { cycles: cycle, ...counts, resent, inFlight, refused, broken };
			report(tally);
		}
	} finally {
		await server.kill();
		rmSync(folder, { recursive: true, force: true });
	}
	if (tally === undefined) throw new Error('Not one cycle was asked for.');
	return tally;
}

async function killWhileWriting(
	server: Running,
	writers: readonly Writer[],
	acknowledge: (edit: Acknowledged) => void
): Promise<void> {
	const answered = new AbortController();
	const tell = (edit: Acknowledged) => {
		acknowledge(edit);
		answered.abort();
	};
	const writing = Promise.all(writers.map((writer) => writeOn(server, writer, tell)));
	// From the first answer on: until then the server reads the council, and most deaths would come too soon.
	await Promise.race([writing, once(answered.signal, 'abort')]);
	await Promise.race([writing, after(randomInt(SOONEST_DEATH_MS, LATEST_DEATH_MS + 1))]);
	await server.kill();
	await writing;
}

function countOf(acknowledged: readonly Acknowledged[], { revisions }: Kept) {
	const lost = acknowledged.filter(({ request, revision }) => {
		const made = revisions.get(request) ?? [];
		return revision === null ? made.length === 0 : !made.includes(revision);
	}).length;
	const doubled = [...revisions.values()].filter((made) => made.length > 1).length;
	return { acknowledged: acknowledged.length, lost, doubled };
}

const isWhole = (acknowledged: readonly Acknowledged[], kept: Kept) =>
	countOf(acknowledged, kept).lost === 0;

/** An edit that was on its way may be kept once or not at all. */
function neitherNor({ revisions }: Kept, pending: readonly string[]): readonly string[] {
	return pending
		.filter((request) => (revisions.get(request)?.length ?? 0) > 1)
		.map((request) => `${request} was carried out more than once`);
}

/** What the database holds, read by SQL alone, and whatever in it does not fit together. */
function look(folder: string): Kept {
	const database = new Database(join(folder, 'windscreen.sqlite'));
	try {
		return lookAt(database);
	} finally {
		database.close();
	}
}

function lookAt(database: Database.Database): Kept {
	const broken: string[] = [];
	if (database.pragma('quick_check(1)', { simple: true }) !== 'ok')
		broken.push('The file is damaged');
	const bad = verifyChain(database);
	if (bad !== null) broken.push(`The chain breaks at row ${bad}`);
	const edits = database
		.prepare(
			'SELECT request, revision, operations FROM activity WHERE council = ? ORDER BY revision'
		)
		.all(COUNCIL) as {
		readonly request: string;
		readonly revision: number;
		readonly operations: string;
	}[];
	const revisions = new Map<string, number[]>();
	const written = new Map<string, { text: string; revision: number }>();
	for (const { request, revision, operations } of edits) {
		revisions.set(request, [...(revisions.get(request) ?? []), revision]);
		for (const step of JSON.parse(operations) as Step[]) {
			const change = step.row.split('/')[2] ?? '';
			if (step.op === 'insert' && step.row.startsWith('changes/'))
				written.set(change, { text: '', revision });
			if (step.op === 'set') {
				// Each step names the text before it: with one left out or doubled, the next would not fit.
				if (written.get(change)?.text !== step.was)
					broken.push(`Revision ${revision} does not follow`);
				written.set(change, { text: step.value, revision });
			}
		}
	}
	const rows = database
		.prepare(
			`SELECT id, revision, data ->> 'reason' AS text FROM change WHERE council = ? AND scenario = ?`
		)
		.all(COUNCIL, SCENARIO) as {
		readonly id: string;
		readonly revision: number;
		readonly text: string;
	}[];
	for (const { id, revision, text } of rows) {
		const last = written.get(id);
		if (last?.revision !== revision || last.text !== text)
			broken.push(`${id} does not hold what its last edit wrote`);
	}
	const revision = Number(
		database.prepare('SELECT revision FROM council WHERE id = ?').pluck().get(COUNCIL)
	);
	if (revision !== edits.length) broken.push(`Revision ${revision} after ${edits.length} edits`);
	return { revisions, texts: new Map(rows.map(({ id, text }) => [id, text])), revision, broken };
}

interface Step {
	readonly op: string;
	readonly row: string;
	readonly was: string;
	readonly value: string;
}
