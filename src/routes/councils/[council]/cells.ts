import type { Decimal } from 'decimal.js';
import type { FigureCell } from '$lib/components/table/cell';
import { capital } from '$lib/format';
import { waiting } from '$lib/messages/sentences';
import { FIGURES, splitFigureId, valueOf, type Projection, type SideBySide } from '$lib/model';
import { inputNames } from './names';

/** A figure of a projection in one year; over all years where the year is null. A figure without lines is 0. */
export function cellOf(projection: Projection, figure: string, year: string | null): FigureCell {
	const value = valueIn(valuesOf(projection, figure), projection.years, year);
	return {
		figure,
		scenario: projection.scenario.id,
		year,
		unit: unitOf(figure),
		value,
		waitsFor: waitsFor(projection, value, projection.figures.get(figure)?.blockedBy)
	};
}

/** What B's figure differs by from A's in one year, or over all years. */
export function differenceCell(
	comparison: SideBySide,
	figure: string,
	year: string | null
): FigureCell {
	const own = comparison.figures.get(figure);
	const value = valueIn(own?.difference ?? [], comparison.years, year);
	return {
		figure,
		scenario: comparison.b.scenario.id,
		against: comparison.a.scenario.id,
		year,
		unit: unitOf(figure),
		value,
		waitsFor: waitsFor(comparison.b, value, own?.blockedBy)
	};
}

const sentences = new WeakMap<readonly string[], string>();

/** What a blocked value waits for: the first inputs by name; undefined where it is not blocked. */
function waitsFor(
	projection: Projection,
	value: Decimal | null,
	blockedBy: readonly string[] | undefined
): string | undefined {
	if (value !== null || blockedBy === undefined || blockedBy.length === 0) return undefined;
	let sentence = sentences.get(blockedBy);
	if (sentence === undefined) {
		sentence = capital(waiting(inputNames(projection, blockedBy)));
		sentences.set(blockedBy, sentence);
	}
	return sentence;
}

/** The values of a figure by year; null where it is blocked. */
export function valuesOf(projection: Projection, figure: string): readonly (Decimal | null)[] {
	const own = projection.figures.get(figure);
	return own === undefined ? [] : projection.years.map((_, y) => valueOf(own, y));
}

/** One year's value, or the sum of all; null where what it needs is blocked or there is nothing. */
export function valueIn(
	values: readonly (Decimal | null)[],
	years: readonly string[],
	year: string | null
): Decimal | null {
	return year === null ? sumOf(values) : (values[years.indexOf(year)] ?? null);
}

/** The sum of values; null where one of them is blocked or there is none. */
export function sumOf(values: readonly (Decimal | null)[]): Decimal | null {
	return values.reduce<Decimal | null>(
		(total, value, i) =>
			i === 0 ? value : total === null || value === null ? null : total.plus(value),
		null
	);
}

function unitOf(figure: string): string {
	return FIGURES[splitFigureId(figure).figure]?.unit ?? '';
}
