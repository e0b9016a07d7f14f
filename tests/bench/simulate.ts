import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
	readCouncil,
	readCouncilText,
	scenarioOf,
	startSimulation,
	type Council,
	type CouncilFile,
	type Simulation
} from '../../src/lib/model';
import { councilFile, change, scale } from '../support/council';
import { allInPost } from '../support/records';

const SEED = 1;
const YEARS = 10;
/** Those of the example as it ships, in all of which its net cost is known. */
const USUAL_YEARS = 5;
const POSTS = 200;
const FEW = 1_000;
const MANY = 10_000;
const say = (line: string) => process.stdout.write(`${line}\n`);
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;

interface Timed {
	readonly simulation: Simulation;
	readonly whole: number;
	/** The longest time without giving way, the start left out [ms]. */
	readonly longest: number;
	readonly start: number;
	/** Heap and columns together, over what was there before [MB]. */
	readonly memory: number;
}

const memoryNow = (): number => {
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return (heapUsed + arrayBuffers) / 2 ** 20;
};

function simulated(council: Council, id: string, draws: number, seed = SEED): Timed {
	const scenario = scenarioOf(council, id);
	if (scenario === undefined) throw new Error(`there is no scenario ${id}`);
	const before = memoryNow();
	const from = performance.now();
	const simulation = startSimulation({ council, scenario, draws, seed });
	const start = performance.now() - from;
	let [longest, memory] = [0, 0];
	for (let done = 0; done < draws;) {
		const step = performance.now();
		done = simulation.advance();
		longest = Math.max(longest, performance.now() - step);
		memory = Math.max(memory, memoryNow() - before);
	}
	return { simulation, whole: performance.now() - from, longest, start, memory };
}

function example(horizonYears: number): Council {
	const read = readCouncilText(readFileSync('scenarios/fernshire.json', 'utf8'));
	if (!read.ok) throw new Error('the example cannot be read');
	return { ...read.council, council: { ...read.council.council, horizonYears } };
}

/** A council of posts whose staff and cost are random, and whose index is as well. */
function council(): Council {
	const file: CouncilFile = councilFile({
		council: { horizonYears: YEARS },
		baseline: {
			posts: Array.from({ length: POSTS }, (_, i) =>
				allInPost({
					id: `post-${i}`,
					fte: String(2 + (i % 7)),
					costPerFte: String(30_000 + 100 * i),
					vacancy: '0',
					index: 'prices',
					evidence: {
						fte: { low: String(1 + (i % 7)), high: String(4 + (i % 7)) },
						costPerFte: { low: String(28_000 + 100 * i), high: String(33_000 + 100 * i) }
					}
				})
			),
			indices: [
				{
					id: 'prices',
					title: 'Prices',
					rates: {},
					otherYears: '0.02',
					evidence: { otherYears: { low: '0.01', high: '0.04' } }
				}
			]
		},
		plan: [
			change({
				edits: Array.from({ length: POSTS / 2 }, (_, i) => scale(`posts/post-${i}`, 'fte', '0.9'))
			})
		]
	});
	const read = readCouncil(JSON.parse(JSON.stringify(file)));
	if (!read.ok) throw new Error('the made council cannot be read');
	return read.council;
}

/** Staffing cost of the made council with and without its change, by year and draw [pence], written out by hand. */
function byHand(inputs: ReadonlyMap<string, Float64Array>, draws: number) {
	const column = (ref: string): Float64Array => inputs.get(ref) ?? new Float64Array(draws);
	const rate = column('indices/prices.otherYears');
	const blank = () => Array.from({ length: YEARS }, () => new Float64Array(draws));
	const [own, nothing] = [blank(), blank()];
	const factor = new Float64Array(draws).fill(1);
	for (let y = 0; y < YEARS; y++) {
		if (y > 0) for (let d = 0; d < draws; d++) factor[d]! *= 1 + rate[d]!;
		const [here, there] = [own[y]!, nothing[y]!];
		for (let i = 0; i < POSTS; i++) {
			const [fte, cost] = [column(`posts/post-${i}.fte`), column(`posts/post-${i}.costPerFte`)];
			const share = i < POSTS / 2 ? 0.9 : 1;
			for (let d = 0; d < draws; d++) {
				const pounds = fte[d]! * cost[d]! * factor[d]!;
				there[d]! += Math.floor(pounds * 100 + 0.5);
				here[d]! += Math.floor(pounds * share * 100 + 0.5);
			}
		}
	}
	return { own, nothing };
}

const NUMPY = `
import time, numpy as np
r = np.random.default_rng(1)
fte = r.random((${POSTS}, ${MANY})); cost = r.random((${POSTS}, ${MANY})) * 1e4; rate = r.random(${MANY}) * 0.02
share = np.where(np.arange(${POSTS}) < ${POSTS / 2}, 0.9, 1.0)[:, None]
start = time.perf_counter(); factor = np.ones(${MANY})
for y in range(${YEARS}):
    if y: factor = factor * (1 + rate)
    pounds = fte * cost * factor
    np.floor(pounds * 100 + 0.5).sum(axis=0); np.floor(pounds * share * 100 + 0.5).sum(axis=0)
print((time.perf_counter() - start) * 1000)
`;

const fernshire = example(YEARS);
say(`Fernshire over ${YEARS} years, every figure, the scenario and "If we change nothing"`);
say('scenario               draws     whole   start  longest step    memory');
for (const { id } of fernshire.scenarios) {
	const { whole, start, longest, memory } = simulated(fernshire, id, FEW);
	say(
		`${id.padEnd(20)} ${String(FEW).padStart(7)} ${seconds(whole).padStart(9)} ${seconds(start).padStart(7)} ${`${longest.toFixed(0)} ms`.padStart(14)} ${`${memory.toFixed(0)} MB`.padStart(8)}`
	);
}

const made = council();
const many = simulated(made, 'plan', MANY);
const start = performance.now();
const hand = byHand(many.simulation.inputDraws, MANY);
const handTime = performance.now() - start;
const kernel = many.simulation.figureDraws.get('cost.staffing')?.[YEARS - 1];
const furthest = hand.own[YEARS - 1]!.reduce(
	(worst, pence, d) => Math.max(worst, Math.abs(pence / 100 - (kernel?.[d] ?? NaN))),
	0
);
// Each post's line may be a penny apart, where floats are multiplied in another order.
if (!(furthest < 0.05)) throw new Error(`the two differ by £${furthest}`);
say(`\n${POSTS} posts over ${YEARS} years, ${MANY} draws`);
say(
	`here     ${seconds(many.whole)}: ${seconds(many.start)} to start; ${many.memory.toFixed(0)} MB`
);
say(`by hand  ${seconds(handTime)}, one figure of the ${many.simulation.figureDraws.size}`);
say(`         × ${((many.whole - many.start) / handTime).toFixed(1)}, the start left out`);
const numpy = spawnSync('python3', ['-c', NUMPY], { encoding: 'utf8' });
say(numpy.status === 0 ? `numpy    ${seconds(Number(numpy.stdout))}` : 'numpy    is not here');

// How far means of the example's net cost over all years lie from each other between seeds, against plain draws.
const meansOf = (seeds: number, draws: number) =>
	Array.from({ length: seeds }, (_, seed) => {
		const { figureDraws } = simulated(example(USUAL_YEARS), 'nothing', draws, seed).simulation;
		const total = new Float64Array(draws);
		for (const year of figureDraws.get('net.total') ?? [])
			year.forEach((value, d) => {
				total[d]! += value;
			});
		return total;
	});
const mean = (values: ArrayLike<number>) =>
	Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: ArrayLike<number>) => {
	const middle = mean(values);
	return Math.sqrt(mean(Array.from(values, (value) => (value - middle) ** 2)));
};
const totals = meansOf(8, FEW);
const plain = deviation(totals[0] ?? []) / Math.sqrt(FEW);
say(
	`\nerror of a mean of ${FEW} draws: plain £${plain.toFixed(0)}, here £${deviation(totals.map(mean)).toFixed(0)} between 8 seeds: × ${(plain / deviation(totals.map(mean))).toFixed(1)} less`
);
