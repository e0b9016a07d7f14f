import Database from 'better-sqlite3';
import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import {
	BUILT_SERVER,
	start,
	visitor,
	visitorNamed,
	type Running,
	type Visitor
} from '../support/builtServer';

const EDITORS = 50;
const THINKING_MS = 1000;
const LASTING_MS = 20_000;
// So few that people meet in them, and so many that most do not.
const CELLS = Array.from({ length: 200 }, (_, i) => `records/providers/bench-${i}`);
const EDITS = '/councils/fernshire/edits';

interface Load {
	readonly times: readonly number[];
	readonly errors: number;
}

/** Fifty people who think for a second, send something and wait for the answer, for twenty seconds. */
async function load(act: (editor: number) => Promise<boolean>): Promise<Load> {
	const times: number[] = [];
	let errors = 0;
	const until = performance.now() + LASTING_MS;
	const editor = async (_: unknown, i: number) => {
		await after(randomInt(THINKING_MS));
		while (performance.now() < until) {
			const sent = performance.now();
			if (!(await act(i))) errors += 1;
			times.push(performance.now() - sent);
			await after(THINKING_MS);
		}
	};
	await Promise.all(Array.from({ length: EDITORS }, editor));
	return { times: times.sort((a, b) => a - b), errors };
}

const percentile = ({ times }: Load, share: number): number =>
	times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;

function report(name: string, one: Load, reference: Load): void {
	const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(one, share));
	const ratio = percentile(one, 0.95) / percentile(reference, 0.95);
	const ms = (value = NaN) => value.toFixed(1).padStart(7);
	process.stdout.write(
		`${name.padEnd(28)} ${one.times.length} requests ${ms(p50)} ms p50 ${ms(p95)} ms p95 ${ms(p99)} ms p99 ${ratio.toFixed(1).padStart(6)} × the bare server’s p95, ${one.errors} errors\n`
	);
}

async function onServer<T>(script: string, use: (server: Running, folder: string) => Promise<T>) {
	const folder = mkdtempSync(join(tmpdir(), 'windscreen-bench-'));
	const server = await start(script, folder);
	try {
		return await use(server, folder);
	} finally {
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

const bare = await onServer(join('tests', 'bench', 'bareServer.js'), async ({ origin }) => {
	const anybody = visitor(origin, '');
	const body = { request: randomUUID(), text: 'x'.repeat(200) };
	return load(async () => {
		const answer = await anybody.post('/', body);
		await answer.text();
		return answer.status === 200;
	});
});

interface Answer {
	readonly edits?: readonly Made[];
	readonly missed: readonly Made[];
}

interface Made {
	readonly revision: number;
	readonly operations: readonly Step[];
}

/** What somebody has on their screen: the cells as they were at the revision that they saw. */
interface View {
	revision: number;
	readonly cells: Map<string, string>;
}

function catchUp(view: View, edits: readonly Made[]): void {
	for (const { revision, operations } of edits) {
		view.revision = Math.max(view.revision, revision);
		for (const step of operations) if (step.op === 'set') view.cells.set(step.row, step.value);
	}
}

/** The edits that were acknowledged but are not kept, and those kept that do not name the value before them. */
function lostIn(folder: string, acknowledged: readonly string[]): number {
	const database = new Database(join(folder, 'windscreen.sqlite'), { readonly: true });
	const rows = database
		.prepare(`SELECT request, operations FROM activity WHERE council = 'fernshire' ORDER BY seq`)
		.all() as { readonly request: string; readonly operations: string }[];
	database.close();
	const kept = new Set(rows.map(({ request }) => request));
	const values = new Map<string, string>();
	let lost = acknowledged.filter((request) => !kept.has(request)).length;
	for (const { operations } of rows)
		for (const step of JSON.parse(operations) as Step[]) {
			if (step.op === 'set' && values.get(step.row) !== step.was) lost += 1;
			values.set(step.row, step.op === 'set' ? step.value : step.data.title);
		}
	return lost;
}

type Step =
	| { readonly op: 'insert'; readonly row: string; readonly data: { readonly title: string } }
	| { readonly op: 'set'; readonly row: string; readonly was: string; readonly value: string };

await onServer(BUILT_SERVER, async (server, folder) => {
	const editors: Visitor[] = [];
	for (let i = 0; i < EDITORS; i++) editors.push(await visitorNamed(server, `Editor ${i}`));
	const [first] = editors;
	const edit = (seen: number, operations: readonly object[]) => ({
		request: randomUUID(),
		seen,
		scenario: null,
		act: 'typed',
		operations
	});
	const inserts = CELLS.map((cell) => ({
		op: 'insert',
		row: cell,
		data: { id: cell.split('/')[2], title: 'new', sector: 'charity' }
	}));
	const made = await first?.post(EDITS, edit(1, inserts));
	if (made?.status !== 200) throw new Error('The cells to edit could not be made.');

	const acknowledged: string[] = [];
	let clashes = 0;
	const views = editors.map((): View => ({
		revision: 2,
		cells: new Map(CELLS.map((cell) => [cell, 'new']))
	}));
	const windscreen = await load(async (i) => {
		const [view, editor] = [views[i], editors[i]];
		if (view === undefined || editor === undefined) return false;
		const row = CELLS[randomInt(CELLS.length)] ?? '';
		const was = view.cells.get(row);
		const set = { op: 'set', row, path: ['title'], was, value: randomUUID() };
		const asked = edit(view.revision, [set]);
		const answer = await editor.post(EDITS, asked);
		const { edits = [], missed } = (await answer.json()) as Answer;
		catchUp(view, [...missed, ...edits]);
		if (answer.status === 200) acknowledged.push(asked.request);
		else clashes += 1;
		return answer.status === 200 || answer.status === 409;
	});

	process.stdout.write(
		`${EDITORS} people, ${CELLS.length} cells, each thinking for ${THINKING_MS / 1000} s, for ${LASTING_MS / 1000} s\n\n`
	);
	report('bare server, one insert', bare, bare);
	report('Windscreen, one edit', windscreen, bare);
	const lost = lostIn(folder, acknowledged);
	process.stdout.write(
		`\n${acknowledged.length} edits kept, ${clashes} refused because somebody was quicker, ${lost} lost\n`
	);
	if (lost + windscreen.errors + bare.errors > 0) process.exitCode = 1;
});
