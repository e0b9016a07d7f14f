import { sideBySide } from '../compare';
import type { Scenario } from '../scenario/file';
import type { Place } from '../solving/inputRange';
import { splitFigureId } from '../figures/figure';
import type { Simulation } from './simulation';

/** What is asked of a scenario as one number: a figure in a year or over all of them, alone or less that of "If we change nothing". */
export interface SureOutcome {
	readonly figure: string;
	/** The year, counted from 0; null for all years together. */
	readonly y: number | null;
	readonly difference: boolean;
}

/** The outcome in each draw [pounds, or the figure's unit]; null where it waits for a blank, or is no figure that is drawn. */
export function outcomeDraws(
	{ request, figureDraws, nothingDraws }: Simulation,
	{ figure, y, difference }: SureOutcome
): Float64Array | null {
	const own = figureDraws.get(figure);
	const before = nothingDraws.get(figure);
	if (own === undefined || before === undefined) return null;
	const result = new Float64Array(request.draws);
	for (const [year, draws] of own.entries()) {
		if (y !== null && y !== year) continue;
		const without = before[year];
		for (let i = 0; i < result.length; i++)
			result[i]! += (draws[i] ?? NaN) - (difference ? (without?.[i] ?? NaN) : 0);
	}
	return result.some(Number.isNaN) ? null : result;
}

/** Measures an outcome by the engine, at whatever values inputs are given; null where it is not known. */
export function outcomeMeasure(
	nothing: Scenario,
	terms: 'cash' | 'real',
	{ figure, y, difference }: SureOutcome
): (place: Place) => number | null {
	const id = splitFigureId(figure).figure;
	return ({ council, scenario }) => {
		const own = sideBySide(council, nothing, scenario, { terms, figures: [id] }).figures.get(
			figure
		);
		const values = difference ? own?.difference : own?.b;
		if (values === undefined) return null;
		let sum = 0;
		for (const [year, value] of values.entries()) {
			if (y !== null && y !== year) continue;
			if (value === null) return null;
			sum += value.toNumber();
		}
		return sum;
	};
}
