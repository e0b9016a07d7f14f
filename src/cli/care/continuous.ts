import {
	CARE_BANDS,
	careRates,
	countReturn,
	dayText,
	filtered,
	forecastCare,
	RETURN_TYPE_IDS,
	stockOf,
	type CareDay,
	type CareRates,
	type CleanReturn,
	type DailyDates,
	type DailyParameters
} from '../../lib/model';
import { table } from '../tables';
import { Refusal } from './refusal';

const RATE_PLACES = 9;
const SHARE_PLACES = 3;
const CHILD_PLACES = 2;

const STATES = CARE_BANDS.flatMap((band) => RETURN_TYPE_IDS.map((type) => `${band} ${type}`));

/** The continuous method's counts and rates, as lines of JSON or as tables. */
function estimate(
	clean: CleanReturn,
	{ filters }: DailyParameters,
	{ window }: DailyDates,
	json: boolean
): readonly string[] {
	const { window: own, ...counts } = countReturn(filtered(clean, filters), window);
	const rates = careRates({ window: own, ...counts });
	if (!json) return rateTables(rates);
	const days = { from: dayText(own.from), to: dayText(own.to) };
	return [JSON.stringify({ method: 'continuous', ...days, ...counts, rates }, null, 1)];
}

/** The continuous method's forecast, as lines of JSON or as a table; refused where the parameters are the daily method's. */
function project(
	clean: CleanReturn,
	parameters: DailyParameters,
	{ window, start, until }: DailyDates,
	json: boolean
): readonly string[] {
	if (parameters.rateAdjustments.length + parameters.entryAdjustments.length > 0)
		throw new Refusal(
			'rate_adjustments and entry_adjustments are of the states of the daily method; add --method daily'
		);
	const own = filtered(clean, parameters.filters);
	const rates = careRates(countReturn(own, window));
	const days = forecastCare({ opening: stockOf(own, start), rates, start, until });
	return json ? [JSON.stringify(forecastJson(days, rates), null, 1)] : forecastTable(days);
}

function forecastJson(days: readonly CareDay[], rates: CareRates) {
	const byState = (of: (day: CareDay) => Float64Array) =>
		Object.fromEntries(STATES.map((state, i) => [state, days.map((day) => of(day)[i] ?? 0)]));
	return {
		method: 'continuous',
		dates: days.map(({ day }) => dayText(day)),
		rates,
		population: byState(({ children }) => children),
		variance: byState(({ variance }) => variance),
		inCare: {
			children: days.map(({ total }) => total.children),
			variance: days.map(({ total }) => total.variance)
		}
	};
}

function rateTables({ exits, moves, entries, pooling }: CareRates): readonly string[] {
	const shown = (perDay: number): string => perDay.toFixed(RATE_PLACES);
	const borrowed = ({ toward, strength }: CareRates['pooling']['exits']): string =>
		`drawn toward the ${toward} with the weight of ${strength.toPrecision(SHARE_PLACES)} events`;
	return [
		`Leaving care, ${borrowed(pooling.exits)}`,
		...table([
			['', 'exits', 'child-days', 'per child-day', '±', 'own share'],
			...exits.map((rate) => [
				`${rate.band} ${rate.type}`,
				String(rate.events),
				String(rate.childDays),
				shown(rate.perDay),
				shown(rate.spread),
				rate.ownShare.toFixed(SHARE_PLACES)
			])
		]),
		'',
		`Moving, ${borrowed(pooling.moves)}`,
		...table([
			['', 'to', 'moves', 'child-days', 'per child-day', '±', 'own share'],
			...moves.map((rate) => [
				`${rate.band} ${rate.from}`,
				rate.to,
				String(rate.events),
				String(rate.childDays),
				shown(rate.perDay),
				shown(rate.spread),
				rate.ownShare.toFixed(SHARE_PLACES)
			])
		]),
		'',
		...table([
			['Coming into care', 'children', 'a day', '±'],
			...entries.map((rate) => [
				`${rate.band} ${rate.type}`,
				String(rate.events),
				shown(rate.perDay),
				shown(rate.spread)
			])
		])
	];
}

/** Children in care by type on each day, of all bands, with twice the deviation that chance alone makes. */
function forecastTable(days: readonly CareDay[]): readonly string[] {
	const ofType = ({ children }: CareDay, type: number): number =>
		CARE_BANDS.reduce(
			(sum, _, band) => sum + (children[band * RETURN_TYPE_IDS.length + type] ?? 0),
			0
		);
	const shown = (value: number): string => value.toFixed(CHILD_PLACES);
	return table([
		['Children in care', ...days.map(({ day }) => dayText(day))],
		...RETURN_TYPE_IDS.map((id, type) => [id, ...days.map((day) => shown(ofType(day, type)))]),
		['all', ...days.map(({ total }) => shown(total.children))],
		[
			'two standard deviations by chance',
			...days.map(({ total }) => shown(2 * Math.sqrt(total.variance)))
		]
	]);
}

/** What the continuous method does with a return: lines of JSON, or tables. */
export const continuous = { estimate, project };
