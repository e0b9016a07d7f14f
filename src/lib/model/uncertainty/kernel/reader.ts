import { Decimal } from 'decimal.js';
import { parseYear, yearLabel, type YearStart } from '../../calendar/calendar';
import { inputRef, type Priced, type Term } from '../../formula/term';
import { floatOf, type Value } from '../../formula/value';
import type { Context } from '../../ledger/context';
import { TIMED_KINDS } from '../../records/kinds';
import type { Bounds } from '../../records/field';
import type { Change, FieldEdit } from '../../scenario/change';
import { inOrder } from '../../scenario/versions';
import { columnOf, least, most, over, plus, times, type Column } from '../column';

/** A random input: where it stands, the very number that stands for it, and the limits of its field. */
export interface RandomInput {
	readonly ref: string;
	readonly value: Decimal;
	readonly bounds: Bounds;
}

/** The random inputs of a model by their number and by their place. */
export interface RandomInputs {
	readonly list: readonly RandomInput[];
	readonly byValue: ReadonlyMap<Decimal, RandomInput>;
	readonly byRef: ReadonlyMap<string, RandomInput>;
}

/** The random inputs, ready to be looked up. */
export function randomInputs(list: readonly RandomInput[]): RandomInputs {
	return {
		list,
		byValue: new Map(list.map((input) => [input.value, input])),
		byRef: new Map(list.map((input) => [input.ref, input]))
	};
}

/** What every part of the kernel reads from: values of fields, and factors of price indices, in all draws. */
export interface Reader {
	/** Draws that are read at a time. */
	readonly size: number;
	/** The value of a field of a record under some changes; NaN where it is blank or blocked. */
	readonly read: (
		value: Value | undefined,
		ref: string,
		changes: readonly string[] | 'all'
	) => Column;
	/** How far prices of a price year have moved by a year. */
	readonly factor: (context: Context, priced: Priced, year: YearStart) => Column;
	/** A term in all draws; `special` gives what is worked out elsewhere, by the name of the input, null for the others. */
	readonly term: (
		term: Term,
		context: Context,
		special?: (name: string, ref: string) => Column | null
	) => Column;
}

/** Reads the model in some draws: `drawn` holds those of each random input, by its place. */
export function readerOf(
	inputs: RandomInputs,
	changes: readonly Change[],
	drawn: ReadonlyMap<string, Float64Array>,
	size: number
): Reader {
	const adjusted = new Map<string, Column>();
	const factors = new Map<string, Column>();

	const columnFor = (ref: string): Float64Array => {
		const column = drawn.get(ref);
		if (column === undefined) throw new Error(`there are no draws of ${ref}`);
		return column;
	};

	const read: Reader['read'] = (value, ref, under) => {
		if (typeof value === 'number') return value;
		if (!(value instanceof Decimal)) return NaN;
		const own = inputs.byValue.get(value);
		if (own !== undefined) return columnFor(own.ref);
		const input = inputs.byRef.get(ref);
		if (input === undefined) return floatOf(value);
		const by = isVersioned(ref) ? under : 'all';
		const key = `${ref} ${by === 'all' ? 'all' : by.join(' ')} ${value.toFixed()}`;
		let column = adjusted.get(key);
		if (column === undefined) {
			column = underChanges(input, columnFor(ref), value, changes, by);
			adjusted.set(key, column);
		}
		return column;
	};

	const factor: Reader['factor'] = (context, { index, priceYear }, to) => {
		if (index === null) return 1;
		const from = parseYear(priceYear) ?? to;
		const key = `${index} ${String(from)} ${String(to)}`;
		let column = factors.get(key);
		if (column === undefined) {
			column = 1;
			const own = context.indices.get(index);
			for (let year = Math.min(from, to) + 1; year <= Math.max(from, to); year++) {
				const label = yearLabel(year);
				const isOwn = own !== undefined && label in own.rates;
				const rate = isOwn ? (own.rates[label] ?? null) : (own?.otherYears ?? null);
				const ref = `indices/${index}.${isOwn ? `rates.${label}` : 'otherYears'}`;
				column = times(column, plus(1, read(rate, ref, 'all')));
			}
			if (to < from) column = over(1, column);
			factors.set(key, column);
		}
		return column;
	};

	return {
		size,
		read,
		factor,
		term: (term, context, special) =>
			columnOf(term.formula.expression, (name) => {
				const ref = inputRef(term, name);
				if (name === 'index')
					return term.priced === undefined || term.year === undefined
						? read(term.values[name], ref, term.changes)
						: factor(context, term.priced, term.year);
				if (name === 'deflator' && term.year !== undefined)
					return factor(
						context,
						{ index: context.deflator, priceYear: yearLabel(context.first) },
						term.year
					);
				return special?.(name, ref) ?? read(term.values[name], ref, term.changes);
			})
	};
}

/** False where changes hold outright, for all years: terms then do not name them. */
const isVersioned = (ref: string): boolean =>
	TIMED_KINDS.some((kind) => ref.startsWith(`${kind}/`));

// Floats of a few steps differ from the exact number by far less, and another set of changes by far more.
const SAME = 1e-9;

/**
 * A random input after the changes of a version. Which of them hold, the version says; a record that goes says only which
 * change takes it, and then those count that lead to the value which stood in it.
 */
function underChanges(
	input: RandomInput,
	column: Float64Array,
	value: Decimal,
	changes: readonly Change[],
	under: readonly string[] | 'all'
): Column {
	const ordered = inOrder(
		changes.filter(({ on }) => on).map((change) => ({ change, edits: change.edits }))
	);
	const edits = (holds: (id: string) => boolean): readonly FieldEdit[] =>
		ordered.flatMap(({ change, edits: own }) =>
			own.filter(
				(edit): edit is FieldEdit =>
					holds(change.id) && 'field' in edit && `${edit.record}.${edit.field}` === input.ref
			)
		);
	const last =
		under === 'all' ? -1 : ordered.findLastIndex(({ change }) => under.includes(change.id));
	const before = new Set(ordered.slice(0, last + 1).map(({ change }) => change.id));
	const candidates = [
		edits((id) => under === 'all' || under.includes(id)),
		edits((id) => before.has(id)),
		[],
		edits(() => true)
	];
	const centre = floatOf(value);
	for (const own of candidates) {
		const there = afterEdits(floatOf(input.value), own, input.bounds) as number;
		if (Math.abs(there - centre) <= SAME * Math.max(1, Math.abs(centre)))
			return afterEdits(column, own, input.bounds);
	}
	throw new Error(`${input.ref} is ${value.toFixed()} by no changes that are known`);
}

function afterEdits(start: Column, edits: readonly FieldEdit[], { min, max }: Bounds): Column {
	let column = start;
	for (const edit of edits) {
		if (edit.edit === 'set') {
			column = typeof edit.value === 'string' ? Number(edit.value) : NaN;
			continue;
		}
		column =
			edit.edit === 'scale' ? times(column, floatOf(edit.factor)) : plus(column, floatOf(edit.by));
		if (min !== undefined) column = most(column, min);
		if (max !== undefined) column = least(column, max);
	}
	return column;
}
