import { CARE_BANDS } from '../../records/careFlow';
import { isBlocked } from '../../formula/value';
import type { Run } from '../../run/run';
import { plus, sumOf, sumOfProducts, type Column } from '../column';
import { drawnCalibration, type DrawnCalibration } from './calibration';
import { drawnDeliveries, type DrawnDelivery } from './capacity';
import { drawnCare, type DrawnCare } from './care';
import { drawnCareInputs, type DrawnCareInputs } from './careInputs';
import { drawnEffects, type DrawnEffect } from './effects';
import type { Reader } from './reader';
import { drawnWeeks, type DrawnWeeks } from './weeks';

/** What a run comes to in all draws, as far as it is no line of money: capacity, effects, children in care. */
export interface DrawnRun {
	readonly run: Run;
	readonly reader: Reader;
	readonly deliveries: readonly DrawnDelivery[];
	readonly effects: readonly DrawnEffect[];
	readonly calibration: DrawnCalibration;
	/** Null where the run itself cannot say them. */
	readonly care: DrawnCare | null;
	/** By reference of the placement type. */
	readonly weeks: ReadonlyMap<string, DrawnWeeks>;
	/** What was read for the first run of the draws, for the second to take over. */
	readonly careInputs: DrawnCareInputs | null;
}

/** A run in all draws; `nothing` is the run without changes, null where this is it. */
export function drawnRun(run: Run, reader: Reader, nothing: DrawnRun | null): DrawnRun {
	const deliveries = run.supplies.flatMap((supply) => {
		const at = nothing?.run.supplies.indexOf(supply) ?? -1;
		return at < 0 || nothing === null
			? drawnDeliveries(supply, reader)
			: nothing.deliveries.filter(({ service }) => `services/${service}` === supply.service.ref);
	});
	const side = { run, deliveries };
	const effects = drawnEffects(side, nothing ?? side, reader);
	const calibration =
		nothing !== null && isSameCalibration(run, nothing.run)
			? nothing.calibration
			: drawnCalibration(run, reader);
	const careInputs =
		nothing !== null && isSameFlows(run, nothing.run)
			? nothing.careInputs
			: drawnCareInputs(run, reader);
	const care =
		careInputs === null || isBlocked(run.care.months)
			? null
			: drawnCare(careInputs, run, effects, calibration.onEntries, nothing?.care ?? null);
	const weeks = new Map(
		care === null
			? []
			: run.records.placementTypes.map((timed) => [
					timed.ref,
					drawnWeeks(timed, care, run.context, reader)
				])
	);
	return { run, reader, deliveries, effects, calibration, care, weeks, careInputs };
}

const isSameFlows = (a: Run, b: Run): boolean =>
	a.care.flows.length === b.care.flows.length &&
	a.care.flows.every((flow, i) => flow === b.care.flows[i]);

const isSameCalibration = (a: Run, b: Run): boolean =>
	a.records.assumptions.every((own, i) => own === b.records.assumptions[i]) &&
	a.records.headings.every((own, i) => own === b.records.headings[i]) &&
	a.context === b.context;

/** Cases that a service serves in a year in the months that weigh, over all its areas. */
export function servedIn(
	{ deliveries }: DrawnRun,
	service: string,
	y: number,
	weights: Float64Array
): Column {
	const cases: [Column, Column][] = [];
	for (const delivery of deliveries)
		if (delivery.service === service)
			for (let m = 12 * y; m < 12 * y + 12; m++)
				cases.push([weights[m] ?? 0, delivery.served[m] ?? NaN]);
	return sumOfProducts(cases);
}

/** The sum of the months of a year; NaN beyond the months that are known. */
export function sumInYear(months: readonly Column[], y: number): Column {
	if (12 * y >= months.length) return NaN;
	return sumOf(Array.from({ length: 12 }, (_, m) => months[12 * y + m] ?? NaN));
}

const OLDEST = CARE_BANDS.length - 1;
const LAST_MONTH = 11;

/** Children of a band and a type in a year: who is there at its end, came, left or turned 18, and their days. */
export function childrenIn(
	{ care }: DrawnRun,
	figure: string,
	band: number,
	type: number,
	y: number
): Column {
	const own = care?.bands[band]?.band;
	if (care === null || own === undefined || 12 * y >= care.inputs.days.length) return NaN;
	const inYear = (rows: readonly (readonly Column[])[], at = type): Column =>
		sumOf(rows.slice(12 * y, 12 * y + 12).map((row) => row[at] ?? NaN));
	switch (figure) {
		case 'care.children':
			return own.closing[12 * y + LAST_MONTH]?.[type] ?? NaN;
		case 'care.entries':
			return inYear(care.entries, band * care.types.length + type);
		case 'care.exits': {
			const left = inYear(own.exits);
			return band === OLDEST ? plus(left, inYear(own.agedOut)) : left;
		}
		default:
			return inYear(own.childDays);
	}
}
