import { describe, expect, test } from 'vitest';
import { KINDS } from '../records/kinds';
import { LIMITS, type CouncilFile } from './file';
import { problemLine } from './problem';
import { readCouncil } from './read';
import { change, councilFile, set } from '../../../../tests/support/council';
import { gradePost } from '../../../../tests/support/records';

/** What a file is refused for; nothing where it is read. */
function problemsIn(file: unknown): readonly string[] {
	const read = readCouncil(JSON.parse(JSON.stringify(file)));
	return read.ok ? [] : read.problems.map(problemLine);
}

const times = <T>(count: number, make: (i: number) => T): T[] =>
	Array.from({ length: count }, (_, i) => make(i));

const fact = (i: number) => ({
	id: `f${String(i)}`,
	subject: 's',
	measure: 'm',
	value: '1',
	unit: '£',
	date: '2010',
	document: 'd',
	paragraph: '1',
	quote: 'q'
});

describe('a file holds at most', () => {
	test.each<readonly [string, number, string, (count: number) => Partial<CouncilFile>]>([
		[
			'records of a kind',
			LIMITS.records,
			'baseline.areas: is too long; 20000 entries is the most',
			(count) => {
				const { baseline } = councilFile();
				const areas = times(count - 2, (i) => ({ id: `a${String(i)}`, title: 'A' }));
				return { baseline: { ...baseline, areas: [...baseline.areas, ...areas] } };
			}
		],
		[
			'facts',
			LIMITS.facts,
			'facts: is too long; 20000 entries is the most',
			(count) => ({ facts: times(count, fact) })
		],
		[
			'packs',
			LIMITS.packs,
			'packs: is too long; 50 entries is the most',
			(count) => ({
				packs: times(count, (i) => ({
					id: `p${String(i)}`,
					title: 'P',
					description: '',
					on: true,
					values: []
				}))
			})
		],
		[
			'scenarios',
			LIMITS.scenarios,
			'scenarios: is too long; 100 entries is the most',
			(count) => ({
				scenarios: times(count, (i) => ({
					id: `s${String(i)}`,
					title: 'S',
					description: '',
					baseline: null,
					archived: false,
					changes: []
				}))
			})
		],
		[
			'changes of a scenario',
			LIMITS.changes,
			'scenarios[1].changes: is too long; 400 entries is the most',
			(count) => ({
				scenarios: councilFile({ plan: times(count, (i) => change({ id: `c${String(i)}` })) })
					.scenarios
			})
		]
	])('so many %s, %i', (_, most, message, partsOf) => {
		expect(problemsIn({ ...councilFile(), ...partsOf(most) })).toEqual([]);
		expect(problemsIn({ ...councilFile(), ...partsOf(most + 1) })).toEqual([message]);
	});

	test('thirty years', () => {
		const over = (horizonYears: number) => problemsIn(councilFile({ council: { horizonYears } }));
		expect(over(LIMITS.horizonYears)).toEqual([]);
		expect(over(LIMITS.horizonYears + 1)).toEqual([
			'council.horizonYears: is too large; 30 is the most'
		]);
		expect(over(0)).toEqual(['council.horizonYears: is too small; 1 is the least']);
	});

	test('eight changes that ramp over one record, and any number that step', () => {
		const plan = (count: number, rampMonths: number) =>
			problemsIn(
				councilFile({
					baseline: { posts: [gradePost()] },
					plan: times(count, (i) =>
						change({ id: `c${String(i)}`, rampMonths, edits: [set('posts/worker', 'fte', '1')] })
					)
				})
			);
		expect(plan(LIMITS.rampsOfRecord, 1)).toEqual([]);
		expect(plan(LIMITS.rampsOfRecord + 1, 0)).toEqual([]);
		expect(plan(LIMITS.rampsOfRecord + 1, 1)).toEqual([
			'scenarios[1].changes: 9 changes ramp over posts/worker; 8 are the most, so let some start in a step'
		]);
	});

	test('the same number of records of every kind', () => {
		const file = councilFile();
		const areas = file.baseline.areas[0];
		for (const kind of KINDS) {
			const baseline = { ...file.baseline, [kind]: times(LIMITS.records + 1, () => areas) };
			expect(problemsIn({ ...file, baseline })).toContain(
				`baseline.${kind}: is too long; 20000 entries is the most`
			);
		}
	});
});

describe('what is too long or too short says by what it is counted', () => {
	test('a name', () => {
		expect(problemsIn(councilFile({ council: { name: 'x'.repeat(401) } }))).toEqual([
			'council.name: is too long; 400 characters is the most'
		]);
	});

	test('a list that may not be empty', () => {
		expect(problemsIn({ ...councilFile(), scenarios: [] })).toEqual([
			'scenarios: is too short; 1 entry is the least'
		]);
	});
});
