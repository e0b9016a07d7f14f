import { houseOf } from '$lib/format';
import { cellText } from '$lib/input/human';
import type { CellEdit, CellType, GridCell, GridColumn, GridRow, Option } from '$lib/input/table';
import { CHOICE_LABELS, FIELD_LABELS } from '$lib/messages/fields';
import {
	applyOperations,
	cellUnder,
	columnsOf,
	fieldAccepts,
	rowOf,
	stepsFor,
	textOf,
	valueAt,
	type CellValue,
	type Column,
	type Council,
	type Kind,
	type Json,
	type Operation,
	type Outcome,
	type Target
} from '$lib/model';

/** The records of one kind as a table that people edit, under the baseline or one change of a scenario. */
export interface RecordTable {
	readonly columns: readonly GridColumn[];
	readonly rows: readonly GridRow[];
	/** What is wrong with a value for a cell, in one sentence; null where it may stand there. */
	readonly check: (row: string | null, column: string, value: string | null) => string | null;
	/** The steps that carry out cells' edits; or what stands against them. */
	readonly stepsOf: (edits: readonly CellEdit[]) => readonly Operation[] | Outcome;
}

/** How a kind's table is wanted. */
export interface TableRequest {
	readonly council: Council;
	readonly target: Target;
	readonly kind: Kind;
	/** Whether assumption packs fill blanks. */
	readonly packs: boolean;
	/** True where nothing may be edited, for nobody has said yet what the edit is for. */
	readonly isReadOnly: boolean;
}

/** The table of a kind's records. */
export function recordTable(request: TableRequest): RecordTable {
	const { council, target, kind } = request;
	const fields = new Map(columnsOf(council, kind).map((column) => [column.field, column]));
	const shown = [...fields.values()]
		.filter((column) => isShown(council, kind, target, column))
		.toSorted((a, b) => Number(LAST.has(a.name)) - Number(LAST.has(b.name)));
	const fills = fillsOf(request);
	return {
		columns: shown.map((column) => gridColumn(council, column, target, request.isReadOnly)),
		rows: idsUnder(council, target, kind).map((id) => gridRow(request, id, fields, fills)),
		check: (row, column, value) => {
			const field = fields.get(column);
			if (value === null && field !== undefined && isTakenOut(field)) return null;
			return field === undefined || row === null
				? null
				: (fieldAccepts(council, kind, row, field, value) ?? null);
		},
		stepsOf: (edits) => stepsOfEdits(request, fields, edits)
	};
}

// What places a record in the accounts and the prices comes after what the record is about.
const LAST: ReadonlySet<string> = new Set([
	'heading',
	'headingScope',
	'index',
	'priceYear',
	'note'
]);

/** A map's column is shown where some record uses it; the others are set in the form of their row. */
function isShown(council: Council, kind: Kind, target: Target, column: Column): boolean {
	if (column.key === null || column.key.kind === null) return true;
	return idsUnder(council, target, kind).some(
		(id) => cellUnder(council, target, kind, id, column).value !== undefined
	);
}

function idsUnder(council: Council, target: Target, kind: Kind): readonly string[] {
	const ids = council.baseline[kind].map(({ id }) => id);
	if (target.into === 'baseline') return ids;
	const change = council.scenarios
		.find(({ id }) => id === target.scenario)
		?.changes.find(({ id }) => id === target.change);
	const added = (change?.edits ?? []).flatMap((edit) =>
		edit.edit === 'add' && edit.kind === kind ? [textOf(edit.record.id) ?? ''] : []
	);
	return [...ids, ...added];
}

const TYPES: Readonly<Record<Column['type'], CellType>> = {
	number: 'number',
	text: 'text',
	list: 'text',
	choice: 'choice',
	reference: 'choice',
	month: 'month',
	date: 'date',
	year: 'year',
	yesNo: 'yesNo'
};

function gridColumn(
	council: Council,
	column: Column,
	target: Target,
	isReadOnly: boolean
): GridColumn {
	const { about } = column;
	return {
		id: column.field,
		label: labelOf(council, column),
		...(about === null ? {} : { unit: about.unit, meaning: about.meaning }),
		type: TYPES[column.type],
		...(column.type === 'year' ? { writeYear: houseOf(council.council).year } : {}),
		options: optionsOf(council, column),
		isReadOnly,
		// A new row is given what it needs; where an empty cell of a record is a mistake, the check says so.
		canBeBlank: column.field !== 'title',
		takesRange: column.type === 'number' && about !== null && target.into === 'baseline'
	};
}

/** What a column is called: 'Salary', 'Share of time: Family support', 'Amount: 2026/27'. */
export function labelOf(council: Council, { about, name, key }: Column): string {
	const label = about?.label ?? FIELD_LABELS[name] ?? name;
	if (key === null) return label;
	const record =
		key.kind === null ? undefined : council.baseline[key.kind].find(({ id }) => id === key.id);
	return `${label}: ${record?.title ?? houseOf(council.council).year(key.id)}`;
}

function optionsOf(council: Council, column: Column): readonly Option[] {
	if (column.refers !== null && column.type === 'reference')
		return council.baseline[column.refers].map(({ id, title }) => ({ value: id, label: title }));
	const labels = CHOICE_LABELS[column.name] ?? {};
	return column.options.map((value) => ({ value, label: labels[value] ?? value }));
}

type Fills = ReadonlyMap<string, string>;

function fillsOf({ council, packs }: TableRequest): Fills {
	const fills = new Map<string, string>();
	if (packs)
		for (const pack of council.packs)
			if (pack.on) for (const { field, value } of pack.values) fills.set(field, value.toFixed());
	return fills;
}

function gridRow(
	request: TableRequest,
	id: string,
	fields: ReadonlyMap<string, Column>,
	fills: Fills
): GridRow {
	const { council, kind, target } = request;
	const cells = new Map<string, GridCell>();
	const title = titleUnder(council, target, kind, id);
	return {
		id,
		label: title,
		...hintOf(request, id, fields),
		cell: (name) => {
			let cell = cells.get(name);
			if (cell === undefined) {
				const column = fields.get(name);
				if (column === undefined) throw new Error(`There is no column '${name}' of ${kind}.`);
				cell = gridCell(request, id, column, fills.get(`${kind}/${id}.${name}`));
				cells.set(name, cell);
			}
			return cell;
		}
	};
}

function titleUnder(council: Council, target: Target, kind: Kind, id: string): string {
	const record = rowOf(council, `records/${kind}/${id}`);
	if (record !== null) return textOf(valueAt(record, ['title']).value) ?? id;
	if (target.into === 'baseline') return id;
	const change = rowOf(council, `changes/${target.scenario}/${target.change}`);
	return textOf(valueAt(change, ['edits', `add ${kind}/${id}`, 'record', 'title']).value) ?? id;
}

/** What tells records of one name apart: the team of a post, the area of a building. */
function hintOf(
	{ council, target, kind }: TableRequest,
	id: string,
	fields: ReadonlyMap<string, Column>
): { readonly hint?: string } {
	const [name = '', list] = HINTS[kind] ?? [];
	const column = fields.get(name);
	if (column === undefined || list === undefined) return {};
	const { value } = cellUnder(council, target, kind, id, column);
	const record = council.baseline[list].find((own) => own.id === value);
	return record === undefined ? {} : { hint: record.title };
}

const HINTS: Readonly<Partial<Record<Kind, readonly [string, Kind]>>> = {
	posts: ['team', 'teams'],
	buildings: ['area', 'areas'],
	contracts: ['provider', 'providers'],
	teams: ['area', 'areas']
};

function gridCell(
	request: TableRequest,
	id: string,
	column: Column,
	fill: string | undefined
): GridCell {
	const { council, kind, target } = request;
	const { value, isChanged, was } = cellUnder(council, target, kind, id, column);
	const field = gridColumn(council, column, target, request.isReadOnly);
	if (value === undefined) {
		const isField = fieldAccepts(council, kind, id, column, null) !== undefined;
		return { value: null, shown: '', state: isField ? 'plain' : 'absent' };
	}
	const shown = shownText(value, field);
	if (isChanged) return { value, shown, state: 'changed', was: wasText(was, field) };
	if (value !== null) return { value, shown, state: 'plain' };
	if (fill !== undefined) return { value, shown: shownText(fill, field), state: 'assumed' };
	return { value, shown, state: column.type === 'number' ? 'missing' : 'plain' };
}

/** A value as people read it in a table: thousands apart. */
function shownText(value: string | null, field: GridColumn): string {
	const plain = cellText(value, field);
	return field.type === 'number' ? plain.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',') : plain;
}

function wasText(was: CellValue, field: GridColumn): string {
	return was === undefined ? '' : shownText(was, field);
}

function stepsOfEdits(
	{ council, target, kind }: TableRequest,
	fields: ReadonlyMap<string, Column>,
	edits: readonly CellEdit[]
): readonly Operation[] | Outcome {
	let now = council;
	const steps: Operation[] = [];
	for (const { row, column: name, value, range } of edits) {
		const column = fields.get(name);
		if (column === undefined) throw new Error(`There is no column '${name}' of ${kind}.`);
		// An entry of a map that is emptied does not apply any longer; any other field is blank.
		const isOut = value === null && target.into === 'baseline' && isTakenOut(column);
		const own = [
			...(stepsFor(now, target, kind, row, column, isOut ? undefined : value) ?? []),
			...(range === undefined ? [] : rangeSteps(now, kind, row, name, range))
		];
		steps.push(...own);
		// Two fields of one entry: the second finds the entry that the first made.
		if (column.within === null && range === undefined) continue;
		const outcome = applyOperations(now, own);
		if (outcome.outcome !== 'done') return outcome;
		now = outcome.council;
	}
	return steps;
}

function isTakenOut(column: Column): boolean {
	return column.mayBeAbsent && (column.key !== null || !column.mayBeBlank);
}

/** The range that was typed stands in the evidence of its field. */
function rangeSteps(
	council: Council,
	kind: Kind,
	id: string,
	field: string,
	{ low, high }: { readonly low: string; readonly high: string }
): readonly Operation[] {
	const row = `records/${kind}/${id}`;
	const record = rowOf(council, row);
	const all = valueAt(record, ['evidence']).value;
	const was = valueAt(record, ['evidence', field]).value;
	const value: Json = { ...(was as Record<string, Json> | undefined), low, high };
	if (all === undefined) return [{ op: 'set', row, path: ['evidence'], value: { [field]: value } }];
	return [
		{ op: 'set', row, path: ['evidence', field], ...(was === undefined ? {} : { was }), value }
	];
}
