import {
	careRates,
	countReturn,
	dayText,
	filtered,
	forecastCare,
	leaversAt,
	stockOf,
	type CareForecast,
	type CareRates,
	type CareSeries,
	type CleanReturn,
	type DailyDates,
	type DailyParameters,
	type ModelChoice
} from '../../lib/model';
import type { PriceParameters } from '../../lib/exchange/ssda903/prices';
import { table } from '../tables';
import { costsJson, costsTable, spreadForecast } from './costs';
import { Refusal } from './refusal';

const RATE_PLACES = 9;
const SHARE_PLACES = 3;
const CHILD_PLACES = 2;
const PERCENT = 100;

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
	json: boolean,
	{ prices, choice }: { readonly prices: PriceParameters; readonly choice: ModelChoice }
): readonly string[] {
	if (parameters.rateAdjustments.length + parameters.entryAdjustments.length > 0)
		throw new Refusal(
			'rate_adjustments and entry_adjustments are of the states of the daily method; add --method daily'
		);
	const own = filtered(clean, parameters.filters);
	const rates = careRates(countReturn(own, window));
	const leavers = leaversAt(own, start);
	const request = { opening: stockOf(own, start), rates, start, until, leavers, choice };
	const forecast = forecastCare(request);
	const priced = spreadForecast(own, request, prices);
	if (!json)
		return [...forecastTable(forecast), ...(priced === null ? [] : ['', ...costsTable(priced)])];
	const costs = priced === null ? {} : { costs: costsJson(priced) };
	return [JSON.stringify({ ...forecastJson(forecast, rates), ...costs }, null, 1)];
}

const LEAST_CHANCE = 0.001;

function chanceText(pValue: number): string {
	return pValue < LEAST_CHANCE ? `below ${LEAST_CHANCE}` : pValue.toFixed(SHARE_PLACES);
}

/** What a series is called: '10-15 foster', '10-15', 'foster' or 'all'. */
function nameOf({ band, type }: CareSeries): string {
	return [band, type].filter((part) => part !== null).join(' ') || 'all';
}

function forecastJson({ days, series }: CareForecast, rates: CareRates) {
	const states = series.filter(({ band, type }) => band !== null && type !== null);
	const named = <T>(of: readonly CareSeries[], value: (one: CareSeries) => T) =>
		Object.fromEntries(of.map((one) => [nameOf(one), value(one)]));
	return {
		method: 'continuous',
		dates: days.map(dayText),
		rates,
		population: named(states, ({ mean }) => mean),
		variance: named(states, ({ chance }) => chance),
		figures: named(series, ({ mean, chance, rates: ofRates, p10, p50, p90 }) => ({
			mean,
			p10,
			p50,
			p90,
			variance: { chance, rates: ofRates }
		}))
	};
}

function rateTables({
	exits,
	moves,
	entries,
	pooling,
	dispersion,
	phases,
	trend
}: CareRates): readonly string[] {
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
		]),
		'',
		`Entries of ${dispersion.quarters} quarters vary ${dispersion.observed.toFixed(2)} times as much as by chance (p ${chanceText(dispersion.pValue)}); ${dispersion.used.toFixed(2)} times is used`,
		`Leaving at another rate in the first year ${phases.fitsBetter ? 'fits better' : 'does not fit better'} (likelihood ratio ${phases.statistic.toFixed(2)}, ${phases.degrees} degrees, p ${chanceText(phases.pValue)})${phases.fitsBetter ? ': see --exits two-phase' : ''}`,
		`Entries grow by ${((Math.exp(trend.perYear) - 1) * PERCENT).toFixed(1)} % a year (± ${(trend.spread * PERCENT).toFixed(1)}, of ${trend.years} years)`
	];
}

/** Children in care by type on each day, of all bands, and the band that holds the number of all in eight of ten cases. */
function forecastTable({ days, series }: CareForecast): readonly string[] {
	const ofTypes = series.filter(({ band, type }) => band === null && type !== null);
	const all = series.filter(({ band, type }) => band === null && type === null);
	const shown = (values: readonly number[]) => values.map((value) => value.toFixed(CHILD_PLACES));
	return table([
		['Children in care', ...days.map(dayText)],
		...ofTypes.map((one) => [nameOf(one), ...shown(one.mean)]),
		...all.flatMap(({ mean, p10, p90 }) => [
			['all', ...shown(mean)],
			['in eight of ten cases from', ...shown(p10)],
			['to', ...shown(p90)]
		])
	]);
}

/** What the continuous method does with a return: lines of JSON, or tables. */
export const continuous = { estimate, project };
