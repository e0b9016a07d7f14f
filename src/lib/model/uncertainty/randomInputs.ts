import { Decimal } from 'decimal.js';
import type { Scenario } from '../scenario/file';
import { rangedInputs, withInput, type Input, type Place } from '../solving/inputRange';
import { quantileOf, type Quantile, type Spread } from './distribution';
import { randomInputs, type RandomInputs } from './kernel/reader';
import { strata } from './hypercube';

/** A random input with what it may be. */
export interface Drawable {
	readonly input: Input;
	readonly spread: Spread;
	readonly quantile: Quantile;
}

/** The inputs that are drawn, and those whose range cannot be followed and which stay at their value. */
export interface Drawables {
	readonly place: Place;
	readonly drawn: readonly Drawable[];
	readonly held: readonly string[];
	readonly inputs: RandomInputs;
}

// What these fields say decides which months and years a line has at all; the kernel keeps to one such calendar.
const CALENDAR_FIELDS: ReadonlySet<string> = new Set([
	'voidMonths',
	'noticeMonths',
	'receiptMonths',
	'lasts',
	'easting',
	'northing',
	'share'
]);

const isFollowed = ({ ref }: Input): boolean => !CALENDAR_FIELDS.has(ref.split('.').at(-1) ?? '');

/** The random inputs of a place, each standing in it as a number of its own, so that it is known wherever it is read. */
export function drawablesOf(start: Place): Drawables {
	let place = start;
	const ranged = rangedInputs(start);
	const drawn = ranged.filter(isFollowed).map((input): Drawable => {
		const spread = spreadOf(input);
		return { input, spread, quantile: quantileOf(spread) };
	});
	const list = drawn.map(({ input }) => {
		const value = apart(input, start.scenario);
		place = withInput(place, input.ref, value);
		return { ref: input.ref, value, bounds: input.bounds };
	});
	return {
		place,
		drawn,
		held: ranged.filter((input) => !isFollowed(input)).map(({ ref }) => ref),
		inputs: randomInputs(list)
	};
}

/**
 * The number that stands for a random input: its value, or another of its range where a change sets the very same one, for
 * then the two would be taken for one and the same.
 */
function apart({ ref, value, range, isWhole }: Input, { changes }: Scenario): Decimal {
	const set = changes.flatMap(({ edits }) =>
		edits.flatMap((edit) =>
			edit.edit === 'set' && `${edit.record}.${edit.field}` === ref ? [edit.value] : []
		)
	);
	const own = value ?? new Decimal(0);
	const { low, high } = range ?? { low: own, high: own };
	const middle = low.plus(high).div(2);
	const found = [own, isWhole ? middle.round() : middle, low, high].find(
		(candidate) =>
			!set.some((text) => typeof text === 'string' && Number(text) === candidate.toNumber())
	);
	return new Decimal(found ?? own);
}

function spreadOf({ value, mode, range, distribution }: Input): Spread {
	const own = (value ?? new Decimal(0)).toNumber();
	const [low, high] = [range?.low.toNumber() ?? own, range?.high.toNumber() ?? own];
	// A value that is not within its own range is the nearest that is.
	const likely = Math.min(Math.max(mode?.toNumber() ?? own, low), high);
	return { name: distribution, low, mode: likely, high, interval: 1 };
}

/** All draws of an input, in the order of the draws: within the limits of its field, whole where it is. */
export function drawsOf({ input, quantile }: Drawable, seed: number, draws: number): Float64Array {
	const { min = -Infinity, max = Infinity } = input.bounds;
	return strata(seed, input.ref, draws).map((chance) => {
		const value = Math.min(Math.max(quantile(chance), min), max);
		return input.isWhole ? Math.round(value) : value;
	});
}
