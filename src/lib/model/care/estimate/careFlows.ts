import type { z } from 'zod';
import { Decimal } from 'decimal.js';
import { dayText } from '../../calendar/days';
import { HIDDEN, publicCount, type PublicCount } from '../../disclosure/suppress';
import { CARE_BANDS, type careFlow } from '../../records/careFlow';
import type { CareBand } from './bands';
import type { ReturnCounts } from './counts';
import type { CareRates } from './rates';
import type { ReturnType } from './types';

/** A stock or flow of children in care as a council file holds it. */
export type CareFlowRow = z.input<typeof careFlow>;

/** Children on a window's last day of one age band and type, as they may be told, and as others see their number. */
export interface StockState {
	readonly band: CareBand;
	readonly type: ReturnType;
	readonly children: number;
	readonly shown: PublicCount;
}

/** What an estimate is turned into records from. */
export interface CareFlowsRequest {
	readonly counts: ReturnCounts;
	readonly rates: CareRates;
	/** The children of the last day, which shares are taken of. */
	readonly stock: readonly StockState[];
	/** The council's placement type for each type of the return; several may share one. */
	readonly typeIds: Readonly<Record<ReturnType, string>>;
	/** Where the figures come from, in a few words. */
	readonly source: string;
}

const RATE_DIGITS = 9;
const SHARE_PLACES = 12;
const DAYS_IN_YEAR = 365;
/** A PERT distribution this many deviations wide to each side of its middle has the deviation: the root of seven. */
const PERT_HALF_WIDTH = Math.sqrt(7);

/**
 * The estimate of a window as records of a baseline: the children on its last day with their shares by band and type, and
 * a year's entries, moves and exits, each with its range and where it comes from. Types that the council keeps as one
 * have the rates of both by their child-days.
 */
export function careFlowsFrom(request: CareFlowsRequest): readonly CareFlowRow[] {
	return [...stockRows(request), ...entryRows(request), ...exitRows(request), ...moveRows(request)];
}

function stockRows({
	counts,
	stock: parts,
	typeIds,
	source
}: CareFlowsRequest): readonly CareFlowRow[] {
	const date = dayText(counts.window.to);
	const total = counts.closing.reduce((sum, { children }) => sum + children, 0);
	const stock: CareFlowRow = {
		id: `stock-${date}`,
		title: `Children in care, ${date}`,
		flow: 'stock',
		date,
		children: String(total),
		evidence: { children: { note: source } }
	};
	const byState = new Sums();
	const hidden = new Set<string>();
	for (const { band, type, children, shown } of parts) {
		byState.add([band, typeIds[type]], children);
		if (shown === HIDDEN) hidden.add(`${band} ${typeIds[type]}`);
	}
	const states = byState.rows();
	let left = new Decimal(1);
	return [
		stock,
		...states.map(({ key: [band, type], amount }, i): CareFlowRow => {
			// The last share is what the others leave, so that they are exactly a whole.
			const told = hidden.has(`${band} ${type}`) ? HIDDEN : publicCount(amount);
			const share =
				i === states.length - 1
					? left
					: new Decimal(amount).div(total).toDecimalPlaces(SHARE_PLACES);
			left = left.minus(share);
			return {
				id: `share-${band}-${type}`,
				title: `Share of children in care, ${band}, ${type}`,
				flow: 'share',
				band,
				type,
				share: share.toFixed(),
				evidence: {
					share: { note: `${source}: ${told} of ${publicCount(total)} children` }
				}
			};
		})
	];
}

function entryRows({ rates, typeIds, source }: CareFlowsRequest): readonly CareFlowRow[] {
	const sums = new Sums();
	for (const { band, type, perDay, spread, events } of rates.entries)
		sums.add([band, typeIds[type]], perDay * DAYS_IN_YEAR, (spread * DAYS_IN_YEAR) ** 2, events);
	return sums.rows().map(({ key: [band, type], amount, variance, events }) => ({
		id: `entries-${band}-${type}`,
		title: `Entries, ${band}, ${type}`,
		flow: 'entries',
		band,
		type,
		basis: 'perYear',
		childrenPerYear: digits(amount),
		evidence: {
			childrenPerYear: {
				...rangeOf(amount, Math.sqrt(variance), Infinity),
				note: `${source}: ${publicCount(events)} entries in the window`
			}
		}
	}));
}

function exitRows({ rates, typeIds, source }: CareFlowsRequest): readonly CareFlowRow[] {
	const atRisk = daysAtRisk(rates, typeIds);
	const sums = new Sums();
	for (const { band, type, perDay, spread, events, childDays } of rates.exits)
		sums.add([band, typeIds[type]], perDay * childDays, (spread * childDays) ** 2, events);
	return sums.rows().map(({ key: [band, type], ...sum }) => ({
		id: `exits-${band}-${type}`,
		title: `Leaving care before 18, ${band}, ${type}`,
		flow: 'exits',
		band,
		type,
		...rateFields(sum, atRisk.of([band, type]), `${source}: ${publicCount(sum.events)} exits`)
	}));
}

function moveRows({ rates, typeIds, source }: CareFlowsRequest): readonly CareFlowRow[] {
	const atRisk = daysAtRisk(rates, typeIds);
	const sums = new Sums();
	for (const { band, from, to, perDay, spread, events, childDays } of rates.moves)
		if (typeIds[from] !== typeIds[to])
			sums.add(
				[band, typeIds[from], typeIds[to]],
				perDay * childDays,
				(spread * childDays) ** 2,
				events
			);
	return sums.rows().map(({ key: [band, from, to = ''], ...sum }) => ({
		id: `moves-${band}-${from}-${to}`,
		title: `Moves, ${band}, ${from} to ${to}`,
		flow: 'moves',
		band,
		from,
		to,
		...rateFields(sum, atRisk.of([band, from]), `${source}: ${publicCount(sum.events)} moves`)
	}));
}

/** Child-days by band and the council's placement type. */
function daysAtRisk({ exits }: CareRates, typeIds: CareFlowsRequest['typeIds']): Sums {
	const days = new Sums();
	for (const { band, type, childDays } of exits) days.add([band, typeIds[type]], childDays);
	return days;
}

/** A rate from the events that are expected in the child-days, with its range and where it comes from. */
function rateFields({ amount, variance }: Sum, childDays: number, note: string) {
	const perDay = amount / childDays;
	return {
		ratePerDay: digits(perDay),
		evidence: {
			ratePerDay: {
				...rangeOf(perDay, Math.sqrt(variance) / childDays, 1),
				note: `${note} in ${childDays} child-days`
			}
		}
	};
}

/** Low, mode and high of a PERT distribution with this mean and, where neither end is cut off, this deviation. */
function rangeOf(mean: number, deviation: number, most: number) {
	const low = Math.max(0, mean - PERT_HALF_WIDTH * deviation);
	const high = Math.min(most, mean + PERT_HALF_WIDTH * deviation);
	const mode = Math.min(Math.max((6 * mean - low - high) / 4, low), high);
	return { low: digits(low), mode: digits(mode), high: digits(high) };
}

const digits = (value: number): string => new Decimal(value.toPrecision(RATE_DIGITS)).toFixed();

type Key = readonly [band: CareBand, type: string, to?: string];

interface Sum {
	readonly amount: number;
	readonly variance: number;
	readonly events: number;
}

/** Sums by band and placement type, in the order of the bands. */
class Sums {
	readonly #sums = new Map<string, Sum & { readonly key: Key }>();

	add(key: Key, amount: number, variance = 0, events = 0): void {
		const { amount: a, variance: v, events: n } = this.#sums.get(key.join(' ')) ?? NOTHING;
		this.#sums.set(key.join(' '), {
			key,
			amount: a + amount,
			variance: v + variance,
			events: n + events
		});
	}

	of(key: Key): number {
		return this.#sums.get(key.join(' '))?.amount ?? 0;
	}

	rows(): readonly (Sum & { readonly key: Key })[] {
		const place = ({ key: [band] }: { readonly key: Key }) => CARE_BANDS.indexOf(band);
		return [...this.#sums.values()].sort((a, b) => place(a) - place(b));
	}
}

const NOTHING: Sum = { amount: 0, variance: 0, events: 0 };
