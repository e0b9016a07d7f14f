import { Decimal } from 'decimal.js';
import type { Spread } from '$lib/charts/fan';
import type { CellRow } from '$lib/components/table/cell';
import { sure } from '$lib/messages/sure';
import type { Summary } from '$lib/model';
import type { Sureness } from '$lib/runner/sureness/protocol';

/** A figure that a fan can show: as it is, or what it differs by from "If we change nothing". */
export interface FanChoice {
	readonly figure: string;
	readonly difference: boolean;
	/** What it is by year with each input at its value. */
	readonly row: CellRow;
}

/** What the draws say of a choice by year; null in years that wait for a blank. */
export interface FanView {
	readonly label: string;
	readonly unit: string;
	readonly byYear: readonly (Summary | null)[];
	/** The same of "If we change nothing", where it is not what the figure is set against. */
	readonly nothing: readonly (Summary | null)[] | null;
}

/** What the draws say of a choice; null where they do not know the figure. */
export function fanView(
	sureness: Sureness,
	{ figure, difference }: FanChoice,
	nothing: string | null
): FanView | null {
	const own = sureness.figures.get(figure);
	if (own === undefined) return null;
	const { label, unit, byYear } = own;
	if (!difference) return { label, unit, byYear, nothing: nothing === null ? null : own.nothing };
	const paired = nothing === null ? undefined : sureness.differences.get(nothing)?.get(figure);
	return paired === undefined ? null : { label, unit, byYear: paired.byYear, nothing: null };
}

/** The bands of a fan by year. */
export function bandsOf(byYear: FanView['byYear']): readonly (Spread | null)[] {
	return byYear.map(
		(own) =>
			own && {
				p10: new Decimal(own.p10),
				p25: new Decimal(own.p25),
				p75: new Decimal(own.p75),
				p90: new Decimal(own.p90)
			}
	);
}

/** One number of each year's summary. */
export function valuesOf(
	byYear: FanView['byYear'],
	of: keyof Summary
): readonly (Decimal | null)[] {
	return byYear.map((own) => (own === null ? null : new Decimal(own[of])));
}

const ROWS = ['p90', 'p75', 'p50', 'p25', 'p10', 'mean', 'se'] as const;

/** The table of a fan, the highest first, with "If we change nothing" last where it is not what it is set against. */
export function fanRows(
	{ byYear, nothing }: FanView,
	nothingTitle: string
): readonly { readonly label: string; readonly values: readonly (Decimal | null)[] }[] {
	return [
		...ROWS.map((of) => ({ label: sure.fan.rows[of], values: valuesOf(byYear, of) })),
		...(nothing === null
			? []
			: [{ label: sure.fan.nothing(nothingTitle), values: valuesOf(nothing, 'p50') }])
	];
}
