import { Decimal } from 'decimal.js';
import { project, readCouncil, type Council, type Projection } from '../../src/lib/model';
import { referenceProblems } from '../../src/lib/model/scenario/references';
import { benchmarkCouncil } from './council';
import { flatten, totalsByLoop } from './loop';

const RUNS = 40;
const WARM_UP = 10;

/** Median and worst of several runs, in milliseconds. */
function timed(run: (round: number) => void): { readonly median: number; readonly worst: number } {
	for (let round = 0; round < WARM_UP; round++) run(round);
	const times = Array.from({ length: RUNS }, (_, round) => {
		const start = performance.now();
		run(WARM_UP + round);
		return performance.now() - start;
	}).sort((a, b) => a - b);
	return { median: times[RUNS / 2] ?? NaN, worst: times.at(-1) ?? NaN };
}

function decoded(): Council {
	const read = readCouncil(benchmarkCouncil());
	if (!read.ok)
		throw new Error(read.problems.map(({ place, message }) => `${place}: ${message}`).join('\n'));
	return read.council;
}

/** The council with another FTE in one post; everything else is shared. */
function edited(council: Council, round: number): Council {
	const [first, ...rest] = council.baseline.posts;
	if (first === undefined) throw new Error('the council has no posts');
	const post = { ...first, fte: new Decimal(round).div(100).plus(1) };
	return { ...council, baseline: { ...council.baseline, posts: [post, ...rest] } };
}

function report(name: string, time: { median: number; worst: number }, reference: number): void {
	const ratio = time.median / reference;
	process.stdout.write(
		`${name.padEnd(52)} ${time.median.toFixed(2).padStart(8)} ms median ${time.worst.toFixed(2).padStart(8)} ms worst ${ratio.toFixed(1).padStart(7)} × the loop\n`
	);
}

const council = decoded();
const [nothing, scenario] = council.scenarios;
if (nothing === undefined || scenario === undefined)
	throw new Error('the council has two scenarios');
const flat = flatten(benchmarkCouncil());

const projection = project(council, nothing);
const byEngine = projection.figures.get('cost.total')?.values ?? new Float64Array();
const byLoop = totalsByLoop(flat);
byEngine.forEach((pence, y) => {
	if (pence !== byLoop[y])
		throw new Error(
			`the loop gives ${String(byLoop[y])} pence in year ${y}, the engine ${pence}: not the same work`
		);
});

const records = Object.values(council.baseline).reduce((sum, list) => sum + list.length, 0);
process.stdout.write(
	`${records} records, ${projection.years.length} years, ${projection.run.series.length} lines and measures; both give the same totals to the penny\n\n`
);

const loop = timed(() => void totalsByLoop(flat));
report('hand-written typed-array loop', loop, loop.median);
report(
	'full projection, "If we change nothing"',
	timed(() => void project(council, nothing)),
	loop.median
);
report(
	'full projection of a scenario, and what it is against',
	timed(() => void project(council, scenario)),
	loop.median
);

let previous: Projection = project(council, scenario);
report(
	'one cell edited: FTE of a post of the early help team',
	timed((round) => {
		previous = project(edited(council, round), scenario, { previous });
	}),
	loop.median
);
let plain: Projection = project(council, nothing);
report(
	'the same edit in "If we change nothing"',
	timed((round) => {
		plain = project(edited(council, round), nothing, { previous: plain });
	}),
	loop.median
);
report(
	'reading the file: decode and check 2,000 records',
	timed(() => void decoded()),
	loop.median
);
report(
	'checking names and edits again after an edit',
	timed((round) => void referenceProblems(edited(council, round))),
	loop.median
);
