import {
	below,
	isStandIn,
	less,
	ONE,
	over,
	read,
	standIn,
	times,
	ZERO,
	type Fraction
} from './fraction';

/** Anything that a JSON file can hold. */
export type Json =
	string | number | boolean | null | readonly Json[] | { readonly [field: string]: Json };

/** One record as the file holds it. */
export interface Entry {
	readonly id: string;
	readonly [field: string]: Json;
}

/** One edit of a change as the file holds it. */
export interface Edit {
	readonly edit: 'set' | 'add' | 'remove';
	readonly kind?: string;
	readonly record: string | Entry;
	readonly field?: string;
	readonly value?: Json;
	readonly destination?: string;
	readonly noticeGiven?: string;
}

/** One dated change as the file holds it. */
export interface Change {
	readonly id: string;
	readonly start: string;
	readonly end: string | null;
	readonly rampMonths: number;
	readonly on: boolean;
	readonly edits: readonly Edit[];
	readonly oneOffs: readonly {
		readonly ledger: 'revenue' | 'capitalSpend' | 'capitalReceipt';
		readonly month: string;
		readonly amount: string;
	}[];
}

/** One council's file. */
export interface CouncilFile {
	readonly council: {
		readonly firstYear: string;
		readonly horizonYears: number;
		readonly deflator: string | null;
	};
	readonly packs: readonly {
		readonly on: boolean;
		readonly values: readonly { readonly field: string; readonly value: string }[];
	}[];
	readonly baseline: Readonly<Record<string, readonly Entry[]>>;
	readonly scenarios: readonly { readonly id: string; readonly changes: readonly Change[] }[];
}

/** One way a record can be in a month, with the share of the month that it counts for. */
export interface Version {
	readonly weight: Fraction;
	readonly record: Entry;
}

/** A council under one list of changes: what every record is in every month. */
export interface World {
	/** First calendar year of the first financial year. */
	readonly first: number;
	readonly years: number;
	readonly changes: readonly Change[];
	/** Records of a kind before any change, blanks filled by the packs that are on. */
	readonly before: (kind: string) => readonly Entry[];
	/** Ids of a kind's records: the file's, then those that changes add. */
	readonly ids: (kind: string) => readonly string[];
	/** The record as the file or the change that adds it first writes it. */
	readonly written: (kind: string, id: string) => Entry;
	/** What a record is in a month; empty where it is absent. */
	readonly at: (kind: string, id: string, month: number) => readonly Version[];
	/** The change that removes a record, and the edit by which it does. */
	readonly removal: (
		kind: string,
		id: string
	) => { readonly change: Change; readonly edit: Edit } | null;
}

/** Kinds whose records take up a change gradually, month by month. */
const TIMED = [
	'posts',
	'buildings',
	'contracts',
	'services',
	'fundingStreams',
	'placementTypes',
	'careFlows',
	'interventions'
];

/** '2011-04' counted in months from April of the first year. */
export function monthNumber(text: string, first: number): number {
	return (Number(text.slice(0, 4)) - first) * 12 + Number(text.slice(5, 7)) - 4;
}

/** The value at a dotted path of a record; undefined where the record has no such field. */
export function find(record: Json, path: string): Json | undefined {
	return path
		.split('.')
		.reduce<Json | undefined>(
			(value, step) =>
				value !== null && typeof value === 'object'
					? (value as Readonly<Record<string, Json>>)[step]
					: undefined,
			record
		);
}

/** True where the record has the field, be it blank. */
export function has(record: Entry, path: string): boolean {
	return find(record, path) !== undefined;
}

/** The number in a field that must be there and must not be blank. */
export function number(record: Entry, path: string): Fraction {
	const value = find(record, path);
	if (typeof value !== 'string') throw new Error(`${record.id}.${path} is blank or missing`);
	return read(value);
}

/** Whether a record holds anything that only stands in for a blank. */
export function hasBlank(record: Json): boolean {
	if (typeof record === 'string') return isStandIn(record);
	return typeof record === 'object' && record !== null && Object.values(record).some(hasBlank);
}

/** The text in a field; null where it is blank or missing. */
export function text(record: Entry, path: string): string | null {
	const value = find(record, path);
	return typeof value === 'string' ? value : null;
}

/** The text in a field that must be there. */
export function word(record: Entry, path: string): string {
	const value = text(record, path);
	if (value === null) throw new Error(`${record.id}.${path} is blank or missing`);
	return value;
}

/** The names in a field that holds a map or a list. */
export function names(record: Entry, path: string): readonly string[] {
	return Object.keys(find(record, path) ?? {});
}

function put(record: Json, path: readonly string[], value: Json): Json {
	const [step, ...rest] = path;
	if (step === undefined) return value;
	if (Array.isArray(record))
		return record.map((item: Json, i) => (String(i) === step ? put(item, rest, value) : item));
	const map = record as Readonly<Record<string, Json>>;
	return { ...map, [step]: put(map[step] ?? {}, rest, value) };
}

/** The kind and id that an edit is about. */
function about(edit: Edit): string {
	return typeof edit.record === 'string' ? edit.record : `${edit.kind ?? ''}/${edit.record.id}`;
}

/** A record with its blanks filled by the packs that are on; without packs, what fills them only stands in. */
function filled(file: CouncilFile, kind: string, record: Entry, packs: boolean): Entry {
	let result: Json = record;
	for (const pack of file.packs.filter((candidate) => candidate.on))
		for (const { field, value } of pack.values) {
			const dot = field.indexOf('.');
			if (field.slice(0, dot) !== `${kind}/${record.id}`) continue;
			const path = field.slice(dot + 1);
			if (find(result, path) === null)
				result = put(result, path.split('.'), packs ? value : standIn(field, value));
		}
	return result as Entry;
}

/** How much of a change has come in by a month, for an edit that comes in by and by. */
function ramped(change: Change, month: number, first: number): Fraction {
	const start = monthNumber(change.start, first);
	if (change.end !== null && month >= monthNumber(change.end, first)) return ZERO;
	if (change.rampMonths === 0) return month >= start ? ONE : ZERO;
	const share = over(BigInt(2 * (month - start) + 1), BigInt(2 * change.rampMonths));
	if (below(share, ZERO)) return ZERO;
	return below(ONE, share) ? ONE : share;
}

/** Every choice of some of the items, in the items' order. */
function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
	return items.reduce<readonly (readonly T[])[]>(
		(sets, item) => [...sets, ...sets.map((set) => [...set, item])],
		[[]]
	);
}

/** The council of a file under a list of changes, with or without its packs. */
export function worldOf(file: CouncilFile, changes: readonly Change[], packs: boolean): World {
	const first = Number(file.council.firstYear.slice(0, 4));
	const inForce = changes.filter((change) => change.on);
	const ordered = inForce.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
	const stored = new Map<string, readonly Entry[]>();
	for (const [kind, records] of Object.entries(file.baseline))
		stored.set(
			kind,
			records.map((record) => filled(file, kind, record, packs))
		);
	const added = inForce.flatMap((change) =>
		change.edits.flatMap((edit) =>
			edit.edit === 'add' && typeof edit.record !== 'string'
				? [{ kind: edit.kind ?? '', record: filled(file, edit.kind ?? '', edit.record, packs) }]
				: []
		)
	);
	const before = (kind: string) => stored.get(kind) ?? [];
	const original = (kind: string, id: string) => before(kind).find((record) => record.id === id);
	const addition = (kind: string, id: string) =>
		added.find((candidate) => candidate.kind === kind && candidate.record.id === id)?.record;

	function activation(change: Change, ref: string, month: number): Fraction {
		const kind = ref.slice(0, ref.indexOf('/'));
		if (!TIMED.includes(kind)) return ONE;
		const edits = change.edits.filter((edit) => about(edit) === ref);
		const steps = edits.filter(
			({ edit }) => edit === 'remove' || (edit === 'add' && kind === 'buildings')
		);
		if (steps.length > 0 && steps.length < edits.length)
			throw new Error(`${change.id} both steps and ramps ${ref}`);
		return ramped(steps.length > 0 ? { ...change, rampMonths: 0 } : change, month, first);
	}

	function result(kind: string, id: string, chosen: readonly Change[]): Entry | null {
		let record: Json | undefined = original(kind, id);
		let removed = false;
		for (const change of chosen)
			for (const edit of change.edits.filter((candidate) => about(candidate) === `${kind}/${id}`)) {
				if (edit.edit === 'add') record = addition(kind, id);
				else if (edit.edit === 'remove') removed = true;
				else if (record !== undefined)
					record = put(record, (edit.field ?? '').split('.'), edit.value ?? null);
			}
		return removed || record === undefined ? null : (record as Entry);
	}

	function written(kind: string, id: string): Entry {
		const record = original(kind, id) ?? addition(kind, id);
		if (record === undefined) throw new Error(`there is no ${kind}/${id}`);
		return record;
	}

	return {
		first,
		years: file.council.horizonYears,
		changes: inForce,
		before,
		ids: (kind) => [
			...before(kind).map(({ id }) => id),
			...added.filter((one) => one.kind === kind).map(({ record }) => record.id)
		],
		written,
		at: (kind, id, month) => {
			const ref = `${kind}/${id}`;
			const touching = ordered.filter(({ edits }) => edits.some((edit) => about(edit) === ref));
			if (touching.length === 0) return [{ weight: ONE, record: written(kind, id) }];
			return subsets(touching).flatMap((chosen) => {
				const weight = times(
					...touching.map((change) => {
						const share = activation(change, ref, month);
						return chosen.includes(change) ? share : less(ONE, share);
					})
				);
				if (weight.top === 0n) return [];
				const record = result(kind, id, chosen);
				return record === null ? [] : [{ weight, record }];
			});
		},
		removal: (kind, id) => {
			for (const change of inForce)
				for (const edit of change.edits)
					if (edit.edit === 'remove' && about(edit) === `${kind}/${id}`) return { change, edit };
			return null;
		}
	};
}
