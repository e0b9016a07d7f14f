import {
	daysAfterStart,
	daysInMonth,
	daysInYear,
	yearLabel,
	yearOfMonth
} from '../calendar/calendar';
import { blocked, floatOf, isKnown, type Blocked, type Value } from '../formula/value';
import type { Context } from '../ledger/context';
import type { Timed } from '../ledger/line';
import { CARE_BANDS, type CareFlow } from '../records/careFlow';
import type { BandRates } from './generator';
import { isWholeSplit } from './propagate';
import { stockAt } from './stock';

/** Everything the continuous method needs, as plain numbers; states are numbered band × types + type. */
export interface CareInputs {
	/** Placement type ids, in the order of the states. */
	readonly types: readonly string[];
	readonly days: readonly number[];
	/** Children in care on the first day of month 0. */
	readonly opening: number;
	/** Where the opening stock comes from: stated for that day, interpolated, or carried from the nearest date. */
	readonly openingHow: 'stated' | 'interpolated' | 'projected';
	/** Share of the opening stock in each state; sums to 1. */
	readonly shares: Float64Array;
	/** Rates of each band in each month; months with the same rates share one object. */
	readonly rates: readonly (readonly BandRates[])[];
	/** Children who enter each state in each month, before early help. */
	readonly entries: readonly Float64Array[];
	/** What the months beyond these wait for, a population of their year; null where all months are known. */
	readonly after: Blocked | null;
}

type Flow<F extends CareFlow['flow']> = Extract<CareFlow, { flow: F }>;

/** The number of a state: a band and a placement type. */
export function stateOf(types: readonly string[], band: string, type: string): number {
	return CARE_BANDS.findIndex((name) => name === band) * types.length + types.indexOf(type);
}

/**
 * The inputs of the continuous method from the stocks and flows of a council; blocked where any is blank. A population
 * that is blank in a later year blocks that year and those after it, which follow from its children, and none before.
 */
export function careInputs(
	flows: readonly Timed<CareFlow>[],
	types: readonly string[],
	context: Context
): CareInputs | Blocked {
	const blanks = new Set<string>();
	const read = (value: Value, ref: string): number => {
		if (isKnown(value)) return floatOf(value);
		for (const blank of value === null ? [ref] : value.waitsFor) blanks.add(blank);
		return 0;
	};
	const months = Array.from({ length: context.years * 12 }, (_, m) => m);
	const blankYears = new Map<number, string[]>();
	const readYear = (y: number, value: Value, ref: string): number => {
		if (isKnown(value)) return floatOf(value);
		const waitsFor = value === null ? [ref] : value.waitsFor;
		blankYears.set(y, [...(blankYears.get(y) ?? []), ...waitsFor]);
		return 0;
	};
	const opening = openingStock(flows, context, read);
	const shares = new Float64Array(CARE_BANDS.length * types.length);
	for (const [flow, ref, weight] of of(flows, 'share', 0)) {
		const state = stateOf(types, flow.band, flow.type);
		shares[state] = (shares[state] ?? 0) + read(flow.share, `${ref}.share`) * weight;
	}
	const entries = months.map((month) =>
		entriesIn(flows, types, month, context, { read, readYear })
	);
	const rates = monthlyRates(flows, types, months, read);
	if ('problem' in opening) blanks.add(`careFlows (${opening.problem})`);
	// One state's share may be edited before the others: until they are whole again, nothing follows from them.
	else if (blanks.size === 0 && !isWholeSplit(shares))
		blanks.add('careFlows (the shares of the opening stock do not add up to 1)');
	const basis = { flows: flows.map(({ ref, versions }) => ({ ref, versions })), types };
	const waiting = [...blankYears.values()].flat();
	const known = Math.min(months.length, 12 * Math.min(...blankYears.keys()));
	if (blanks.size > 0 || known === 0 || 'problem' in opening)
		return blocked([...blanks, ...waiting], basis);
	return {
		types,
		days: months.slice(0, known).map((month) => daysInMonth(month, context.first)),
		opening: opening.children,
		openingHow: opening.how,
		shares,
		rates: rates.slice(0, known),
		entries: entries.slice(0, known),
		after: waiting.length === 0 ? null : blocked(waiting, basis)
	};
}

type Read = (value: Value, ref: string) => number;

/** How entries are read: what holds in every year, and what each year has of its own. */
interface EntriesRead {
	readonly read: Read;
	readonly readYear: (y: number, value: Value, ref: string) => number;
}

/** The flows of one sort that are present in a month, with their weight. */
function* of<F extends CareFlow['flow']>(
	flows: readonly Timed<CareFlow>[],
	sort: F,
	month: number
): Generator<readonly [Flow<F>, string, number]> {
	for (const { ref, versions } of flows)
		for (const { content, weights } of versions) {
			const weight = weights[month] ?? 0;
			if (content?.flow === sort && weight > 0) yield [content as Flow<F>, ref, weight];
		}
}

function openingStock(flows: readonly Timed<CareFlow>[], context: Context, read: Read) {
	const points = [...of(flows, 'stock', 0)].map(([stock, ref]) => ({
		day: daysAfterStart(stock.date, context.first) ?? 0,
		children: read(stock.children, `${ref}.children`)
	}));
	return points.length === 0 ? { problem: 'no stock' } : stockAt(points, 0);
}

function entriesIn(
	flows: readonly Timed<CareFlow>[],
	types: readonly string[],
	month: number,
	context: Context,
	reads: EntriesRead
): Float64Array {
	const entries = new Float64Array(CARE_BANDS.length * types.length);
	const y = yearOfMonth(month);
	const shareOfYear = daysInMonth(month, context.first) / daysInYear(context.first + y);
	for (const [flow, ref, weight] of of(flows, 'entries', month)) {
		const growth = flow.trend === undefined ? 1 : (1 + reads.read(flow.trend, `${ref}.trend`)) ** y;
		const state = stateOf(types, flow.band, flow.type);
		entries[state] =
			(entries[state] ?? 0) +
			yearlyEntries(flow, ref, y, context, reads) * growth * shareOfYear * weight;
	}
	return entries;
}

const PER_THOUSAND = 1000;

function yearlyEntries(
	flow: Flow<'entries'>,
	ref: string,
	y: number,
	context: Context,
	{ read, readYear }: EntriesRead
) {
	if (flow.basis === 'perYear') return read(flow.childrenPerYear ?? null, `${ref}.childrenPerYear`);
	const year = yearLabel(context.first + y);
	const population = readYear(y, flow.population?.[year] ?? null, `${ref}.population.${year}`);
	return (population / PER_THOUSAND) * read(flow.ratePerThousand ?? null, `${ref}.ratePerThousand`);
}

function monthlyRates(
	flows: readonly Timed<CareFlow>[],
	types: readonly string[],
	months: readonly number[],
	read: Read
): readonly (readonly BandRates[])[] {
	const rateFlows = flows.filter(({ versions }) =>
		versions.some(({ content }) => content?.flow === 'exits' || content?.flow === 'moves')
	);
	// Matrix exponentials are the dear part of a run: months whose versions weigh the same share one set of rates.
	const sets = new Map<string, readonly BandRates[]>();
	return months.map((month) => {
		const key = rateFlows
			.filter(({ versions }) => versions.length > 1)
			.map(({ versions }) => versions.map(({ weights }) => String(weights[month])).join(' '))
			.join(';');
		const known = sets.get(key);
		if (known !== undefined) return known;
		const set = ratesIn(rateFlows, types, month, read);
		sets.set(key, set);
		return set;
	});
}

function ratesIn(
	flows: readonly Timed<CareFlow>[],
	types: readonly string[],
	month: number,
	read: Read
): readonly BandRates[] {
	const bands = CARE_BANDS.map(() => ({
		exits: types.map(() => 0),
		moves: types.map(() => types.map(() => 0))
	}));
	const band = (name: string) => bands[CARE_BANDS.findIndex((other) => other === name)];
	for (const [flow, ref, weight] of of(flows, 'exits', month)) {
		const exits = band(flow.band)?.exits;
		const type = types.indexOf(flow.type);
		if (exits !== undefined)
			exits[type] = (exits[type] ?? 0) + read(flow.ratePerDay, `${ref}.ratePerDay`) * weight;
	}
	for (const [flow, ref, weight] of of(flows, 'moves', month)) {
		const row = band(flow.band)?.moves[types.indexOf(flow.from)];
		const to = types.indexOf(flow.to);
		if (row !== undefined)
			row[to] = (row[to] ?? 0) + read(flow.ratePerDay, `${ref}.ratePerDay`) * weight;
	}
	return bands;
}
