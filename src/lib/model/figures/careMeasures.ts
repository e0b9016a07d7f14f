import type { Calibration } from '../care/calibrate';
import type { CareProjection } from '../care/project';
import type { MonthFlows } from '../care/propagate';
import { floatOf, isBlocked, isKnown } from '../formula/value';
import type { Context } from '../ledger/context';
import { measure, type Series } from '../ledger/series';
import { CARE_BANDS } from '../records/careFlow';
import type { PartTitle } from './partTitles';

const NO_BLANKS: readonly string[] = [];
const LAST_MONTH = 11;

type StateNumber = (flows: MonthFlows, state: number) => number;

/** Children in care, entries, exits and child-days by band and type; weeks by type; the calibration factor. */
export function careMeasures(
	care: CareProjection,
	calibration: Calibration,
	titleOf: PartTitle,
	context: Context
): readonly Series[] {
	return [
		...CARE_BANDS.flatMap((band, b) =>
			care.types.flatMap((type, t) =>
				stateMeasures(care, titleOf, context, `${band}/${type}`, b * care.types.length + t)
			)
		),
		...care.types.flatMap((type) => typeMeasures(care, titleOf, context, type)),
		calibrationMeasure(calibration, context)
	];
}

function stateMeasures(
	care: CareProjection,
	titleOf: PartTitle,
	context: Context,
	part: string,
	state: number
): readonly Series[] {
	const after = isBlocked(care.inputs) ? null : care.inputs.after;
	const yearly = (
		figure: string,
		title: string,
		of: (y: number, months: readonly MonthFlows[]) => number
	) =>
		measure(
			`${figure}/${part}`,
			`${title}: ${titleOf(figure, part)}`,
			figure,
			part,
			Float64Array.from({ length: context.years }, (_, y) =>
				isBlocked(care.months) || 12 * y >= care.months.length ? NaN : of(y, care.months)
			),
			isBlocked(care.months) ? care.months.waitsFor : (after?.waitsFor ?? NO_BLANKS),
			care.basisIn
		);
	const summed =
		(of: StateNumber) =>
		(y: number, months: readonly MonthFlows[]): number =>
			months.slice(12 * y, 12 * y + 12).reduce((total, flows) => total + of(flows, state), 0);
	return [
		yearly(
			'care.children',
			'Children in care at 31 March',
			(y, months) => months[12 * y + LAST_MONTH]?.closing[state] ?? 0
		),
		yearly(
			'care.entries',
			'Entries to care',
			summed((flows) => flows.entries[state] ?? 0)
		),
		yearly(
			'care.exits',
			'Exits from care, with those who turn 18',
			(y, months) =>
				summed((flows) => flows.exits[state] ?? 0)(y, months) +
				summed((flows) => turned18In(flows, state, care.types.length))(y, months)
		),
		yearly(
			'care.childDays',
			'Days in care',
			summed((flows) => flows.childDays[state] ?? 0)
		)
	];
}

/** Children of a state who turn 18 in a month: only the oldest band's do. */
export function turned18In(flows: MonthFlows, state: number, types: number): number {
	const oldest = state - (CARE_BANDS.length - 1) * types;
	return oldest < 0 ? 0 : (flows.turned18[oldest] ?? 0);
}

function typeMeasures(
	care: CareProjection,
	titleOf: PartTitle,
	context: Context,
	type: string
): readonly Series[] {
	const ref = `placementTypes/${type}`;
	const weeks = care.weeksOf(ref);
	const yearly = (figure: string, title: string, sort: 'inHouse' | 'external' | 'all'): Series =>
		measure(
			`${figure}/${type}`,
			`${title}: ${titleOf(figure, type)}`,
			figure,
			type,
			Float64Array.from({ length: context.years }, (_, y) => {
				if (isBlocked(weeks) || 12 * y >= weeks.all.length) return NaN;
				let total = 0;
				for (let m = 12 * y; m < 12 * y + 12; m++) total += weeks[sort][m] ?? 0;
				return total;
			}),
			isBlocked(weeks) ? weeks.waitsFor : (weeks.after?.waitsFor ?? NO_BLANKS),
			(y) => care.weeksBasisIn(ref, y)
		);
	return [
		yearly('care.external', 'Weeks in external placements', 'external'),
		yearly('care.inHouse', 'Weeks in council places', 'inHouse'),
		yearly('care.childWeeks', 'Weeks in care', 'all')
	];
}

function calibrationMeasure({ onPrices, onEntries, term }: Calibration, context: Context): Series {
	const factor =
		isKnown(onPrices) && floatOf(onPrices) !== 1
			? onPrices
			: isKnown(onPrices)
				? onEntries
				: onPrices;
	return measure(
		'care.calibration',
		'Calibration factor',
		'care.calibration',
		'factor',
		new Float64Array(context.years).fill(isKnown(factor) ? floatOf(factor) : NaN),
		isBlocked(factor) ? factor.waitsFor : NO_BLANKS,
		() => term?.values ?? null
	);
}
