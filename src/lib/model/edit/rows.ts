import { z } from 'zod';
import { KINDS, RECORD_SCHEMAS, type Kind } from '../records/kinds';
import { change } from '../scenario/change';
import { fact } from '../scenario/fact';
import { councilDetails, scenario, type Council } from '../scenario/file';
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
		'scenarios',
		...council.scenarios.map(({ id }) => `changes/${id}`)
	];
}

/** The entries of a list, decoded; null where the council has no such list. */
export function entriesOf(council: Council, list: string): readonly Entry[] | null {
	const [head, name = ''] = list.split('/');
	if (list === 'facts') return council.facts;
	if (list === 'packs') return council.packs;
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
	const entry = entriesOf(council, list)?.find((own) => own.id === id);
	return entry === undefined ? null : encodeRow(list, entry);
}

/** An entry of a list as its file would hold it. */
export function encodeRow(list: string, entry: Entry): Json {
	if (list === 'scenarios') {
		const { id, title, description } = entry as Council['scenarios'][number];
		return { id, title, description };
	}
	return z.encode(schemaOf(list), entry) as Json;
}

/** The schema of the rows of a list. */
export function schemaOf(list: string): z.ZodType {
	const [head, name = ''] = list.split('/');
	if (list === 'council') return councilDetails;
	if (list === 'facts') return fact;
	if (list === 'packs') return pack;
	if (list === 'scenarios') return scenarioRow;
	if (head === 'changes') return change;
	if (isKind(name)) return RECORD_SCHEMAS[name];
	throw new Error(`There is no list '${list}'.`);
}

function isKind(name: string): name is Kind {
	return Object.hasOwn(RECORD_SCHEMAS, name);
}
