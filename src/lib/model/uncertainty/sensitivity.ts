import type { Decimal } from 'decimal.js';
import { alongside } from '../scenario/baselines';
import { inputAt, rangedInputs, withInput, type Input } from '../solving/inputRange';
import { outcomeMeasure, type SureOutcome } from './outcome';
import { simulatedPlace } from './place';
import type { SimulateRequest } from './simulation';

/** What an outcome comes to at the ends of one input's range, all others at their value: a bar of a tornado. */
export interface TornadoBar {
	readonly ref: string;
	readonly label: string;
	readonly unit: string;
	/** Values of the input. */
	readonly low: number;
	readonly value: number;
	readonly high: number;
	/** The outcome there; null where it is not known. */
	readonly atLow: number | null;
	readonly atHigh: number | null;
}

/** What an outcome comes to at values of two inputs: rows by the first, columns by the second. */
export interface TwoWayTable {
	readonly inputs: readonly [TableInput, TableInput];
	readonly rows: readonly (readonly (number | null)[])[];
}

interface TableInput {
	readonly ref: string;
	readonly label: string;
	readonly unit: string;
	readonly values: readonly number[];
}

type Asked = Pick<SimulateRequest, 'council' | 'scenario' | 'packs' | 'terms'>;

/** A scenario at whatever values its inputs are given, and an outcome measured there. */
function bench({ council, scenario, packs, terms }: Asked, outcome: SureOutcome) {
	const [first] = council.scenarios;
	if (first === undefined) throw new Error('the council has no scenario');
	const nothing = { ...alongside(council, first, scenario), baseline: null };
	const measure = outcomeMeasure(nothing, terms ?? 'cash', outcome);
	return { place: simulatedPlace(council, scenario, packs !== false), measure };
}

/** The bars of a tornado, one after the other, the widest in no place of its own yet. */
export function* tornadoBars(
	asked: Asked,
	outcome: SureOutcome
): Generator<{ readonly bar: TornadoBar; readonly share: number }> {
	const { place, measure } = bench(asked, outcome);
	const inputs = rangedInputs(place);
	for (const [i, { ref, label, unit, value, range }] of inputs.entries()) {
		if (value === null || range === null) continue;
		const at = (end: Decimal) => measure(withInput(place, ref, end));
		yield {
			bar: {
				ref,
				label,
				unit,
				low: range.low.toNumber(),
				value: value.toNumber(),
				high: range.high.toNumber(),
				atLow: at(range.low),
				atHigh: at(range.high)
			},
			share: (i + 1) / inputs.length
		};
	}
}

/** Bars by how far apart their ends are, the widest first; those without an end last. */
export function widestFirst(bars: readonly TornadoBar[]): readonly TornadoBar[] {
	const width = ({ atLow, atHigh }: TornadoBar): number =>
		atLow === null || atHigh === null ? -1 : Math.abs(atHigh - atLow);
	return bars.toSorted((a, b) => width(b) - width(a));
}

const STEPS = 5;

/** The rows of a two-way table, one after the other: five even values of each input, from its low to its high. */
export function* twoWayRows(
	asked: Asked,
	outcome: SureOutcome,
	refs: readonly [string, string]
): Generator<TwoWayTable> {
	const { place, measure } = bench(asked, outcome);
	const input = (ref: string): Input => {
		const own = inputAt(place, ref);
		if (own === null || own.range === null) throw new Error(`'${ref}' is no input with a range`);
		return own;
	};
	const pair = [input(refs[0]), input(refs[1])] as const;
	const [down, across] = [valuesOf(pair[0]), valuesOf(pair[1])];
	const head = ({ ref, label, unit }: Input, values: readonly Decimal[]): TableInput => ({
		ref,
		label,
		unit,
		values: values.map((value) => value.toNumber())
	});
	const inputs = [head(pair[0], down), head(pair[1], across)] as const;
	const rows: (readonly (number | null)[])[] = [];
	for (const first of down) {
		const start = withInput(place, pair[0].ref, first);
		rows.push(across.map((second) => measure(withInput(start, pair[1].ref, second))));
		yield { inputs, rows: [...rows] };
	}
}

/** Even values from the low to the high of an input; whole where it is, and then each once. */
function valuesOf({ range, isWhole }: Input): readonly Decimal[] {
	if (range === null) return [];
	const width = range.high.minus(range.low);
	const values = Array.from({ length: STEPS }, (_, i) => {
		const value = range.low.plus(width.times(i).div(STEPS - 1));
		return isWhole ? value.round() : value.toSignificantDigits(12);
	});
	return values.filter((value, i) => i === 0 || !value.eq(values[i - 1] ?? NaN));
}
