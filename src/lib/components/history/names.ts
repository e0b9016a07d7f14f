import { spoken } from '$lib/dates';
import { edits as text } from '$lib/messages/edits';
import {
	isObject,
	KINDS,
	listOf,
	parseRef,
	rowOf,
	scenarioOf,
	standingUnder,
	textOf,
	valueAt,
	type Council,
	type Json,
	type Kind,
	type Operation
} from '$lib/model';

/** What the rows of a council are called, those included that an edit has taken out or is about to add. */
export interface Names {
	readonly council: Council;
	/** The council as a scenario sees it: with the agreed baseline that it stands on. */
	readonly under: (scenario: string | null) => Council;
	/** A record as its file would hold it, as the baseline or a change of the scenario has it; null where nobody knows it. */
	readonly record: (ref: string, scenario: string | null) => Json;
	/** What a record is called; its id where nobody knows it. */
	readonly title: (ref: string, scenario: string | null) => string;
	/** What a scenario, change, pack or fact is called, by its row. */
	readonly row: (row: string) => string;
}

/** The names that a council has and that the steps of edits carry with them: what was deleted keeps its name. */
export function namesIn(council: Council, operations: Iterable<Operation>): Names {
	const carried = carriedBy(operations);
	const added = addedIn(council);
	const under = (id: string | null): Council => {
		const scenario = id === null ? undefined : scenarioOf(council, id);
		return scenario === undefined ? council : standingUnder(council, scenario);
	};
	const record = (ref: string, scenario: string | null): Json =>
		rowOf(under(scenario), `records/${ref}`) ??
		carried.get(`records/${ref}`) ??
		added.get(`${scenario ?? ''} ${ref}`) ??
		added.get(ref) ??
		carried.get(`added/${ref}`) ??
		null;
	return {
		council,
		under,
		record,
		title: (ref, scenario) => {
			const { kind, id } = parseRef(ref);
			const title = titleIn(record(ref, scenario)) ?? id;
			// The one kind of which nobody types the title: it is made of days as files write them.
			return kind === 'careWindows' ? spoken(title) : title;
		},
		row: (row) => {
			const data = rowOf(council, row) ?? carried.get(row) ?? null;
			return titleIn(data) ?? listOf(row).id;
		}
	};
}

function titleIn(data: Json): string | null {
	const title = textOf(valueAt(data, ['title']).value);
	if (title !== undefined && title !== null) return title;
	const subject = textOf(valueAt(data, ['subject']).value);
	const measure = textOf(valueAt(data, ['measure']).value);
	return subject === undefined || subject === null ? null : text.labelled(subject, measure ?? '');
}

/** Whole rows and added records that steps carry with them. */
function carriedBy(operations: Iterable<Operation>): ReadonlyMap<string, Json> {
	const carried = new Map<string, Json>();
	const take = (edit: Json | undefined): void => {
		const { ref, record } = addedBy(edit);
		if (ref !== null) carried.set(`added/${ref}`, record);
	};
	for (const step of operations) {
		if (step.op === 'insert' || step.op === 'remove') {
			const data = step.op === 'insert' ? step.data : step.was;
			carried.set(step.row, data);
			const edits = valueAt(data, ['edits']).value;
			if (Array.isArray(edits)) for (const edit of edits) take(edit);
		} else if (step.op === 'set' && step.path[0] === 'edits') {
			take(step.was);
			take(step.value);
		}
	}
	return carried;
}

const addedInCouncil = new WeakMap<Council['scenarios'], ReadonlyMap<string, Json>>();

/** The records that changes add, by scenario and ref, and by ref alone. */
function addedIn({ scenarios }: Council): ReadonlyMap<string, Json> {
	let added = addedInCouncil.get(scenarios);
	if (added === undefined) {
		const found = new Map<string, Json>();
		for (const scenario of scenarios)
			for (const { edits } of scenario.changes)
				for (const edit of edits) {
					const { ref, record } = addedBy(edit as Json);
					if (ref === null) continue;
					found.set(`${scenario.id} ${ref}`, record);
					if (!found.has(ref)) found.set(ref, record);
				}
		added = found;
		addedInCouncil.set(scenarios, added);
	}
	return added;
}

function addedBy(edit: Json | undefined): { readonly ref: string | null; readonly record: Json } {
	if (!isObject(edit) || edit.edit !== 'add' || typeof edit.kind !== 'string')
		return { ref: null, record: null };
	const record = edit.record ?? null;
	const id = textOf(valueAt(record, ['id']).value);
	return { ref: id === undefined || id === null ? null : `${edit.kind}/${id}`, record };
}

const PARENTS: Readonly<Partial<Record<Kind, readonly [field: string, kind: Kind]>>> = {
	posts: ['team', 'teams'],
	buildings: ['area', 'areas'],
	contracts: ['provider', 'providers'],
	teams: ['area', 'areas']
};

/** The steps that lead to a record: 'Family hub North', then 'Family support workers (post)'. */
export function recordPath(names: Names, ref: string, scenario: string | null): readonly string[] {
	const { kind } = parseRef(ref);
	const own = text.ofKind(names.title(ref, scenario), kind);
	const [field, of] = PARENTS[kind] ?? [];
	if (field === undefined || of === undefined) return [own];
	const parent = textOf(valueAt(names.record(ref, scenario), [field]).value);
	return parent === undefined || parent === null
		? [own]
		: [names.title(`${of}/${parent}`, scenario), own];
}

/** True for the name of a kind of records. */
export function isKind(name: string): name is Kind {
	return (KINDS as readonly string[]).includes(name);
}
