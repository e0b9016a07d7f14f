const PRECISION = 1e-15;
const MOST_STEPS = 300;
// Stirling's series is good to 1e-16 from here on.
const LARGE = 15;

/** The logarithm of the gamma function, by Stirling's series shifted up to where its error is below 1e-15. */
export function lnGamma(x: number): number {
	let shift = 0;
	let at = x;
	while (at < LARGE) {
		shift += Math.log(at);
		at += 1;
	}
	const inverse = 1 / at;
	const series =
		inverse * (1 / 12 - inverse ** 2 * (1 / 360 - inverse ** 2 * (1 / 1260 - inverse ** 2 / 1680)));
	return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series - shift;
}

/** The chance that a beta number of shapes `a` and `b` is at most `x` (the regularised incomplete beta function). */
export function betaChance(x: number, a: number, b: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	const front = Math.exp(
		lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x)
	);
	// The fraction converges fast on one side of the mean; the other side is its mirror image.
	return x < (a + 1) / (a + b + 2)
		? (front * betaFraction(x, a, b)) / a
		: 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** Lentz's evaluation of the continued fraction of the incomplete beta function. */
function betaFraction(x: number, a: number, b: number): number {
	const tiny = Number.MIN_VALUE / PRECISION;
	const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
	let c = 1;
	let d = 1 / away(1 - ((a + b) * x) / (a + 1));
	let result = d;
	for (let m = 1; m <= MOST_STEPS; m++) {
		for (const step of [
			(m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
			(-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
		]) {
			d = 1 / away(1 + step * d);
			c = away(1 + step / c);
			result *= c * d;
		}
		if (Math.abs(c * d - 1) < PRECISION) break;
	}
	return result;
}

/** The number that a beta number of shapes `a` and `b` is below with the given chance: Newton's steps within a bracket. */
export function betaQuantile(chance: number, a: number, b: number): number {
	if (chance <= 0) return 0;
	if (chance >= 1) return 1;
	const scale = lnGamma(a + b) - lnGamma(a) - lnGamma(b);
	let [low, high] = [0, 1];
	let x = a / (a + b);
	for (let step = 0; step < MOST_STEPS; step++) {
		const miss = betaChance(x, a, b) - chance;
		if (miss > 0) high = x;
		else low = x;
		const density = Math.exp(scale + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x));
		const newton = x - miss / density;
		const next = newton > low && newton < high ? newton : (low + high) / 2;
		if (Math.abs(next - x) <= PRECISION * Math.max(x, PRECISION)) return next;
		x = next;
	}
	return x;
}

const CELLS = 512;
/** Cells at each end in which a cubic does not follow the powers that the chance begins and ends with. */
const END_CELLS = 8;
const POLISHING = 4;

/**
 * The same quantiles by a table of chances and densities, a cubic between them, for shapes from 1 to 5 such as a PERT
 * number has: to 1e-9, at a twentieth of the time. At the ends it is exact.
 */
export function betaTable(a: number, b: number): (chance: number) => number {
	const scale = lnGamma(a + b) - lnGamma(a) - lnGamma(b);
	const at = (cell: number): number => cell / CELLS;
	const chances = Float64Array.from({ length: CELLS + 1 }, (_, cell) => betaChance(at(cell), a, b));
	const slopes = Float64Array.from(
		{ length: CELLS + 1 },
		(_, cell) =>
			Math.exp(scale + (a - 1) * Math.log(at(cell)) + (b - 1) * Math.log1p(-at(cell))) / CELLS
	);
	return (chance) => {
		let [low, high] = [0, CELLS];
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if (chances[middle]! <= chance) low = middle;
			else high = middle;
		}
		if (low < END_CELLS || low >= CELLS - END_CELLS) return betaQuantile(chance, a, b);
		const [start, rise] = [chances[low]!, chances[high]! - chances[low]!];
		const [from, to] = [slopes[low]!, slopes[high]!];
		const [square, cube] = [3 * rise - 2 * from - to, from + to - 2 * rise];
		let t = (chance - start) / rise;
		for (let step = 0; step < POLISHING; step++)
			t -=
				(start + t * (from + t * (square + t * cube)) - chance) /
				(from + t * (2 * square + 3 * t * cube));
		return (low + t) / CELLS;
	};
}

// Coefficients of the rational approximations of the normal quantile (Wichura 1988, algorithm AS 241), good to 1e-16.
const CENTRE = [
	[
		3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
		45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727
	],
	[
		1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
		39307.89580009271061, 28729.085735721942674, 5226.495278852545925
	]
] as const;
const MIDDLE = [
	[
		1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
		1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833,
		7.7454501427834140764e-4
	],
	[
		1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455,
		0.14810397642748007459, 0.0151986665636164571966, 5.475938084995344946e-4,
		1.05075007164441684324e-9
	]
] as const;
const TAIL = [
	[
		6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
		0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5,
		2.01033439929228813265e-7
	],
	[
		1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525,
		7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7,
		2.04426310338993978564e-15
	]
] as const;

const polynomial = (coefficients: readonly number[], x: number): number =>
	coefficients.reduceRight((sum, own) => sum * x + own, 0);

const ratio = ([above, below]: readonly (readonly number[])[], x: number): number =>
	polynomial(above ?? [], x) / polynomial(below ?? [], x);

/** The number that a normal number of mean 0 and deviation 1 is below with the given chance. */
export function normalQuantile(chance: number): number {
	const off = chance - 0.5;
	if (Math.abs(off) <= 0.425) return off * ratio(CENTRE, 0.180625 - off * off);
	const root = Math.sqrt(-Math.log(off < 0 ? chance : 1 - chance));
	const size = root <= 5 ? ratio(MIDDLE, root - 1.6) : ratio(TAIL, root - 5);
	return off < 0 ? -size : size;
}
