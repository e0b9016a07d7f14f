import type { YearStart } from '../../calendar/calendar';
import { floatTerm } from '../../formula/term';
import { isBlocked, type Value } from '../../formula/value';
import { DAYS_IN_WEEK } from '../../ledger/placementWeeks';
import { streamOf, type Stream } from '../../uncertainty/stream';
import { drawnModels } from '../estimate/careModel';
import type { CareForecastRequest } from '../estimate/forecast';
import { cutAtMonthEnds, stretchesBetween } from '../estimate/path';
import type { CareCostLine } from './costs';
import { drawnCourse, type Course, type CourseRequest } from './course';
import { expectedDemand, type DemandMonth } from './demand';
import { leaverQuantities } from './leaverParts';
import { leaverDays, noLeaverDays } from './leavers';
import { partQuantities, type PartQuantity } from './parts';
import { periodOf, type Period } from './periods';
import type { CarePrices } from './prices';
import { contextOf } from './records';
import { sampleOf, type Sample, type Spread } from './sample';
import { monthsIn, typeDemand } from './typeDemand';

/** The spread of a line, of all of a type (`part` null), or of all that is priced (both null), by period; null where not known. */
export interface CostSpread {
	readonly type: CareCostLine['type'] | null;
	readonly part: CareCostLine['part'] | null;
	readonly periods: Readonly<Record<Period, readonly (Spread | null)[]>>;
}

const DRAWS = 400;
const DRAWS_A_WORD = 20;

/**
 * How sure the costs of a forecast are: each draw takes rates from their distributions, lets every child come, move and
 * leave by chance, and prices the months that come of it as the expected ones are priced, margin and all. `tell` hears how
 * far the draws are, 0 to 1.
 */
export function costSpreads(
	request: CareForecastRequest,
	prices: CarePrices,
	calibration: Value,
	tell: (share: number) => void = () => undefined
): readonly CostSpread[] {
	const { opening, rates, start, until, choice = {}, seed = 1, draws = DRAWS } = request;
	const template = expectedDemand(request);
	const stretches = stretchesBetween(start, until);
	const course: CourseRequest = {
		opening,
		stretches,
		monthEnds: template.map((_, at) =>
			template.slice(0, at + 1).reduce((day, { days }) => day + days, start)
		),
		excess: rates.dispersion.used - 1
	};
	const priced = pricer(template, prices, calibration);
	const labels = (['month', 'quarter', 'year'] as const).map((period) =>
		periodOf({ months: template }, period)
	);
	const samples = new Map<string, Sample>();
	const model = drawnModels(rates, choice, seed);
	for (let draw = 0; draw < draws; draw++) {
		if (draw % DRAWS_A_WORD === 0) tell(draw / draws);
		const stream = streamOf(seed, `course/${draw}`);
		const drawn = drawnCourse(course, model(), stream);
		const demand = demandOf(drawn, template, course, request.leavers);
		for (const [key, byMonth] of withTotals(priced(demand, stream)))
			sampleOf(samples, key, labels).add(byMonth);
	}
	return [...samples].map(([key, sample]) => {
		const [type = '', part = ''] = key.split(' ');
		return {
			type: type === '' ? null : (type as CareCostLine['type']),
			part: part === '' ? null : (part as CareCostLine['part']),
			periods: sample.spreads()
		};
	});
}

/** A drawn course as the months that are priced. */
function demandOf(
	{ childDays, arrivals, turned18 }: Course,
	template: readonly DemandMonth[],
	{ stretches, monthEnds }: CourseRequest,
	earlier: CareForecastRequest['leavers']
): readonly DemandMonth[] {
	const pieces = cutAtMonthEnds(stretches);
	let month = 0;
	const leavers = leaverDays(
		pieces,
		pieces.map(({ endsMonth }) =>
			endsMonth ? (turned18[month++] ?? new Float64Array()) : new Float64Array()
		),
		earlier
	);
	const byMonth = template.map(noLeaverDays);
	pieces.forEach(({ to }, piece) => {
		const at = monthEnds.findIndex((end) => to <= end);
		leavers[piece]?.forEach((days, state) => {
			byMonth[at]![state]! += days;
		});
	});
	return template.map((own, at) => ({
		...own,
		childDays: childDays[at] ?? own.childDays,
		arrivals: arrivals[at] ?? own.arrivals,
		leaverDays: byMonth[at] ?? own.leaverDays
	}));
}

type Lines = ReadonlyMap<string, Float64Array>;

/** Prices the months of a draw: pounds by line, 'foster external', and month; NaN where a price is not known. */
function pricer(
	template: readonly DemandMonth[],
	prices: CarePrices,
	calibration: Value
): (demand: readonly DemandMonth[], stream: Stream) => Lines {
	const first = template[0]?.year ?? 0;
	const context = contextOf(prices, first, (template.at(-1)?.year ?? first) - first + 1);
	const months = monthsIn(template, context);
	const units = new Map<string, number>();
	// Formulas are linear in their quantity, so that the price of one is that of each.
	const unitOf = (key: string, { termOf }: PartQuantity, year: YearStart): number => {
		const path = `${key} ${year}`;
		let unit = units.get(path);
		if (unit === undefined) {
			const term = termOf(1, year);
			const value = term === null ? 0 : floatTerm(term);
			units.set(path, (unit = isBlocked(value) ? NaN : value));
		}
		return unit;
	};
	const peopleOf = ({ byMonth }: PartQuantity): number =>
		Math.max(0, ...months.map(({ at, days }) => ((byMonth[at] ?? 0) * DAYS_IN_WEEK) / days));
	return (demand, stream) => {
		const lines = new Map<string, Float64Array>();
		const add = (type: string, quantities: readonly PartQuantity[], isKnown: boolean): void => {
			quantities.forEach((quantity, at) => {
				const key = `${type} ${quantity.part}`;
				const line = lines.get(key) ?? new Float64Array(months.length);
				lines.set(key, line);
				const chance =
					quantity.share === undefined ? 1 : drawnShare(quantity.share, peopleOf(quantity), stream);
				for (const year of new Set(months.map((month) => month.year))) {
					const weights = months.map((month) =>
						month.year === year ? (quantity.byMonth[month.at] ?? 0) : 0
					);
					const whole = weights.reduce((sum, weight) => sum + weight, 0);
					if (whole === 0 && isKnown) continue;
					const days = months
						.filter((month) => month.year === year)
						.reduce((sum, month) => sum + month.days, 0);
					const each = !isKnown
						? NaN
						: quantity.tail === undefined
							? unitOf(`${key} ${at}`, quantity, year) * chance
							: tailCost(quantity.tail, whole, days, stream) *
								(quantity.tail.factorIn(year) / whole);
					weights.forEach((weight, m) => {
						if (weight !== 0 || !isKnown) line[m]! += weight * each;
					});
				}
			});
		};
		for (const own of prices.types) {
			const type = typeDemand(own, demand, context);
			add(own.type, partQuantities(own, type, context, calibration), type.waitsFor.length === 0);
		}
		if (prices.leavers !== null)
			add('leavers', leaverQuantities(prices.leavers, demand, context), true);
		return lines;
	};
}

/** How many of so many people are of a share by chance, each once for the whole forecast, against how many are expected. */
function drawnShare(share: number, people: number, stream: Stream): number {
	const all = Math.floor(people + stream.uniform());
	if (all === 0 || share === 0) return 1;
	let own = 0;
	for (let person = 0; person < all; person++) if (stream.uniform() < share) own++;
	return own / (all * share);
}

/** What the dearest of so many weeks' children cost above the usual price, by chance, at the price year's prices [£]. */
function tailCost(
	{ share, meanWeekly, deviationWeekly, externalWeekly }: NonNullable<PartQuantity['tail']>,
	weeks: number,
	days: number,
	stream: Stream
): number {
	const each = days / DAYS_IN_WEEK;
	const children = Math.floor(weeks / each + stream.uniform());
	const variance = meanWeekly === 0 ? 0 : Math.log(1 + (deviationWeekly / meanWeekly) ** 2);
	let above = 0;
	for (let child = 0; child < children; child++)
		if (stream.uniform() < share)
			above +=
				meanWeekly * Math.exp(Math.sqrt(variance) * stream.normal() - variance / 2) -
				externalWeekly;
	return above * each;
}

/** The lines, all of each type, and all that is known. */
function withTotals(lines: Lines): Lines {
	const all = new Map(lines);
	const add = (key: string, line: Float64Array): void => {
		const sum = all.get(key);
		all.set(key, sum === undefined ? line : sum.map((pounds, m) => pounds + (line[m] ?? 0)));
	};
	for (const [key, line] of lines) {
		add(`${key.split(' ')[0] ?? ''} `, line);
		add(
			' ',
			line.map((pounds) => (Number.isNaN(pounds) ? 0 : pounds))
		);
	}
	return all;
}
