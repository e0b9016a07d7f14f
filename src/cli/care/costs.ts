import type { PriceParameters } from '../../lib/exchange/ssda903/prices';
import {
	costSpreads,
	countedYear,
	dayText,
	expectedDemand,
	factorText,
	periodOf,
	pricedForecast,
	sumByPeriod,
	type CareCosts,
	type CareForecastRequest,
	type CleanReturn,
	type CostSpread,
	type PricedForecast
} from '../../lib/model';
import { table } from '../tables';
import { Refusal } from './refusal';

const PENCE = 100;

/** What the placements of a forecast cost, with how sure that is. */
export interface SpreadForecast extends PricedForecast {
	/** What the costs may come to, by chance and because the rates are uncertain. */
	readonly spreads: readonly CostSpread[];
}

/** Prices a forecast's children, where the parameters file has prices; null where no price is given. */
export function spreadForecast(
	clean: CleanReturn,
	request: CareForecastRequest,
	{ types, leavers, outturn }: PriceParameters
): SpreadForecast | null {
	if (types.length === 0 && leavers === null) return null;
	const counted = outturn === null ? null : countedYear(clean, outturn.year);
	if (outturn !== null && counted === null)
		throw new Refusal(
			`outturn.year: the return does not tell of all of ${outturn.year}; it goes from ${dayText(clean.from)} to ${dayText(clean.to)}`
		);
	const prices = { types, leavers };
	const priced = pricedForecast(expectedDemand(request), prices, outturn, counted);
	return { ...priced, spreads: costSpreads(request, prices, priced.calibration?.factor ?? 1) };
}

/** Care leavers of all ages in the last year. */
function leaversText({ leavers }: CareCosts): string {
	return leavers.reduce((sum, { people }) => sum + (people.at(-1) ?? 0), 0).toFixed(1);
}

const pounds = (pence: number | null): number | null => (pence === null ? null : pence / PENCE);

/** The costs as the documented JSON object, in pounds. */
export function costsJson({ costs, spreads, calibration }: SpreadForecast) {
	const labels = {
		months: periodOf(costs, 'month'),
		quarters: periodOf(costs, 'quarter'),
		years: periodOf(costs, 'year')
	};
	const byPeriod = (pence: readonly (number | null)[]) => ({
		months: [...sumByPeriod(pence, labels.months).values()].map(pounds),
		quarters: [...sumByPeriod(pence, labels.quarters).values()].map(pounds),
		years: [...sumByPeriod(pence, labels.years).values()].map(pounds)
	});
	return {
		months: [...new Set(labels.months)],
		quarters: [...new Set(labels.quarters)],
		years: [...new Set(labels.years)],
		lines: costs.lines.map(({ type, part, pence, waitsFor }) => ({
			type,
			part,
			...byPeriod(pence),
			waitsFor: waitsFor.map(wordsOf)
		})),
		known: byPeriod(totalOf(costs, true)),
		total: byPeriod(totalOf(costs, false)),
		figures: Object.fromEntries(
			spreads.map(({ type, part, periods: { month, quarter, year } }) => [
				type === null ? 'known' : part === null ? type : `${type} ${part}`,
				{ months: month, quarters: quarter, years: year }
			])
		),
		notPriced: costs.notPriced,
		leavers: costs.leavers,
		voids: costs.voids.map(({ type, placeWeeks, pence }) => ({
			type,
			placeWeeks,
			pounds: pence.map(pounds)
		})),
		highCosts: costs.highCosts.map(({ type, pounds: deviation }) => ({ type, deviation })),
		calibration:
			calibration === null
				? null
				: {
						year: calibration.year,
						outturn: calibration.pounds,
						modelled: calibration.modelled,
						factor: factorText(calibration)
					}
	};
}

/** 'foster: price of an external placement'. */
const wordsOf = ({ of, what }: CareCosts['lines'][number]['waitsFor'][number]): string =>
	`${of}: ${what}`;

/** Pence of all lines by month; of what is known alone, or null where anything is missing. */
function totalOf(
	{ lines, months, notPriced }: CareCosts,
	known: boolean
): readonly (number | null)[] {
	return months.map((_, m) =>
		lines.reduce<number | null>(
			(sum, { pence }) => {
				const own = pence[m] ?? null;
				if (own === null) return known ? sum : null;
				return sum === null ? null : sum + own;
			},
			known || notPriced.length === 0 ? 0 : null
		)
	);
}

/** The costs as a table for people, by financial year. */
export function costsTable({ costs, spreads, calibration }: SpreadForecast): readonly string[] {
	const labels = periodOf(costs, 'year');
	const all = spreads.find(({ type }) => type === null);
	const hasLeaverPrices = costs.lines.some(({ type }) => type === 'leavers');
	const shown = (pence: readonly (number | null)[]) =>
		[...sumByPeriod(pence, labels).values()].map((value) =>
			value === null ? 'not known' : (value / PENCE).toFixed(2)
		);
	const blanks = [...new Set(costs.lines.flatMap(({ waitsFor }) => waitsFor.map(wordsOf)))];
	return [
		...table([
			['Cost [£]', ...new Set(labels)],
			...costs.lines.map(({ type, part, pence }) => [`${type} ${part}`, ...shown(pence)]),
			['all that is priced', ...shown(totalOf(costs, true))],
			...(['p10', 'p90'] as const).map((end) => [
				end === 'p10' ? 'in eight of ten cases from' : 'to',
				...(all?.periods.year ?? []).map((spread) => spread?.[end].toFixed(2) ?? 'not known')
			])
		]),
		...(costs.notPriced.length === 0 ? [] : [`Without prices: ${costs.notPriced.join(', ')}`]),
		...(blanks.length === 0 ? [] : [`Not known: ${blanks.join(', ')}`]),
		...(hasLeaverPrices
			? []
			: [
					`Those who turn 18 are not priced; on average ${leaversText(costs)} of them are there in the last year. See care_leavers`
				]),
		...(calibration === null
			? []
			: [
					`Brought to the outturn of ${calibration.year}, £${calibration.pounds.toFixed(2)}: factor ${factorText(calibration) ?? 'not known'}`
				])
	];
}
