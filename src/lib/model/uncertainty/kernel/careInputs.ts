import { daysAfterStart, daysInMonth, daysInYear, yearLabel } from '../../calendar/calendar';
import { stateOf } from '../../care/inputs';
import { stockAt } from '../../care/stock';
import { isBlocked } from '../../formula/value';
import type { Context } from '../../ledger/context';
import type { Timed } from '../../ledger/line';
import { CARE_BANDS, type CareFlow } from '../../records/careFlow';
import type { Run } from '../../run/run';
import { inDraw, mapped, plus, times, type Column } from '../column';
import type { Reader } from './reader';

/** Rates of one band in all draws [events per child-day]. */
export interface DrawnRates {
	readonly exits: readonly Column[];
	readonly moves: readonly (readonly Column[])[];
}

/** What the continuous method starts from, in all draws; states are numbered band × types + type. */
export interface DrawnCareInputs {
	readonly days: readonly number[];
	/** Children in care on the first day. */
	readonly opening: Column;
	readonly shares: readonly Column[];
	/** Rates of each band in each month; months with the same rates share one object. */
	readonly rates: readonly (readonly DrawnRates[])[];
	/** Children who enter each state in each month, before early help. */
	readonly entries: readonly (readonly Column[])[];
}

type Flow<F extends CareFlow['flow']> = Extract<CareFlow, { flow: F }>;

/** A flow that is there in a month, with its weight, its place and the changes of its version. */
interface Present<F extends CareFlow['flow']> {
	readonly flow: Flow<F>;
	readonly ref: string;
	readonly weight: number;
	readonly changes: readonly string[];
}

function presentIn<F extends CareFlow['flow']>(
	flows: readonly Timed<CareFlow>[],
	sort: F,
	month: number
): readonly Present<F>[] {
	return flows.flatMap(({ ref, versions }) =>
		versions.flatMap(({ content, weights, changes }) => {
			const weight = weights[month] ?? 0;
			return content?.flow === sort && weight > 0
				? [{ flow: content as Flow<F>, ref, weight, changes }]
				: [];
		})
	);
}

/** The stocks and flows of a run in all draws; null where the run itself cannot say them. */
export function drawnCareInputs(run: Run, reader: Reader): DrawnCareInputs | null {
	const { context, care } = run;
	if (isBlocked(care.inputs)) return null;
	const { types, days } = care.inputs;
	const flows = care.flows;
	const shares = Array.from({ length: CARE_BANDS.length * types.length }, (): Column => 0);
	for (const { flow, ref, weight, changes } of presentIn(flows, 'share', 0)) {
		const state = stateOf(types, flow.band, flow.type);
		const share = reader.read(flow.share, `${ref}.share`, changes);
		shares[state] = plus(shares[state] ?? 0, times(share, weight));
	}
	return {
		days,
		opening: openingOf(flows, context, reader),
		shares: asWhole(shares),
		rates: ratesByMonth(flows, types, days.length, reader),
		entries: entriesByMonth(flows, types, days.length, context, reader)
	};
}

/** Shares of one whole; where some are random the others give way in proportion, and they add to 1 in every draw. */
function asWhole(shares: readonly Column[]): readonly Column[] {
	if (shares.every((share) => typeof share === 'number')) return shares;
	const total = shares.reduce<Column>(plus, 0);
	return shares.map((share) =>
		times(
			share,
			mapped(total, (whole) => 1 / whole)
		)
	);
}

function openingOf(flows: readonly Timed<CareFlow>[], context: Context, reader: Reader): Column {
	const points = presentIn(flows, 'stock', 0).map(({ flow, ref, changes }) => ({
		day: daysAfterStart(flow.date, context.first) ?? 0,
		children: reader.read(flow.children, `${ref}.children`, changes)
	}));
	const inOne = (draw: number): number => {
		const own = points.map(({ day, children }) => ({ day, children: inDraw(children, draw) }));
		const reading = stockAt(own, 0);
		return 'problem' in reading ? NaN : reading.children;
	};
	return points.every(({ children }) => typeof children === 'number')
		? inOne(0)
		: new Float64Array(reader.size).map((_, draw) => inOne(draw));
}

function entriesByMonth(
	flows: readonly Timed<CareFlow>[],
	types: readonly string[],
	months: number,
	context: Context,
	reader: Reader
): readonly (readonly Column[])[] {
	const yearly = new Map<string, Column>();
	return Array.from({ length: months }, (_, month) => {
		const y = Math.floor(month / 12);
		const shareOfYear = daysInMonth(month, context.first) / daysInYear(context.first + y);
		const entries = Array.from({ length: CARE_BANDS.length * types.length }, (): Column => 0);
		for (const present of presentIn(flows, 'entries', month)) {
			const { flow, ref, weight, changes } = present;
			const key = `${ref} ${String(y)} ${changes.join(' ')}`;
			let children = yearly.get(key);
			if (children === undefined) {
				children = yearlyEntries(present, y, context, reader);
				yearly.set(key, children);
			}
			const state = stateOf(types, flow.band, flow.type);
			entries[state] = plus(entries[state] ?? 0, times(times(children, shareOfYear), weight));
		}
		return entries;
	});
}

const PER_THOUSAND = 1000;

function yearlyEntries(
	{ flow, ref, changes }: Present<'entries'>,
	y: number,
	context: Context,
	reader: Reader
): Column {
	const year = yearLabel(context.first + y);
	const read = (name: 'childrenPerYear' | 'ratePerThousand' | 'trend'): Column =>
		reader.read(flow[name] ?? null, `${ref}.${name}`, changes);
	const growth: Column =
		flow.trend === undefined ? 1 : mapped(plus(1, read('trend')), (rate) => rate ** y);
	if (flow.basis === 'perYear') return times(read('childrenPerYear'), growth);
	const population = reader.read(
		flow.population?.[year] ?? null,
		`${ref}.population.${year}`,
		changes
	);
	const thousands = times(population, 1 / PER_THOUSAND);
	return times(times(thousands, read('ratePerThousand')), growth);
}

function ratesByMonth(
	flows: readonly Timed<CareFlow>[],
	types: readonly string[],
	months: number,
	reader: Reader
): readonly (readonly DrawnRates[])[] {
	const own = flows.filter(({ versions }) =>
		versions.some(({ content }) => content?.flow === 'exits' || content?.flow === 'moves')
	);
	const changing = own.filter(({ versions }) => versions.length > 1);
	const sets = new Map<string, readonly DrawnRates[]>();
	return Array.from({ length: months }, (_, month) => {
		const key = changing
			.map(({ versions }) => versions.map(({ weights }) => String(weights[month])).join(' '))
			.join(';');
		const known = sets.get(key);
		if (known !== undefined) return known;
		const set = ratesIn(own, types, month, reader);
		sets.set(key, set);
		return set;
	});
}

function ratesIn(
	flows: readonly Timed<CareFlow>[],
	types: readonly string[],
	month: number,
	reader: Reader
): readonly DrawnRates[] {
	const bands = CARE_BANDS.map(() => ({
		exits: types.map((): Column => 0),
		moves: types.map(() => types.map((): Column => 0))
	}));
	const add = (row: Column[] | undefined, at: number, rate: Column): void => {
		if (row !== undefined) row[at] = plus(row[at] ?? 0, rate);
	};
	const rateOf = ({ flow, ref, weight, changes }: Present<'exits'> | Present<'moves'>): Column =>
		times(reader.read(flow.ratePerDay, `${ref}.ratePerDay`, changes), weight);
	for (const present of presentIn(flows, 'exits', month)) {
		const { band, type } = present.flow;
		add(bands[CARE_BANDS.indexOf(band)]?.exits, types.indexOf(type), rateOf(present));
	}
	for (const present of presentIn(flows, 'moves', month)) {
		const { band, from, to } = present.flow;
		add(
			bands[CARE_BANDS.indexOf(band)]?.moves[types.indexOf(from)],
			types.indexOf(to),
			rateOf(present)
		);
	}
	return bands;
}
