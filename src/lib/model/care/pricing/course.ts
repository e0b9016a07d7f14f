import type { DayNumber } from '../../calendar/days';
import { CARE_BANDS } from '../../records/careFlow';
import type { Stream } from '../../uncertainty/stream';
import type { BandRates } from '../generator';
import { AGE_CELLS, bandOfCell, bandRange } from '../propagate';
import { TYPES, type CareModel } from '../estimate/careModel';
import type { StockCount } from '../estimate/counts';
import { ENTRY_PROFILES, type Stretch } from '../estimate/path';
import { RETURN_TYPE_IDS } from '../estimate/types';

/** What came of a forecast once: [children] and child-days by month, index `band × types + type`. */
export interface Course {
	/** By month of the calendar. */
	readonly childDays: readonly Float64Array[];
	readonly arrivals: readonly Float64Array[];
	/** Those who turned 18 at the end of each month since the start, by type. */
	readonly turned18: readonly Float64Array[];
}

/** What a course runs over, the same for all draws. */
export interface CourseRequest {
	readonly opening: readonly StockCount[];
	/** Months since the start. */
	readonly stretches: readonly Stretch[];
	/** The last day of each month of the calendar, or the forecast's. */
	readonly monthEnds: readonly DayNumber[];
	/** How much more than by chance the entries of a quarter vary: variance over mean, less 1. */
	readonly excess: number;
}

const DAYS_IN_YEAR = 365;
const MONTHS_IN_YEAR = 12;
const MONTHS_IN_QUARTER = 3;
const STATES = CARE_BANDS.length * TYPES;
// Above this the product of uniforms that a Poisson number is drawn by would run long.
const MOST_AT_ONCE = 50;

/** A child in care at a time, in days of the calendar with their parts. */
interface Child {
	readonly time: number;
	/** The month since the start that the time is in. */
	readonly stretch: number;
	/** Months of age in that month. */
	readonly cell: number;
	readonly type: number;
	/** When the first year of the time in care ends; no later than now where it has ended, or where there is one phase. */
	readonly laterFrom: number;
}

/**
 * One course that a forecast may take: each child comes, moves, leaves or stays by chance, in continuous time, at the
 * model's rates; months of age and what is left of first years are spread evenly over those who are there at the start.
 */
export function drawnCourse(
	{ opening, stretches, monthEnds, excess }: CourseRequest,
	model: CareModel,
	stream: Stream
): Course {
	const course: Course = {
		childDays: monthEnds.map(() => new Float64Array(STATES)),
		arrivals: monthEnds.map(() => new Float64Array(STATES)),
		turned18: stretches.map(() => new Float64Array(TYPES))
	};
	const later = outflowsOf(model.rates);
	const early = model.early === null ? later : outflowsOf(model.early);
	const live = (child: Child): void => {
		follow(child, { course, later, early, stretches, monthEnds }, stream);
	};
	const start = stretches[0]?.from ?? 0;
	for (const group of opening)
		for (const isFirstYear of [true, false]) {
			const children = isFirstYear ? group.firstYear : group.children - group.firstYear;
			const count = Math.floor(children + stream.uniform());
			const age = stream.uniform();
			for (let k = 0; k < count; k++)
				live({
					time: start,
					stretch: 0,
					cell: group.age * MONTHS_IN_YEAR + Math.floor(((k + age) / count) * MONTHS_IN_YEAR),
					type: RETURN_TYPE_IDS.indexOf(group.type),
					laterFrom: isFirstYear ? start + DAYS_IN_YEAR * stream.uniform() : start
				});
		}
	let factor = 1;
	stretches.forEach(({ from, to, month }, stretch) => {
		const perDay = model.entriesPerDay(month.from, month.to);
		const expected = perDay.reduce((sum, children) => sum + children, 0);
		if (excess > 0 && stretch % MONTHS_IN_QUARTER === 0) {
			const entered = stretches
				.slice(stretch, stretch + MONTHS_IN_QUARTER)
				.reduce((sum, own) => sum + expected * (own.to - own.from), 0);
			const shape = entered / excess;
			factor = shape > 0 ? stream.gamma(shape) / shape : 1;
		}
		const count = poisson(expected * (to - from) * factor, stream);
		for (let k = 0; k < count; k++) {
			const state = chosen(perDay, expected * stream.uniform());
			const band = Math.floor(state / TYPES);
			const time = from + (to - from) * stream.uniform();
			course.arrivals[monthAt(monthEnds, time, 0)]![state]! += 1;
			live({
				time,
				stretch,
				cell: bandRange(band)[0] + chosen(ENTRY_PROFILES[band] ?? [], stream.uniform()),
				type: state % TYPES,
				laterFrom: time + DAYS_IN_YEAR
			});
		}
	});
	return course;
}

/** How often children leave a state, and where they go: by state the rate of all, and of each target, exits last. */
interface Outflows {
	readonly total: Float64Array;
	readonly targets: readonly (readonly number[])[];
}

function outflowsOf(rates: readonly BandRates[]): Outflows {
	const targets = rates.flatMap(({ exits, moves }) =>
		exits.map((exit, type) => [
			...(moves[type] ?? []).map((perDay, to) => (to === type ? 0 : perDay)),
			exit
		])
	);
	return {
		targets,
		total: Float64Array.from(targets, (row) => row.reduce((sum, rate) => sum + rate, 0))
	};
}

interface Surroundings extends Pick<CourseRequest, 'stretches' | 'monthEnds'> {
	readonly course: Course;
	readonly later: Outflows;
	readonly early: Outflows;
}

/** Follows a child until it leaves, turns 18 or the forecast ends. */
function follow(
	{ time: begin, stretch: firstStretch, cell: firstCell, type: firstType, laterFrom }: Child,
	{ course, later, early, stretches, monthEnds }: Surroundings,
	stream: Stream
): void {
	const end = monthEnds.at(-1) ?? begin;
	let [time, type, cell, stretch, month] = [begin, firstType, firstCell, firstStretch, 0];
	while (time < end) {
		const band = bandOfCell(cell);
		const state = band * TYPES + type;
		const { total, targets } = time < laterFrom ? early : later;
		const cells = bandRange(band)[1] - cell;
		const birthday = stretches[stretch + cells - 1];
		const ages = birthday?.endsMonth === true ? birthday.to : Infinity;
		const phase = time < laterFrom ? laterFrom : Infinity;
		const event = time - Math.log(stream.uniform()) / (total[state] ?? 0);
		const next = Math.min(event, ages, phase, end);
		month = spend(course.childDays, monthEnds, state, [time, next], month);
		time = next;
		if (next === event) {
			const to = chosen(targets[state] ?? [], (total[state] ?? 0) * stream.uniform());
			if (to === TYPES) return;
			type = to;
			course.arrivals[monthAt(monthEnds, time, month)]![band * TYPES + to]! += 1;
		} else if (next === ages) {
			stretch += cells;
			cell += cells;
			if (cell === AGE_CELLS) {
				course.turned18[stretch - 1]![type]! += 1;
				return;
			}
		}
	}
}

/** Counts the days from one time to another in the months that they are in; returns the last of these. */
function spend(
	childDays: readonly Float64Array[],
	monthEnds: readonly DayNumber[],
	state: number,
	[from, to]: readonly [number, number],
	month: number
): number {
	let [at, time] = [monthAt(monthEnds, from, month), from];
	for (;;) {
		const monthEnd = monthEnds[at] ?? to;
		childDays[at]![state]! += Math.min(monthEnd, to) - time;
		if (to <= monthEnd) return at;
		time = monthEnd;
		at++;
	}
}

/** The month of a time, looked for from a month that is not after it. */
function monthAt(monthEnds: readonly DayNumber[], time: number, from: number): number {
	let month = from;
	while (month < monthEnds.length - 1 && (monthEnds[month] ?? Infinity) <= time) month++;
	return month;
}

/** The first of some weights at which their sum passes an amount; of the last that is not 0 where rounding has it passed. */
function chosen(weights: ArrayLike<number>, amount: number): number {
	let [left, last] = [amount, 0];
	for (let i = 0; i < weights.length; i++) {
		const weight = weights[i] ?? 0;
		if (weight === 0) continue;
		left -= weight;
		last = i;
		if (left < 0) return i;
	}
	return last;
}

function poisson(mean: number, stream: Stream): number {
	let count = 0;
	for (let left = mean; left > 0; left -= MOST_AT_ONCE) {
		const floor = Math.exp(-Math.min(left, MOST_AT_ONCE));
		for (let product = stream.uniform(); product > floor; product *= stream.uniform()) count++;
	}
	return count;
}
