import { cellText } from '$lib/input/human';
import type { CellEdit, GridColumn, GridRow, NewRow, Option } from '$lib/input/table';
import { unitForm } from '$lib/input/unit';
import { lists } from '$lib/messages/lists';
import {
	assumptionsOf,
	assumptionSteps,
	columnsOf,
	entriesIn,
	entryCell,
	KIND_LABELS,
	TABLE_KINDS,
	listNamesOf,
	listsOfRecord,
	rowOf,
	storedUnder,
	textOf,
	valueAt,
	type Column,
	type Council,
	type Operation
} from '$lib/model';
import { labelOf, valueCell } from './recordCells';

/** A number of a record that a pack fills or could fill: how it is named, and its unit. */
export interface Fillable {
	readonly label: string;
	readonly unit: string;
	readonly isBlank: boolean;
}

/** Every number of the baseline's records by its place: 'posts/outreach.salary'. */
export function fillables(council: Council): ReadonlyMap<string, Fillable> {
	const found = new Map<string, Fillable>();
	for (const kind of TABLE_KINDS) {
		const apart = listNamesOf(kind);
		const columns = columnsOf(council, kind).filter(({ path }) => !apart.includes(path[0] ?? ''));
		for (const { id, title } of council.baseline[kind]) {
			const put = (place: string, column: Column, value: unknown, own: string) => {
				if (column.about === null || value === undefined) return;
				found.set(`${kind}/${id}.${place}`, {
					label: lists.packs.path(title, KIND_LABELS[kind], own),
					unit: column.about.unit,
					isBlank: value === null
				});
			};
			const row = rowOf(council, `records/${kind}/${id}`);
			for (const column of columns)
				put(column.field, column, valueAt(row, column.path).value, labelOf(council, column));
			for (const list of listsOfRecord(council, { into: 'baseline' }, kind, id)) {
				const { now } = storedUnder(council, { into: 'baseline' }, list);
				entriesIn(list.isMap, now).forEach((entry, position) => {
					for (const column of list.columns) {
						const value = entryCell(entry, column);
						const label = `${labelOf(council, column)} (${list.isMap ? entry.key : entryName(entry.key, position)})`;
						const place = list.isMap
							? `${list.name}.${entry.key}`
							: `${list.name}.${position}.${column.field}`;
						put(place, column, value, label);
					}
				});
			}
		}
	}
	return found;
}

const entryName = (key: string, position: number): string =>
	/^\d+$/.test(key) ? String(position + 1) : key;

/** The assumptions of a pack that are percentages, or those that are not, as a table that people edit. */
export function packTable({
	council,
	pack,
	isShare,
	fields,
	isReadOnly
}: {
	readonly council: Council;
	readonly pack: string;
	readonly isShare: boolean;
	readonly fields: ReadonlyMap<string, Fillable>;
	readonly isReadOnly: boolean;
}) {
	const own = assumptionsOf(council, pack).filter(
		(assumption) => isShareOf(fields.get(fieldOf(assumption))) === isShare
	);
	const filled = new Set(own.map(fieldOf));
	const options = [...fields].flatMap(([value, about]): readonly Option[] =>
		filled.has(value) || (about.isBlank && isShareOf(about) === isShare)
			? [{ value, label: about.label }]
			: []
	);
	const columns = columnsFor(options, isShare ? 'share of 1' : '', isReadOnly);
	return {
		columns,
		rows: own.map((assumption): GridRow => {
			const field = fieldOf(assumption);
			const about = fields.get(field);
			const unit = about === undefined ? null : unitForm(about.unit).name;
			return {
				id: field,
				label: about?.label ?? field,
				...(unit === null || isShare ? {} : { hint: unit }),
				cell: (name) => {
					const column = columns.find(({ id }) => id === name);
					const value = textOf(assumption[name]) ?? null;
					if (column === undefined) throw new Error(`A pack has no column '${name}'.`);
					return name === 'field'
						? { value, shown: cellText(value, column), state: 'plain' }
						: {
								...valueCell(column, value),
								...(column.type === 'number' && { adjusts: { from: value, isKept: false } })
							};
				}
			};
		}),
		stepsOf: (edits: readonly CellEdit[], newRows: readonly NewRow[]): readonly Operation[] =>
			assumptionSteps(
				council,
				pack,
				edits.map(({ row, column, value, range }) => ({
					assumption: row,
					name: column,
					text: value,
					...(range && { range })
				})),
				newRows.map((row) => new Map(Object.entries(row)))
			)
	};
}

function fieldOf(assumption: ReturnType<typeof assumptionsOf>[number]): string {
	return textOf(assumption['field']) ?? '';
}

function isShareOf(about: Fillable | undefined): boolean {
	return about !== undefined && unitForm(about.unit).kind === 'percent';
}

function columnsFor(
	options: readonly Option[],
	unit: string,
	isReadOnly: boolean
): readonly GridColumn[] {
	const words = lists.packs;
	const number = { type: 'number', unit, isReadOnly } as const;
	return [
		{ id: 'field', label: words.field, type: 'choice', options, canBeBlank: false, isReadOnly },
		{
			id: 'value',
			label: words.value,
			meaning: words.valueMeaning,
			...number,
			canBeBlank: false,
			takesRange: true
		},
		{ id: 'low', label: words.low, ...number, canBeBlank: true },
		{ id: 'high', label: words.high, ...number, canBeBlank: true },
		{
			id: 'source',
			label: words.source,
			meaning: words.sourceMeaning,
			type: 'text',
			canBeBlank: true,
			isReadOnly
		},
		{ id: 'note', label: words.note, type: 'text', canBeBlank: true, isReadOnly }
	];
}
