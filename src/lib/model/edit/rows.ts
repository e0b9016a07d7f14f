import { z } from 'zod';
import { KINDS, RECORD_SCHEMAS, type Kind } from '../records/kinds';
import { change } from '../scenario/change';
import { fact } from '../scenario/fact';
import { agreedBaseline, councilDetails, scenario, type Council } from '../scenario/file';
import { pack } from '../scenario/pack';
import { listOf, type Json } from './operation';

/** Anything that stands in a list of a council. */
interface Entry {
	readonly id: string;
}

const scenarioRow = scenario.omit({ changes: true });

/** Every list of rows that a council has, in the order of its file. */
export function listsOf(council: Council): readonly string[] {
	return [
		'facts',
		'packs',
		...KINDS.map((kind) => `records/${kind}`),
		'agreed',
		'scenarios',
		...council.scenarios.map(({ id }) => `changes/${id}`)
	];
}

/** The entries of a list, decoded; null where the council has no such list. */
export function entriesOf(council: Council, list: string): readonly Entry[] | null {
	const [head, name = ''] = list.split('/');
	if (list === 'facts') return council.facts;
	if (list === 'packs') return council.packs;
	if (list === 'agreed') return council.agreed;
	if (list === 'scenarios') return council.scenarios;
	if (head === 'records') return isKind(name) ? council.baseline[name] : null;
	if (head === 'changes') return council.scenarios.find(({ id }) => id === name)?.changes ?? null;
	return null;
}

/** The council with other entries in a list. */
export function withEntries(council: Council, list: string, entries: readonly Entry[]): Council {
	const [head, name = ''] = list.split('/');
	const rest = entries as never;
	if (head === 'facts') return { ...council, facts: rest };
	if (head === 'packs') return { ...council, packs: rest };
	if (head === 'agreed') return { ...council, agreed: rest };
	if (head === 'scenarios') return { ...council, scenarios: rest };
	if (head === 'records')
		return { ...council, baseline: { ...council.baseline, [name as Kind]: rest } };
	return {
		...council,
		scenarios: council.scenarios.map((own) => (own.id === name ? { ...own, changes: rest } : own))
	};
}

/** What a row says, as its file would hold it; null where the council has no such row. A scenario's row is without its changes. */
export function rowOf(council: Council, row: string): Json | null {
	if (row === 'council') return z.encode(councilDetails, council.council);
	const { list, id } = listOf(row);
	const entries = entriesOf(council, list);
	const entry = entries === null ? undefined : byId(entries).get(id);
	return entry === undefined ? null : encodeRow(list, entry);
}

const indexes = new WeakMap<readonly Entry[], ReadonlyMap<string, Entry>>();

function byId(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
	let index = indexes.get(entries);
	if (index === undefined) {
		index = new Map(entries.map((entry) => [entry.id, entry]));
		indexes.set(entries, index);
	}
	return index;
}

// Entries never change, so each is written once however many cells of it are shown.
const encoded = new WeakMap<Entry, Json>();

/** An entry of a list as its file would hold it. */
export function encodeRow(list: string, entry: Entry): Json {
	let row = encoded.get(entry);
	if (row === undefined) {
		row = z.encode(schemaOf(list), list === 'scenarios' ? alone(entry) : entry) as Json;
		encoded.set(entry, row);
	}
	return row;
}

/** A scenario without its changes, which are rows of their own. */
function alone(entry: Entry): object {
	return Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'changes'));
}

/** The schema of the rows of a list. */
export function schemaOf(list: string): z.ZodType {
	const [head, name = ''] = list.split('/');
	if (list === 'council') return councilDetails;
	if (list === 'facts') return fact;
	if (list === 'packs') return pack;
	if (list === 'agreed') return agreedBaseline;
	if (list === 'scenarios') return scenarioRow;
	if (head === 'changes') return change;
	if (isKind(name)) return RECORD_SCHEMAS[name];
	throw new Error(`There is no list '${list}'.`);
}

function isKind(name: string): name is Kind {
	return Object.hasOwn(RECORD_SCHEMAS, name);
}
