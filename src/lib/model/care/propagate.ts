import { CARE_BANDS } from '../records/careFlow';
import type { BandRates, MonthOperator } from './generator';

/** Number of age cells, one for each month of age in completed months, from birth to 18 (model §6). */
export const AGE_CELLS = 216;

/** First age cell of each band, and the end of the last [months]. */
const BAND_STARTS = [0, 12, 60, 120, 192, AGE_CELLS] as const;

/** Share of under-1 entries that come in the first month of life, see `newbornProfile`. */
const NEWBORN_SHARE = 0.5;

/** Shares may miss 1 by the rounding of a few hundred additions, not by a typing error. */
const SHARE_TOLERANCE = 1e-9;

/** Children by band and placement type over one month, index `band × types + type`; [children] but for `childDays`. */
export interface MonthFlows {
	/** Length of the month [days]. */
	readonly days: number;
	/** Stock on the first day. */
	readonly opening: Float64Array;
	/** Children who came into care. */
	readonly entries: Float64Array;
	/** Moves from other placement types of the band. */
	readonly movesIn: Float64Array;
	/** Moves to other placement types of the band. */
	readonly movesOut: Float64Array;
	/** Children who came from the younger band at the month's end. */
	readonly agedIn: Float64Array;
	/** Children who went to the older band, or turned 18, at the month's end. */
	readonly agedOut: Float64Array;
	/** Children who left care before 18. */
	readonly exits: Float64Array;
	/** Stock on the first day of the next month, after ageing. */
	readonly closing: Float64Array;
	/** Days spent in care during the month [child-days]. */
	readonly childDays: Float64Array;
	/** The part of `agedOut` that turned 18, by placement type. */
	readonly turned18: Float64Array;
}

/** First age cell of a band and the first cell past it [months]. */
export function bandRange(band: number): readonly [start: number, end: number] {
	const start = BAND_STARTS[band];
	const end = BAND_STARTS[band + 1];
	if (start === undefined || end === undefined)
		throw new RangeError(`There is no age band ${band}.`);
	return [start, end];
}

/** The number of the band, in `CARE_BANDS`, that an age cell belongs to. */
export function bandOfCell(cell: number): number {
	if (!(Number.isInteger(cell) && cell >= 0 && cell < AGE_CELLS)) {
		throw new RangeError(`There is no age cell ${cell}.`);
	}
	return CARE_BANDS.findIndex((_, band) => cell < bandRange(band)[1]);
}

/** Entries spread evenly over the ages of a band: the share of each cell, adding to 1. */
export function evenProfile(band: number): readonly number[] {
	const [start, end] = bandRange(band);
	return Array.from({ length: end - start }, () => 1 / (end - start));
}

/**
 * Entries of the under-1 band: half in the first month of life, the rest evenly over the other eleven; shares adding
 * to 1. An assumption to replace by the council's own episodes. Its anchor: 42 % of care proceedings about infants in
 * England in 2016/17 began in the first week of life (Nuffield Family Justice Observatory, Born into Care, 2018).
 */
export function newbornProfile(): readonly number[] {
	const [start, end] = bandRange(0);
	const others = end - start - 1;
	return [NEWBORN_SHARE, ...Array.from({ length: others }, () => (1 - NEWBORN_SHARE) / others)];
}

/** Whether shares split a whole: none negative, adding to 1 but for rounding. */
export function isWholeSplit(shares: Iterable<number>): boolean {
	let sum = 0;
	for (const share of shares) {
		if (!(share >= 0)) return false;
		sum += share;
	}
	return Math.abs(sum - 1) <= SHARE_TOLERANCE;
}

/**
 * One month of the care population (model §6). `state` holds children by age cell and placement type, index
 * `cell × types + type`; operators, rates and `entryProfile` (share of entries by cell of the band) are by band;
 * `entriesPerDay` is by band and type. Children stay in their cell through the month, then all grow older by one cell.
 */
export function stepMonth(
	state: Float64Array,
	operators: readonly MonthOperator[],
	rates: readonly BandRates[],
	entriesPerDay: Float64Array,
	entryProfile: readonly (readonly number[])[]
): { state: Float64Array; flows: MonthFlows } {
	const { types, days } = checkedShape(state, operators, rates, entriesPerDay, entryProfile);
	const next = new Float64Array(state.length);
	const flows = noFlows(days, stockByState(state, types));
	for (let band = 0; band < CARE_BANDS.length; band++) {
		const operator = operators[band]!;
		const profile = entryProfile[band]!;
		const arriving = entriesPerDay.subarray(band * types, (band + 1) * types);
		advanceCells(state, next, flows, { band, operator, arriving, profile });
		countFlows(flows, { band, operator, arriving, rates: rates[band]! });
	}
	return { state: next, flows: { ...flows, closing: stockByState(next, types) } };
}

function noFlows(days: number, opening: Float64Array): MonthFlows {
	const byBandAndType = (): Float64Array => new Float64Array(opening.length);
	return {
		days,
		opening,
		entries: byBandAndType(),
		movesIn: byBandAndType(),
		movesOut: byBandAndType(),
		agedIn: byBandAndType(),
		agedOut: byBandAndType(),
		exits: byBandAndType(),
		closing: byBandAndType(),
		childDays: byBandAndType(),
		turned18: new Float64Array(opening.length / CARE_BANDS.length)
	};
}

interface BandMonth {
	readonly band: number;
	readonly operator: MonthOperator;
	/** Children a day into each placement type of the band. */
	readonly arriving: Float64Array;
}

/** Writes each cell's closing stock into the next older cell of `next`; counts who grew out of the band. */
function advanceCells(
	state: Float64Array,
	next: Float64Array,
	flows: MonthFlows,
	{ band, operator, arriving, profile }: BandMonth & { readonly profile: readonly number[] }
): void {
	const { P, Phi, size: types } = operator;
	const [start, end] = bandRange(band);
	for (let to = 0; to < types; to++) {
		let closingInCell = 0;
		let arrivedPerShare = 0;
		for (let from = 0; from < types; from++) {
			arrivedPerShare += arriving[from]! * Phi[from * types + to]!;
		}
		for (let cell = start; cell < end; cell++) {
			closingInCell = arrivedPerShare * profile[cell - start]!;
			for (let from = 0; from < types; from++) {
				closingInCell += state[cell * types + from]! * P[from * types + to]!;
			}
			if (cell + 1 < AGE_CELLS) next[(cell + 1) * types + to] = closingInCell;
		}
		// The cell left over from the loop is the band's oldest, the one that its children grow out of.
		flows.agedOut[band * types + to] = closingInCell;
		if (band + 1 < CARE_BANDS.length) flows.agedIn[(band + 1) * types + to] = closingInCell;
		else flows.turned18[to] = closingInCell;
	}
}

/** Child-days are linear in stock and entries, so the band's sums serve for all its cells; events are rate × child-days. */
function countFlows(
	flows: MonthFlows,
	{ band, operator, arriving, rates }: BandMonth & { readonly rates: BandRates }
): void {
	const { Phi, Psi, size: types, days } = operator;
	const first = band * types;
	for (let to = 0; to < types; to++) {
		let childDays = 0;
		for (let from = 0; from < types; from++) {
			childDays += flows.opening[first + from]! * Phi[from * types + to]!;
			childDays += arriving[from]! * Psi[from * types + to]!;
		}
		flows.childDays[first + to] = childDays;
		flows.entries[first + to] = arriving[to]! * days;
		flows.exits[first + to] = rates.exits[to]! * childDays;
	}
	rates.moves.forEach((row, from) => {
		const childDays = flows.childDays[first + from]!;
		row.forEach((ratePerDay, to) => {
			if (to === from) return;
			flows.movesOut[first + from]! += ratePerDay * childDays;
			flows.movesIn[first + to]! += ratePerDay * childDays;
		});
	});
}

/** The children of each band and type, index `band × types + type`, from those by age cell and type. */
export function stockByState(state: Float64Array, types: number): Float64Array {
	const byBandAndType = new Float64Array(CARE_BANDS.length * types);
	for (let band = 0; band < CARE_BANDS.length; band++) {
		const [start, end] = bandRange(band);
		for (let cell = start; cell < end; cell++)
			for (let type = 0; type < types; type++)
				byBandAndType[band * types + type]! += state[cell * types + type]!;
	}
	return byBandAndType;
}

function checkedShape(
	state: Float64Array,
	operators: readonly MonthOperator[],
	rates: readonly BandRates[],
	entriesPerDay: Float64Array,
	entryProfile: readonly (readonly number[])[]
): { types: number; days: number } {
	const first = operators[0];
	if (
		first === undefined ||
		operators.length !== CARE_BANDS.length ||
		operators.some(({ size, days }) => size !== first.size || days !== first.days)
	) {
		throw new RangeError('A month needs one operator a band, of one length and one set of types.');
	}
	const types = first.size;
	const fits = ({ exits, moves }: BandRates): boolean =>
		[exits, moves, ...moves].every(({ length }) => length === types);
	if (rates.length !== CARE_BANDS.length || !rates.every(fits)) {
		throw new RangeError(`A month needs the rates of ${types} placement types in every band.`);
	}
	if (state.length !== AGE_CELLS * types || entriesPerDay.length !== CARE_BANDS.length * types) {
		throw new RangeError(`Stock and entries must be stated for ${types} placement types.`);
	}
	if (!entriesPerDay.every((children) => children >= 0 && Number.isFinite(children))) {
		throw new RangeError('Entries to care must be numbers of 0 or more children a day.');
	}
	for (const [band, name] of CARE_BANDS.entries()) {
		const profile = entryProfile[band] ?? [];
		const [start, end] = bandRange(band);
		if (profile.length !== end - start || !isWholeSplit(profile)) {
			throw new RangeError(
				`Entry shares of band ${name} must cover its ${end - start} cells and add to 1.`
			);
		}
	}
	return { types, days: first.days };
}
