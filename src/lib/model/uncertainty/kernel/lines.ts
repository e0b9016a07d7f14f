import { daysInMonth } from '../../calendar/calendar';
import { effectUpTo } from '../../earlyHelp/basis';
import type { Effect } from '../../earlyHelp/effects';
import { planTerm } from '../../earlyHelp/plans';
import type { Term } from '../../formula/term';
import { isBlocked } from '../../formula/value';
import type { BaseLine } from '../../ledger/itemised';
import { DAYS_IN_WEEK } from '../../ledger/placementWeeks';
import type { Series } from '../../ledger/series';
import { parseYear } from '../../calendar/calendar';
import { heldIn, type Timed } from '../../ledger/line';
import { CARE_BANDS } from '../../records/careFlow';
import type { Post } from '../../records/post';
import type { Run } from '../../run/run';
import { inDraw, minus, most, penceOf, plus, sumOf, times, type Column } from '../column';
import type { DrawnEffect } from './effects';
import { childrenIn, servedIn, sumInYear, type DrawnRun } from './drawnRun';
import type { Reader } from './reader';
import { drawnPlaces } from './weeks';

/** What never changes between draws: the terms of lines, and which of them nothing random stands in. */
export interface LinePlan {
	readonly terms: Map<Series, (readonly Term[])[]>;
	readonly steady: Map<Series, boolean[]>;
}

/** A plan in which nothing is known yet. */
export const emptyPlan = (): LinePlan => ({ terms: new Map(), steady: new Map() });

/** A line or a measure in all draws by year, in pence or its unit; NaN where it is blocked. */
export type LineReader = (series: Series) => readonly Column[];

/** Reads the lines of a run in all draws; `known` holds those that an earlier run of the same draws has read. */
export function lineReader(
	drawn: DrawnRun,
	run: Run,
	plan: LinePlan,
	known: Map<Series, readonly Column[]>
): LineReader {
	const posts = new Map(drawn.run.records.posts.map((timed) => [timed.ref, timed]));
	const reading: Reading = { drawn, run, plan, posts, itemised: new Map() };
	return (series) => {
		let columns = known.get(series);
		if (columns === undefined) {
			columns = Array.from(series.values, (value, y): Column => {
				const steady = plan.steady.get(series)?.[y];
				if (Number.isNaN(value) || steady === true) return value;
				const column = yearOf(series, y, reading);
				const isSteady = typeof column === 'number';
				if (steady === undefined) {
					const own = plan.steady.get(series) ?? [];
					own[y] = isSteady;
					plan.steady.set(series, own);
				}
				return isSteady ? value : column;
			});
			known.set(series, columns);
		}
		return columns;
	};
}

interface Reading {
	readonly drawn: DrawnRun;
	/** The run that the line is of: that of the draws, or the same in real terms. */
	readonly run: Run;
	readonly plan: LinePlan;
	/** By reference: hundreds of lines of staff would look for theirs one by one. */
	readonly posts: ReadonlyMap<string, Timed<Post>>;
	readonly itemised: Map<string, Column>;
}

function yearOf(series: Series, y: number, reading: Reading): Column {
	if (series.terms === null) return measureIn(series, y, reading);
	const plans = series.figure === 'avoidance.plans' ? plansIn(series, y, reading) : null;
	if (plans !== null) return penceOf(plans);
	return penceOf(
		termsOf(series, y, reading.plan).reduce<Column>(
			(sum, term) => plus(sum, termIn(term, y, reading)),
			0
		)
	);
}

function termsOf(series: Series, y: number, { terms }: LinePlan): readonly Term[] {
	const byYear = terms.get(series) ?? [];
	terms.set(series, byYear);
	return (byYear[y] ??= series.terms?.(y) ?? []);
}

function termIn(term: Term, y: number, reading: Reading): Column {
	const { drawn, run } = reading;
	return drawn.reader.term(term, run.context, (name, ref) => {
		if (name === 'calibration') return drawn.calibration.onPrices;
		if (ref.startsWith('care.')) return weeksIn(term, y, drawn);
		if (ref.startsWith('capacity.served/')) {
			const service = ref.slice('capacity.served/'.length);
			return servedIn(drawn, service, y, term.weights ?? new Float64Array());
		}
		if (ref.startsWith('heading.itemised/')) {
			const heading = ref.slice('heading.itemised/'.length);
			return itemisedIn(heading, reading, ({ scope }) => scope === 'included');
		}
		if (ref.startsWith('heading.unknown/')) {
			const [heading = '', ...rest] = ref.slice('heading.unknown/'.length).split('/');
			const record = rest.join('/');
			return itemisedIn(heading, reading, (line) => line.ref === record, record);
		}
		return null;
	});
}

/**
 * The weeks that a term of a placement type prices: those of its sort, in the months that its version weighs. Places are
 * paid for even where nobody can tell who is in them.
 */
function weeksIn(term: Term, y: number, { run, weeks, reader }: DrawnRun): Column {
	const timed = run.records.placementTypes.find(({ ref }) => ref === term.record);
	const own = weeks.get(term.record);
	const key = term.changes.join(' ');
	const version = timed?.versions.find(
		({ content, changes }) => content !== null && changes.join(' ') === key
	);
	const content = version?.content ?? null;
	if (version === undefined || content === null) return NaN;
	const { weights, changes } = version;
	const part = term.formula.id.replace('.real', '');
	let total: Column = 0;
	for (let m = 12 * y; m < 12 * y + 12; m++) {
		const weight = weights[m] ?? 0;
		if (weight === 0) continue;
		const amount =
			part === 'placement.fixed'
				? times(
						drawnPlaces(term.record, content, changes, reader),
						daysInMonth(m, run.context.first) / DAYS_IN_WEEK
					)
				: part === 'placement.inHouse'
					? (own?.inHouse[m] ?? NaN)
					: part === 'placement.external'
						? (own?.external[m] ?? NaN)
						: (own?.all[m] ?? NaN);
		total = plus(total, times(weight, amount));
	}
	return total;
}

/** What records under a heading cost in its base year, each of their terms rounded as the line has it [£]. */
function itemisedIn(
	heading: string,
	{ drawn, run, itemised }: Reading,
	counts: (line: BaseLine) => boolean,
	key = ''
): Column {
	const place = `${heading} ${key}`;
	let pounds = itemised.get(place);
	if (pounds === undefined) {
		const record = run.records.headings.find(({ id }) => id === heading);
		const year = parseYear(record?.baseYear ?? '') ?? 0;
		const cash = { ...run.context, terms: 'cash' as const };
		const pence = run.baseLines
			.filter((line) => line.heading === heading && counts(line))
			.flatMap((line) => line.terms(year))
			.reduce<Column>((sum, term) => plus(sum, penceOf(drawn.reader.term(term, cash))), 0);
		pounds = times(pence, 1 / 100);
		itemised.set(place, pounds);
	}
	return pounds;
}

function plansIn(series: Series, y: number, { drawn, run }: Reading): Column | null {
	const own = drawn.effects.find(({ effect }) => `${effect.ref}/plans` === series.id);
	const effect = run.effects.list.find(({ ref }) => `${ref}/plans` === series.id);
	if (own === undefined || effect === undefined) return null;
	const months = planMonths(effect, own, y);
	if (months === 0) return 0;
	const pounds = drawn.reader.term(planTerm(effect, 0, run.context, y), run.context, (name) =>
		name === 'quantity' ? months : null
	);
	if (typeof months === 'number') return pounds;
	// No months cost nothing, also where nobody knows what a month costs.
	return months.map((amount, i) => (amount === 0 ? 0 : inDraw(pounds, i)));
}

/** The months of plans that an effect comes to; none in years that it does not reach, also where it waits for a blank. */
const planMonths = ({ amount }: Effect, drawn: DrawnEffect, y: number): Column =>
	isBlocked(amount) && effectUpTo(amount, y) === null ? 0 : sumInYear(drawn.amount, y);

function measureIn(series: Series, y: number, { drawn, posts }: Reading): Column {
	const [family = '', name = ''] = series.figure.split('.');
	if (family === 'staffing') {
		const timed = posts.get(series.id.slice(0, -`/${name}`.length));
		return timed === undefined
			? NaN
			: staffIn(timed, name === 'heads' ? 'heads' : 'fte', y, drawn.reader);
	}
	if (family === 'capacity') return casesIn(series.part, name, y, drawn);
	if (series.figure === 'plans.monthsAvoided') {
		const own = drawn.effects.find(({ effect }) => effect.intervention.id === series.part);
		return own === undefined ? NaN : planMonths(own.effect, own, y);
	}
	if (family !== 'care') return series.values[y] ?? NaN;
	if (name === 'calibration')
		return drawn.calibration.onPrices === 1
			? drawn.calibration.onEntries
			: drawn.calibration.onPrices;
	const types = drawn.run.care.types;
	const weeks = drawn.weeks.get(`placementTypes/${series.part}`);
	const sort = SORTS[name];
	if (sort !== undefined) return weeks === undefined ? NaN : sumInYear(weeks[sort], y);
	const slash = series.part.indexOf('/');
	const band = CARE_BANDS.findIndex((own) => own === series.part.slice(0, slash));
	return childrenIn(drawn, series.figure, band, types.indexOf(series.part.slice(slash + 1)), y);
}

const SORTS: Readonly<Record<string, 'inHouse' | 'external' | 'all'>> = {
	inHouse: 'inHouse',
	external: 'external',
	childWeeks: 'all'
};

function staffIn(timed: Timed<Post>, field: 'heads' | 'fte', y: number, reader: Reader): Column {
	return heldIn(timed, y).reduce<Column>((sum, { content, months, changes }) => {
		const staff = reader.read(content[field], `${timed.ref}.${field}`, changes);
		const held = typeof months === 'number' ? months : months.toNumber();
		return plus(sum, times(staff, held / 12));
	}, 0);
}

function casesIn(part: string, name: string, y: number, { deliveries }: DrawnRun): Column {
	const own = deliveries.find(({ service, area }) => `${service}/${area}` === part);
	if (own === undefined) return NaN;
	const { demand, capacity, served } = own;
	if (name === 'demand') return sumInYear(demand, y);
	if (name === 'total') return sumInYear(capacity, y);
	if (name === 'served') return sumInYear(served, y);
	const [more, less] = name === 'unmet' ? [demand, capacity] : [capacity, demand];
	return sumOf(
		Array.from({ length: 12 }, (_, m) =>
			most(0, minus(more[12 * y + m] ?? NaN, less[12 * y + m] ?? NaN))
		)
	);
}
