/** Rates of one age band [events per child-day], from episodes as events over child-days at risk. */
export interface BandRates {
	/** `exits[p]`: leaving care from placement type `p` [per child-day]. */
	readonly exits: readonly number[];
	/** `moves[p][q]`: moving from type `p` to type `q` [per child-day]; `moves[p][p]` is ignored. */
	readonly moves: readonly (readonly number[])[];
}

/**
 * What a stretch of `days` does to the children of one band, as row-major `size` × `size` matrices acting on row
 * vectors of children by placement type (model §6). With stock `N` and steady entries `e` [children a day],
 * the closing stock is `N·P + e·Phi` and the child-days are `N·Phi + e·Psi`.
 */
export interface MonthOperator {
	/** `exp(Q·days)`: the chance of being in type `q` at the end when in type `p` at the start. */
	readonly P: Float64Array;
	/** `∫₀^days exp(Q·s) ds` [days]: expected days in type `q` of a child in type `p` at the start. */
	readonly Phi: Float64Array;
	/** `∫₀^days Phi(s) ds` [days²]: child-days in type `q` per daily entry into type `p`. */
	readonly Psi: Float64Array;
	/** Number of placement types. */
	readonly size: number;
	/** Length of the stretch [days]. */
	readonly days: number;
}

/** Above one event a child-day a rate is taken for a mistake of unit, such as a yearly figure. */
const HIGHEST_RATE_PER_DAY = 1;

/** Poisson terms below this are dropped: far under one rounding of a double. */
const NEGLIGIBLE_CHANCE = 1e-20;

/**
 * The series runs on at most this many expected events, so that its first term, exp(−16), is not yet negligible;
 * longer stretches are halved, then doubled back.
 */
const LONGEST_SERIES_EVENTS = 16;

/** What is wrong with the rates of a band, one sentence each; `types` are the names of its placement types. */
export function rateProblems(rates: BandRates, types: readonly string[]): readonly string[] {
	return [...shapeProblems(rates), ...valueProblems(rates, types), ...unitProblems(rates, types)];
}

/**
 * The operator of a band over a stretch of days, by uniformisation: `P = Σ Poisson(k; λd)·(I + Q/λ)^k`, and the same
 * powers under the integrated weights for `Phi` and `Psi`. Every term is positive, so rounding error stays near 1e-15.
 */
export function monthOperator(rates: BandRates, days: number): MonthOperator {
	const problems = [...shapeProblems(rates), ...valueProblems(rates)];
	if (!(days >= 0 && Number.isFinite(days))) {
		problems.push(`A stretch of ${days} days cannot be projected.`);
	}
	if (problems.length > 0) throw new RangeError(problems.join(' '));

	return operatorOf(rates, days);
}

/** The same of rates that are known to be sound, as those of a thousand draws are that have been checked together. */
export function operatorOf(rates: BandRates, days: number): MonthOperator {
	return operatorsOf(rates, [days])[0]!;
}

/** The same over stretches of several lengths, which share the dear part: the powers of the chain. */
export function operatorsOf(
	rates: BandRates,
	lengths: readonly number[]
): readonly MonthOperator[] {
	const chain = uniformChain(rates);
	const halvings = lengths.map((days) => halvingsOf(chain.eventsPerDay * days));
	const short = seriesOperators(
		chain,
		lengths.map((days, i) => days / 2 ** halvings[i]!)
	);
	return short.map((first, i) => {
		let operator = first;
		for (let n = 0; n < halvings[i]!; n++) operator = twice(operator);
		return operator;
	});
}

/** How often a stretch with so many expected events is halved before the series. */
export const halvingsOf = (events: number): number =>
	Math.max(0, Math.ceil(Math.log2(events / LONGEST_SERIES_EVENTS)));

function shapeProblems({ exits, moves }: BandRates): string[] {
	if (moves.length === exits.length && moves.every((row) => row.length === exits.length)) return [];
	return [
		`Moves must be a square table of ${exits.length} placement types, as many as there are exit rates.`
	];
}

function valueProblems(rates: BandRates, types: readonly string[] = []): string[] {
	const isRate = (perDay: number): boolean => perDay >= 0 && Number.isFinite(perDay);
	// Names are made up for a mistake only: a forecast checks the rates of a thousand draws.
	if (rates.exits.every(isRate) && rates.moves.every((row) => row.every(isRate))) return [];
	return namedRates(rates, types).flatMap(({ name, perDay }) => {
		if (!Number.isFinite(perDay)) return [`The rate of ${name} is not a number (${perDay}).`];
		return perDay < 0 ? [`The rate of ${name} is negative (${perDay} per child-day).`] : [];
	});
}

function unitProblems(rates: BandRates, types: readonly string[]): string[] {
	const single = namedRates(rates, types).filter(({ perDay }) => isTooFast(perDay));
	const together = outflowsOf(rates).flatMap((perDay, p) => {
		const own = [rates.exits[p] ?? 0, ...(rates.moves[p] ?? []).filter((_, q) => q !== p)];
		// One rate that is too high by itself is named by itself.
		return isTooFast(perDay) && !own.some(isTooFast)
			? [{ name: `leaving care and moving, together, from ${typeName(types, p)}`, perDay }]
			: [];
	});
	return [...single, ...together].map(
		({ name, perDay }) =>
			`The rate of ${name} is more than ${HIGHEST_RATE_PER_DAY} a child-day (${Number(perDay.toFixed(6))}); check its unit.`
	);
}

function isTooFast(perDay: number): boolean {
	return Number.isFinite(perDay) && perDay > HIGHEST_RATE_PER_DAY;
}

function namedRates(
	{ exits, moves }: BandRates,
	types: readonly string[]
): { name: string; perDay: number }[] {
	return [
		...exits.map((perDay, p) => ({ name: `leaving care from ${typeName(types, p)}`, perDay })),
		...moves.flatMap((row, p) =>
			row.flatMap((perDay, q) =>
				p === q
					? []
					: [{ name: `moving from ${typeName(types, p)} to ${typeName(types, q)}`, perDay }]
			)
		)
	];
}

function typeName(types: readonly string[], p: number): string {
	return types[p] ?? `placement type ${p + 1}`;
}

/** All that leaves each placement type, to other types and out of care [events per child-day]. */
function outflowsOf({ exits, moves }: BandRates): readonly number[] {
	return exits.map((exit, p) => {
		const row = moves[p] ?? [];
		let sum = exit;
		for (let q = 0; q < row.length; q++) if (q !== p) sum += row[q]!;
		return sum;
	});
}

interface UniformChain {
	/** `I + Q/λ`, row-major. */
	readonly jump: Float64Array;
	/** `λ`: the fastest outflow of any type. */
	readonly eventsPerDay: number;
	readonly size: number;
}

function uniformChain(rates: BandRates): UniformChain {
	const { moves } = rates;
	const outflows = outflowsOf(rates);
	const size = outflows.length;
	const eventsPerDay = Math.max(0, ...outflows);
	const jump = identity(size);
	if (eventsPerDay > 0) {
		moves.forEach((row, p) => {
			row.forEach((perDay, q) => {
				jump[p * size + q] = (p === q ? eventsPerDay - (outflows[p] ?? 0) : perDay) / eventsPerDay;
			});
		});
	}
	return { jump, eventsPerDay, size };
}

function seriesOperators(
	{ jump, eventsPerDay, size }: UniformChain,
	lengths: readonly number[]
): readonly MonthOperator[] {
	const weights = lengths.map((days) => seriesWeights(eventsPerDay * days));
	const operators = lengths.map((days): MonthOperator => ({
		P: new Float64Array(size * size),
		Phi: new Float64Array(size * size),
		Psi: new Float64Array(size * size),
		size,
		days
	}));
	const terms = Math.max(...weights.map(({ atEnd }) => atEnd.length));
	let power: Float64Array = identity(size);
	let next: Float64Array = new Float64Array(size * size);
	const ways = waysOf(jump, size);
	for (let k = 0; k < terms; k++) {
		if (k > 0) {
			followed(power, ways, size, next);
			[power, next] = [next, power];
		}
		for (let length = 0; length < operators.length; length++)
			addTerm(operators[length]!, power, weights[length]!, k);
	}
	return operators;
}

/** Adds a power of the chain to an operator by its weights; a stretch that is shorter than others needs fewer powers. */
function addTerm(
	{ P, Phi, Psi, days }: MonthOperator,
	power: Float64Array,
	{ atEnd, integrated, twiceIntegrated }: SeriesWeights,
	k: number
): void {
	if (k >= atEnd.length) return;
	const end = atEnd[k]!;
	const once = integrated[k]! * days;
	const again = twiceIntegrated[k]! * days * days;
	for (let i = 0; i < power.length; i++) {
		const reached = power[i]!;
		P[i]! += reached * end;
		Phi[i]! += reached * once;
		Psi[i]! += reached * again;
	}
}

/** The ways of a jump that have a chance: children change placement on few of them, and the other products are 0. */
interface Ways {
	readonly from: readonly number[];
	readonly to: readonly number[];
	readonly chance: readonly number[];
}

function waysOf(jump: Float64Array, size: number): Ways {
	const ways = { from: [] as number[], to: [] as number[], chance: [] as number[] };
	for (let from = 0; from < size; from++)
		for (let to = 0; to < size; to++) {
			const chance = jump[from * size + to]!;
			if (chance === 0) continue;
			ways.from.push(from);
			ways.to.push(to);
			ways.chance.push(chance);
		}
	return ways;
}

/** One more jump after a power of it. */
function followed(power: Float64Array, ways: Ways, size: number, result: Float64Array): void {
	result.fill(0);
	for (let way = 0; way < ways.from.length; way++) {
		const [from, to, chance] = [ways.from[way]!, ways.to[way]!, ways.chance[way]!];
		for (let row = 0; row < size * size; row += size)
			result[row + to]! += power[row + from]! * chance;
	}
}

/** The weights of the powers of the chain, for P, Phi and Psi. */
export interface SeriesWeights {
	readonly atEnd: readonly number[];
	readonly integrated: readonly number[];
	readonly twiceIntegrated: readonly number[];
}

/**
 * With `w_j` the Poisson chance of `j` events and `m` expected: `∫ w_k = d·Σ_{j≥k} w_j/(j+1)`, once more
 * `d²·ΣΣ w_j/((j+1)(j+2))`. These are the Poisson tails over λ and λ², written so that m = 0 needs no case of its own
 * and small m does not cancel; summed from the small end.
 */
export function seriesWeights(events: number): SeriesWeights {
	const atEnd: number[] = [];
	for (let k = 0, chance = Math.exp(-events); chance > NEGLIGIBLE_CHANCE; k++) {
		atEnd.push(chance);
		chance *= events / (k + 1);
	}
	const integrated = atEnd.map(() => 0);
	const twiceIntegrated = atEnd.map(() => 0);
	let once = 0;
	let tail = 0;
	let again = 0;
	for (let k = atEnd.length - 1; k >= 0; k--) {
		const chance = atEnd[k]!;
		once += chance / (k + 1);
		tail += chance / ((k + 1) * (k + 2));
		again += tail;
		integrated[k] = once;
		twiceIntegrated[k] = again;
	}
	return { atEnd, integrated, twiceIntegrated };
}

/** The second half starts from where the first ended: `P²`, `Phi + P·Phi`, `Psi + d·Phi + P·Psi`. */
function twice({ P, Phi, Psi, size, days }: MonthOperator): MonthOperator {
	const longPhi = product(P, Phi, size);
	addScaled(longPhi, Phi, 1);
	const longPsi = product(P, Psi, size);
	addScaled(longPsi, Psi, 1);
	addScaled(longPsi, Phi, days);
	return { P: product(P, P, size), Phi: longPhi, Psi: longPsi, size, days: 2 * days };
}

function identity(size: number): Float64Array {
	const matrix = new Float64Array(size * size);
	for (let p = 0; p < size; p++) matrix[p * size + p] = 1;
	return matrix;
}

function product(left: Float64Array, right: Float64Array, size: number): Float64Array {
	const result = new Float64Array(size * size);
	for (let p = 0; p < size; p++) {
		for (let q = 0; q < size; q++) {
			let sum = 0;
			for (let via = 0; via < size; via++) {
				sum += left[p * size + via]! * right[via * size + q]!;
			}
			result[p * size + q] = sum;
		}
	}
	return result;
}

function addScaled(target: Float64Array, matrix: Float64Array, factor: number): void {
	for (let i = 0; i < target.length; i++) {
		target[i]! += matrix[i]! * factor;
	}
}
