/** Random numbers that a seed and a path alone decide: one more random input never reshuffles the others. */
export interface Stream {
	/** Above 0 and below 1, all alike. */
	readonly uniform: () => number;
	/** Of mean 0 and standard deviation 1. */
	readonly normal: () => number;
	/** Gamma distributed with this shape, above 0, and scale 1. */
	readonly gamma: (shape: number) => number;
}

const TWO_TO_32 = 4_294_967_296;
const WARM_UP = 16;
// One starting word a lane of the generator: the fractions of the square roots of 2, 3, 5 and 7.
const LANES = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a] as const;

/** The stream of random numbers of a seed and a path, such as the name of an input. */
export function streamOf(seed: number, path: string): Stream {
	const next = wordsOf(`${seed} ${path}`);
	// Half a step off 0, so that a logarithm never meets it.
	const uniform = (): number => (next() + 0.5) / TWO_TO_32;
	const normal = (): number =>
		Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
	return { uniform, normal, gamma: (shape) => gammaOf(shape, uniform, normal) };
}

/** Whole numbers below 2^32: a small chaotic counter whose state is the text, mixed. */
function wordsOf(text: string): () => number {
	let [a, b, c, counter] = LANES.map((lane) => hashOf(text, lane)) as [
		number,
		number,
		number,
		number
	];
	const next = (): number => {
		const word = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + word) | 0;
		return word >>> 0;
	};
	for (let i = 0; i < WARM_UP; i++) next();
	return next;
}

function hashOf(text: string, lane: number): number {
	let hash = lane;
	for (let i = 0; i < text.length; i++) {
		hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
		hash ^= hash >>> 15;
	}
	return hash | 0;
}

/** By Marsaglia and Tsang's squeeze of a normal number; below shape 1 by that of one more and a power. */
function gammaOf(shape: number, uniform: () => number, normal: () => number): number {
	if (shape < 1) return gammaOf(shape + 1, uniform, normal) * uniform() ** (1 / shape);
	const d = shape - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const x = normal();
		const v = (1 + c * x) ** 3;
		if (v > 0 && Math.log(uniform()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
	}
}
