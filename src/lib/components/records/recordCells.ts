import { houseOf } from '$lib/format';
import { date } from '$lib/dates';
import { adjustmentWords } from '$lib/components/history/adjustmentWords';
import { cellText } from '$lib/input/human';
import type { CellAdjusts, CellType, GridCell, GridColumn, Option } from '$lib/input/table';
import { CHOICE_LABELS, FIELD_LABELS } from '$lib/messages/fields';
import {
	adjusted,
	cellUnder,
	fieldAccepts,
	type AdjustmentAmount,
	type CellValue,
	type Column,
	type Council,
	type Kind,
	type Target
} from '$lib/model';
import { Decimal } from 'decimal.js';

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

/** A field of records, or of the entries of one of their lists, as a column that people edit. */
export function gridColumn(
	council: Council,
	column: Column,
	{ isReadOnly, takesRange }: { readonly isReadOnly: boolean; readonly takesRange: boolean }
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
		takesRange: takesRange && column.type === 'number' && about !== null
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

/** A cell to be shown: of which record and field, as which column, and what an assumption pack fills it with. */
interface CellAbout {
	readonly council: Council;
	readonly target: Target;
	readonly kind: Kind;
	readonly id: string;
	readonly column: Column;
	readonly shownAs: GridColumn;
	readonly fill: string | undefined;
	readonly isRemoved: boolean;
}

/** One field of a record as the baseline or a change has it. */
export function recordCell(cell: CellAbout): GridCell {
	const { council, target, kind, id, column, shownAs, fill, isRemoved } = cell;
	const { value, isChanged, was, adjustments } = cellUnder(council, target, kind, id, column);
	if (value === undefined) {
		const isField = !isRemoved && fieldAccepts(council, kind, id, column, null) !== undefined;
		return { value: null, shown: '', state: isField ? 'plain' : 'absent' };
	}
	if (isRemoved) return { value, shown: shownText(value, shownAs), state: 'removed' };
	// What a change multiplies or adds to works on what a pack fills a blank of the baseline with.
	const assumed = was === null ? fill : undefined;
	const assumedNow = assumed === undefined ? undefined : afterAll(assumed, adjustments);
	const isAdjustedFill = value === null && assumedNow !== undefined && adjustments.length > 0;
	const own: GridCell = isAdjustedFill
		? {
				value,
				shown: shownText(assumedNow, shownAs),
				state: 'changed',
				was: shownText(assumed ?? null, shownAs)
			}
		: valueCell(shownAs, value, {
				fill,
				...(isChanged ? { was: was === undefined ? '' : shownText(was, shownAs) } : {})
			});
	// What a change adds is edited like a baseline's record: its value is kept.
	const isKept = target.into === 'change' && (isChanged || was !== undefined);
	const adjusts = adjustsOf(column, value, { fill: assumedNow, isKept });
	return {
		...own,
		...(adjusts && { adjusts }),
		...(adjustments.length === 0 ? {} : { by: sumOf(adjustments, column.about?.unit ?? '') })
	};
}

/** What '× 0.9' works on in a cell: its value, or what a pack fills it with where the adjustment itself is kept. */
export function adjustsOf(
	{ type, about }: Column,
	value: string | null,
	{ fill, isKept }: { readonly fill: string | undefined; readonly isKept: boolean }
): CellAdjusts | undefined {
	if (type !== 'number' || about?.bounds === undefined) return undefined;
	if (value !== null || fill === undefined) return { from: value, isKept };
	return isKept ? { from: fill, isKept } : { from: null, isKept, isAssumed: true };
}

function afterAll(text: string, adjustments: readonly AdjustmentAmount[]): string {
	return adjustments.reduce((value, edit) => adjusted(value, edit), new Decimal(text)).toFixed();
}

/** What a change does to the value of a cell, one after another: '× 0.9 + 2 FTE'. */
function sumOf(adjustments: readonly AdjustmentAmount[], unit: string): string {
	return adjustments.map((edit) => adjustmentWords(edit, unit)).join(' ');
}

/** A value as a cell: changed where it says what it was, assumed where a pack fills it, missing where a number is blank. */
export function valueCell(
	shownAs: GridColumn,
	value: string | null,
	{ was, fill }: { readonly was?: string; readonly fill?: string | undefined } = {}
): GridCell {
	const shown = shownText(value, shownAs);
	if (was !== undefined) return { value, shown, state: 'changed', was };
	if (value !== null) return { value, shown, state: 'plain' };
	if (fill !== undefined) return { value, shown: shownText(fill, shownAs), state: 'assumed' };
	return { value, shown, state: shownAs.type === 'number' ? 'missing' : 'plain' };
}

/** A value as people read it in a table: thousands apart, dates written out. */
export function shownText(value: Exclude<CellValue, undefined>, shownAs: GridColumn): string {
	const plain = cellText(value, shownAs);
	if (shownAs.type === 'date' || shownAs.type === 'month') return date(plain);
	return shownAs.type === 'number' ? plain.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',') : plain;
}
