import Database from 'better-sqlite3';
import fc from 'fast-check';
import { readFileSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { councilFrom } from '../../../tests/support/council';
import { councilPairs } from '../../../tests/support/generated';
import {
	at,
	edit,
	keep,
	keptForEachTest,
	person,
	readAfresh,
	undo
} from '../../../tests/support/kept';
import { differenceOf } from '../model';
import type { CouncilFile } from '../model/scenario/file';
import { writeCouncil } from '../model/scenario/read';
import { loadState } from './councils';
import { MIGRATIONS } from './db/migrate';
import { openStore } from './db/open';
import { databaseIn } from './db/places';
import { saveEdit } from './edits';
import { takeBack } from './undo';

const kept = keptForEachTest();
const ann = person('Ann');

test('after any edit, its taking back and its doing again, memory says what the database says', () => {
	let round = 0;
	fc.assert(
		fc.property(councilPairs(), ([one, two]) => {
			const [from, to] = [councilFrom(one), councilFrom(two)];
			const id = `council-${(round += 1)}`;
			const where = at(ann, id);
			const named = { ...from, council: { ...from.council, id } };
			keep(kept, named);
			const wanted = { ...to, council: { ...to.council, id } };
			const operations = [...differenceOf(named, wanted)];
			fc.pre(operations.length > 0);
			const expectBoth = (council: typeof from) => {
				const [remembered, afresh] = [loadState(kept.store, where), readAfresh(kept, where)];
				expect(remembered).toEqual(afresh);
				expect(writeCouncil(afresh.council)).toEqual(writeCouncil(council));
			};
			expect(saveEdit(kept.store, where, edit(operations))?.answer).toBe('done');
			expectBoth(wanted);
			takeBack(kept.store, where, undo(2));
			expectBoth(named);
			takeBack(kept.store, where, undo(2, { direction: 'redo' }));
			expectBoth(wanted);
		}),
		{ numRuns: 25 }
	);
}, 60_000);

test('what an edit leaves in memory is what was just written, not decoded anew', () => {
	const council = councilFrom(
		JSON.parse(readFileSync('scenarios/fernshire.json', 'utf8')) as CouncilFile
	);
	keep(kept, council);
	const where = at(ann, 'fernshire');
	const before = loadState(kept.store, where)?.council;
	const { name } = council.council;
	saveEdit(
		kept.store,
		where,
		edit([{ op: 'set', row: 'council', path: ['name'], was: name, value: 'Renamed' }])
	);
	const after = loadState(kept.store, where)?.council;
	expect(after?.council.name).toBe('Renamed');
	expect(after?.baseline).toBe(before?.baseline);
});

/** A database as the first release made it, with one council in it. */
function writeFirstRelease(path: string, file: CouncilFile, revision: number): void {
	const database = new Database(path);
	// One transaction, because a disk that is busy takes long over each.
	database.exec('BEGIN');
	database.exec(MIGRATIONS[0] ?? '');
	database.pragma('user_version = 1');
	database.pragma('application_id = 0x57534352');
	const { id } = file.council;
	const insert = (table: string, values: Readonly<Record<string, unknown>>) => {
		const columns = Object.keys(values);
		const texts = Object.values(values).map((value) =>
			typeof value === 'object' ? JSON.stringify(value) : value
		);
		database
			.prepare(
				`INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
			)
			.run(texts);
	};
	// Version 1 of the council file knew no style, no agreed baselines and no archive.
	const details = Object.fromEntries(
		Object.entries(file.council).filter(([name]) => name !== 'style')
	);
	insert('council', { id, position: 0, revision, details });
	for (const [kind, records] of Object.entries(file.baseline))
		(records ?? []).forEach((data, position) => {
			insert('record', { council: id, kind, id: data.id, position, data });
		});
	file.facts.forEach((fact, position) => {
		insert('fact', { council: id, position, ...fact });
	});
	file.packs.forEach((data, position) => {
		insert('pack', { council: id, id: data.id, position, data });
	});
	file.scenarios.forEach(({ changes, id: own, title, description }, position) => {
		insert('scenario', { council: id, position, id: own, title, description });
		changes.forEach((data, at) => {
			insert('change', { council: id, scenario: own, id: data.id, position: at, data });
		});
	});
	database.exec('COMMIT');
	database.close();
}

test.each(['fernshire', 'cheshire-east-2010'])(
	'the first release’s database with %s in it comes over with every row, each at its council’s revision, and can be edited',
	(name) => {
		const file = JSON.parse(readFileSync(`scenarios/${name}.json`, 'utf8')) as CouncilFile;
		const folder = `${kept.folder}/first`;
		openStore(folder).$client.close();
		const path = databaseIn(folder);
		for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
		writeFirstRelease(path, file, 7);
		const store = openStore(folder);
		const where = at(ann, file.council.id);
		const found = loadState(store, where);
		expect(found?.revision).toBe(7);
		expect(found === null ? null : writeCouncil(found.council)).toEqual(file);
		for (const table of ['record', 'fact', 'pack', 'scenario', 'change'])
			expect(
				store.$client.prepare(`SELECT DISTINCT revision FROM "${table}"`).pluck().all()
			).toEqual([7]);
		const was = file.council.name;
		const step = { op: 'set' as const, row: 'council', path: ['name'], was, value: 'Renamed' };
		expect(saveEdit(store, where, edit([step], { seen: 7 }))).toMatchObject({
			answer: 'done',
			edits: [{ revision: 8 }]
		});
		expect(takeBack(store, where, undo(8, { seen: 8 }))?.answer).toBe('done');
		expect(loadState(store, where)?.council).toEqual(found?.council);
		store.$client.close();
	}
);
