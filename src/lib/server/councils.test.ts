import { getTableColumns } from 'drizzle-orm';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fact } from '../model/scenario/fact';
import type { Council } from '../model/scenario/file';
import { readCouncilText, writeCouncil } from '../model/scenario/read';
import { localUser, program, type User } from './access/policy';
import { addCouncil, listCouncils, loadCouncil } from './councils';
import { openStore, type Store } from './db/open';
import { listActivity } from './activity';
import { saveEdit } from './edits';
import { edit } from '../../../tests/support/kept';
import { factTable } from './db/schema';

const scenarios = readdirSync('scenarios').map((name) =>
	readFileSync(join('scenarios', name), 'utf8')
);

let folder: string;
let store: Store;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'windscreen-councils-'));
	store = openStore(folder);
});

afterEach(() => {
	store.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

function decoded(text: string): Council {
	const read = readCouncilText(text);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	return read.council;
}

const load = (council: string) => loadCouncil(store, { user: localUser, council });
const save = (council: Council) => addCouncil(store, program, council);
const [example = ''] = scenarios;

const contents = () =>
	['council', 'record', 'fact', 'pack', 'scenario', 'change'].map((table) =>
		store.$client.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2, 3`).all()
	);

describe('file, database, file', () => {
	test('both examples are here to be tried', () => {
		expect(scenarios).toHaveLength(2);
	});

	test.each(scenarios)('gives the same file again (%#)', (text) => {
		const file = JSON.parse(text) as { readonly council: { readonly id: string } };
		save(decoded(text));
		// A connection of its own, so that nothing comes out of the memory of the one that wrote.
		const again = openStore(folder);
		const council = loadCouncil(again, { user: localUser, council: file.council.id });
		again.$client.close();
		expect(council === null ? null : writeCouncil(council)).toEqual(file);
	});

	test('the order of records, facts, scenarios and changes is that of the file', () => {
		const council = decoded(example);
		const turned = {
			...council,
			facts: council.facts.toReversed(),
			baseline: { ...council.baseline, buildings: council.baseline.buildings.toReversed() },
			scenarios: council.scenarios.map((scenario) => ({
				...scenario,
				changes: scenario.changes.toReversed()
			}))
		};
		save(turned);
		expect(load(council.council.id)).toEqual(turned);
	});

	test('every field of a fact has a column', () => {
		expect(Object.keys(getTableColumns(factTable))).toEqual(
			expect.arrayContaining(Object.keys(fact.shape))
		);
	});

	test('more rows than a statement takes are kept all the same', () => {
		const council = decoded(example);
		const [first] = council.facts;
		if (first === undefined) throw new Error('The example has no facts.');
		const facts = Array.from({ length: 2500 }, (_, i) => ({ ...first, id: `f${i}` }));
		save({ ...council, facts: [...council.facts, ...facts] });
		expect(load(council.council.id)?.facts.slice(council.facts.length)).toEqual(facts);
	});
});

describe('the list', () => {
	test('is empty at first, and then has each council once, in the order in which they came', () => {
		expect(listCouncils(store, localUser)).toEqual([]);
		for (const text of scenarios) save(decoded(text));
		expect(listCouncils(store, localUser)).toEqual(scenarios.map((text) => decoded(text).council));
	});

	test('there is no council of an unknown id', () => {
		expect(load('atlantis')).toBeNull();
	});
});

describe('a council that is new', () => {
	test('is there whole, or, where its writing fails half way, not at all', () => {
		const council = decoded(example);
		// The changes are written last, so everything else has been written by then.
		store.$client.exec(
			`CREATE TEMP TRIGGER fails BEFORE INSERT ON change BEGIN SELECT RAISE(ABORT, 'pulled out'); END`
		);
		expect(() => save(council)).toThrow('pulled out');
		expect(contents().flat()).toEqual([]);
		expect(load(council.council.id)).toBeNull();
	});

	test('is written down as the first that was done to it, by whoever brought it', () => {
		const council = decoded(example);
		save(council);
		const context = { user: localUser, council: council.council.id };
		expect(listActivity(store, context, { limit: 10 })).toMatchObject([
			{ revision: 1, kind: 'added', by: { name: 'Windscreen' }, operations: [] }
		]);
	});

	test('whose records point at nothing is refused, for it could not be read back', () => {
		const council = decoded(example);
		expect(() => {
			save({ ...council, facts: [] });
		}).toThrow(/cannot be kept: baseline\..*there is no fact/);
		expect(load(council.council.id)).toBeNull();
	});

	test('but has the id of one that is there does not take its place, and nothing is done', () => {
		const [one, two] = scenarios.map(decoded);
		if (one === undefined || two === undefined) throw new Error('Two examples are needed.');
		expect([save(one), save(two)]).toEqual([true, true]);
		const before = contents();
		expect(save({ ...one, packs: [], scenarios: one.scenarios.slice(0, 1) })).toBe(false);
		expect(contents()).toEqual(before);
		expect(load(one.council.id)).toEqual(one);
	});
});

describe('decoding', () => {
	test('happens once for as long as nobody writes', () => {
		save(decoded(example));
		const id = decoded(example).council.id;
		expect(load(id)).toBe(load(id));
	});

	test('happens again after a write over another connection', () => {
		const council = decoded(example);
		const { id } = council.council;
		save(council);
		expect(load(id)?.council.name).toBe(council.council.name);
		const other = openStore(folder);
		const was = council.council.name;
		saveEdit(
			other,
			{ user: program, council: id },
			edit([{ op: 'set', row: 'council', path: ['name'], was, value: 'Renamed' }])
		);
		other.$client.close();
		expect(load(id)?.council.name).toBe('Renamed');
	});

	test('refuses rows that no longer make a council, and names the place', () => {
		const council = decoded(example);
		save(council);
		store.$client.exec(
			`UPDATE record SET data = json_set(data, '$.oops', 1) WHERE kind = 'areas' AND position = 0`
		);
		store.$client.exec('UPDATE council SET revision = revision + 1');
		expect(() => load(council.council.id)).toThrow('baseline.areas[0].oops');
	});
});

describe('a user who may not', () => {
	const nobody: User = { ...program, permissions: [] };
	const reader: User = { ...program, permissions: ['read'] };

	test('read gets nothing', () => {
		save(decoded(example));
		const council = decoded(example).council.id;
		expect(() => listCouncils(store, nobody)).toThrow(expect.objectContaining({ status: 403 }));
		expect(() => loadCouncil(store, { user: nobody, council })).toThrow(
			expect.objectContaining({ status: 403 })
		);
	});

	test('give no name brings nothing, for what is done must say by whom', () => {
		expect(() => addCouncil(store, localUser, decoded(example))).toThrow(
			expect.objectContaining({ status: 428 })
		);
		expect(listCouncils(store, localUser)).toEqual([]);
	});

	test('write changes nothing', () => {
		expect(() => {
			addCouncil(store, reader, decoded(example));
		}).toThrow(expect.objectContaining({ status: 403 }));
		expect(listCouncils(store, reader)).toEqual([]);
	});
});
