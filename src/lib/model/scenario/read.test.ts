import { describe, expect, test } from 'vitest';
import { problemLine } from './problem';
import { LONGEST_FILE, readCouncil, readCouncilText } from './read';
import { change, councilFile, set } from '../../../../tests/support/council';
import {
	building,
	contract,
	gradePost,
	intervention,
	mixed,
	service
} from '../../../../tests/support/records';

/** Problems of a file as lines; none for a good file. */
function problemsIn(data: unknown): readonly string[] {
	const read = readCouncil(JSON.parse(JSON.stringify(data)));
	return read.ok ? [] : read.problems.map(problemLine);
}

const post = (fields: object): ReturnType<typeof gradePost> => ({ ...gradePost(), ...fields });
const withPosts = (...posts: ReturnType<typeof gradePost>[]) =>
	councilFile({ baseline: { posts } });

test('the smallest file is sound', () => {
	expect(problemsIn(councilFile())).toEqual([]);
});

describe('numbers', () => {
	test('are named by place, with what is wrong and how to mend it', () => {
		const posts = ['a', 'b', 'c', 'd'].map((id) => post({ id }));
		posts[3] = post({ id: 'd', fte: '12,5' });
		expect(problemsIn(withPosts(...posts))).toEqual([
			"baseline.posts[3].fte: '12,5' is not a number; write 12.5"
		]);
	});

	test.each([
		['1,234', "'1,234' is not a number; write 1234"],
		['1,234,567.89', "'1,234,567.89' is not a number; write 1234567.89"],
		['£12.50', "'£12.50' is not a number; write 12.50"],
		[' 12 ', "' 12 ' is not a number; write 12"],
		['', "'' is not a number; write null where it is not known"],
		['5%', "'5%' is not a number; write 0.05"],
		['12,5 %', "'12,5 %' is not a number; write 0.125"],
		['1,250%', "'1,250%' is not a number; write 12.5"],
		['%', "'%' is not a number; write digits with a full stop for decimals, such as 12.5"],
		['1e3', "'1e3' is not a number; write digits with a full stop for decimals, such as 12.5"],
		[
			'twelve',
			"'twelve' is not a number; write digits with a full stop for decimals, such as 12.5"
		],
		['-1', '-1 is below 0; write 0 or more'],
		['100001', '100001 is above 100000; write 100000 or less'],
		['0.' + '1'.repeat(40), 'a number has at most 40 characters; shorten it']
	])("'%s' for FTE is refused", (fte, message) => {
		expect(problemsIn(withPosts(post({ fte })))).toEqual([`baseline.posts[0].fte: ${message}`]);
	});

	test('stand in quotes', () => {
		expect(problemsIn(withPosts(post({ fte: 12.5 })))).toEqual([
			'baseline.posts[0].fte: 12.5 must stand in quotes, so that no digit is lost; write "12.5"'
		]);
		expect(problemsIn(withPosts(post({ fte: true })))).toEqual([
			'baseline.posts[0].fte: must be a number in quotes, such as "12.5", or null where it is not known'
		]);
	});

	test('may be blank, but not left out', () => {
		expect(problemsIn(withPosts(post({ fte: null })))).toEqual([]);
		expect(problemsIn(withPosts(post({ fte: undefined })))).toEqual([
			'baseline.posts[0].fte: is missing; write a number in quotes, or null where it is not known'
		]);
	});
});

test('all problems are told at once, and nothing is loaded', () => {
	const file = councilFile({
		council: { firstYear: '2010' },
		baseline: {
			posts: [post({ fte: '12,5', team: 'nobody here' }), post({ id: 'x', salry: '1' })],
			buildings: [building({ rent: '-5' })]
		}
	});
	expect(problemsIn(file)).toEqual([
		"council.firstYear: '2010' is not a financial year; write it as 2010/11",
		"baseline.posts[0].team: 'nobody here' is not an id; write letters, digits and hyphens, at most 64",
		"baseline.posts[0].fte: '12,5' is not a number; write 12.5",
		'baseline.posts[1].salry: is not a field here; check its spelling or remove it',
		'baseline.buildings[0].rent: -5 is below 0; write 0 or more'
	]);
});

describe('fields', () => {
	test('that nobody knows are refused, each by itself', () => {
		expect(problemsIn({ ...councilFile(), colour: 'red', shape: 'round' })).toEqual([
			'colour: is not a field here; check its spelling or remove it',
			'shape: is not a field here; check its spelling or remove it'
		]);
	});

	test('that are missing are asked for', () => {
		expect(problemsIn(withPosts(post({ title: undefined, activities: undefined })))).toEqual([
			'baseline.posts[0].title: is missing; add it',
			'baseline.posts[0].activities: is missing; add it'
		]);
	});

	test('that the basis of a record needs are asked for', () => {
		expect(problemsIn(withPosts(post({ salary: undefined, niRule: undefined })))).toEqual([
			"baseline.posts[0].salary: is missing; a post on basis 'grade' needs it (null where it is not known)",
			"baseline.posts[0].niRule: is missing; a post on basis 'grade' needs it (null where it is not known)"
		]);
		const volume = { ...contract(), payment: 'volume', volume: '10' };
		expect(problemsIn({ ...councilFile({ baseline: { contracts: [volume as never] } }) })).toEqual([
			"baseline.contracts[0].unitPrice: is missing; a contract paid by 'volume' needs it (null where it is not known)"
		]);
	});

	test('hold one of their words', () => {
		expect(problemsIn(withPosts(post({ basis: 'guess' })))).toEqual([
			`baseline.posts[0].basis: "guess" is not one of 'grade', 'allIn'; write one of these`
		]);
	});
});

describe('records that contradict themselves', () => {
	test('people who share no FTE, but not FTE without people', () => {
		expect(problemsIn(withPosts(post({ heads: '0', fte: '1' })))).toEqual([
			'baseline.posts[0].heads: is 0 while fte is not; write how many people share these FTE'
		]);
		expect(problemsIn(withPosts(post({ heads: '0', fte: '0' })))).toEqual([]);
	});

	test('a minimum volume above the maximum', () => {
		const crossed = contract({
			payment: 'volume',
			volume: '1',
			unitPrice: '1',
			minVolume: '9',
			maxVolume: '8'
		});
		expect(problemsIn(councilFile({ baseline: { contracts: [crossed] } }))).toEqual([
			'baseline.contracts[0].minVolume: is above maxVolume; write a minimum that is not larger than the maximum'
		]);
	});

	test('a controlled trial with deadweight, which the trial has taken off already', () => {
		const baseline = (fields: Parameters<typeof intervention>[0]) =>
			councilFile({
				baseline: {
					services: [service()],
					placementTypes: [mixed()],
					interventions: [intervention(fields)]
				}
			});
		expect(problemsIn(baseline({ deadweight: '0.2' }))).toEqual([
			'baseline.interventions[0].deadweight: is not 0 although the effect comes from a controlled trial, which has taken it off; write 0'
		]);
		expect(problemsIn(baseline({ deadweight: '0' }))).toEqual([]);
		expect(problemsIn(baseline({ deadweight: '0.2', design: 'beforeAfter' }))).toEqual([]);
	});

	test('so do records whose blanks a pack fills, and the pack is named', () => {
		const value = (field: string, amount: string) => ({
			field,
			value: amount,
			low: amount,
			high: amount,
			source: null
		});
		const filledBy = (isOn: boolean, posts: ReturnType<typeof gradePost>[], ...values: object[]) =>
			councilFile({
				baseline: {
					posts,
					services: [service()],
					placementTypes: [mixed()],
					interventions: [intervention({ deadweight: null })]
				},
				packs: [{ id: 'p', title: 'P', description: '', on: isOn, values: values as never }]
			});
		const blank = [post({ heads: null, vacancy: null })];
		const trial = value('interventions/help.deadweight', '0.2');
		const nobody = value('posts/worker.heads', '0');
		expect(
			problemsIn(filledBy(true, blank, value('posts/worker.vacancy', '0'), nobody, trial))
		).toEqual([
			'packs[0].values[1].value: posts/worker.heads: is 0 while fte is not; write how many people share these FTE',
			'packs[0].values[2].value: interventions/help.deadweight: is not 0 although the effect comes from a controlled trial, which has taken it off; write 0'
		]);
		expect(problemsIn(filledBy(false, blank, nobody, trial))).toEqual([]);
		expect(problemsIn(filledBy(true, [post({})], nobody))).toEqual([]);
		const idle = [post({ heads: null, fte: '0' })];
		const some = change({ edits: [set('posts/worker', 'fte', '2')] });
		const file = filledBy(true, idle, nobody);
		const [nothing, plan, other] = file.scenarios;
		expect(problemsIn(file)).toEqual([]);
		expect(
			problemsIn({ ...file, scenarios: [nothing, { ...plan, changes: [some] }, other] })
		).toEqual([
			'scenarios[1].changes[0].edits[0].value: posts/worker.heads: is 0 while fte is not; write how many people share these FTE'
		]);
	});

	test.each([
		[{ low: '3', high: '2' }, 'low: 3 is above high, which is 2'],
		[{ low: '3', mode: '2', high: '4' }, 'low: 3 is above mode, which is 2'],
		[{ low: '1', mode: '5', high: '4' }, 'mode: 5 is above high, which is 4']
	])('a range whose ends are crossed: %o', (range, message) => {
		expect(problemsIn(withPosts(post({ evidence: { fte: range } })))).toEqual([
			`baseline.posts[0].evidence.fte.${message}; write low, mode and high in rising order`
		]);
		const good = { low: '1', mode: '1', high: '1' };
		expect(problemsIn(withPosts(post({ evidence: { fte: good } })))).toEqual([]);
	});

	test('a change that ends before it starts', () => {
		expect(
			problemsIn(councilFile({ plan: [change({ start: '2025-06', end: '2025-06' })] }))
		).toEqual([
			'scenarios[1].changes[0].end: 2025-06 is not after the start 2025-06; write a later month or null'
		]);
	});
});

test('what stands twice is named at its second place', () => {
	const file = councilFile({
		baseline: { posts: [post({}), post({ id: 'x' }), post({})] },
		plan: [change(), change()]
	});
	expect(problemsIn(file)).toEqual([
		"baseline.posts[2].id: 'worker' stands twice; give each its own id",
		"scenarios[1].changes[1].id: 'change' stands twice; give each its own id"
	]);
});

test('the first scenario changes nothing', () => {
	const file = councilFile();
	const [nothing, ...others] = file.scenarios;
	expect(
		problemsIn({ ...file, scenarios: [{ ...nothing, changes: [change()] }, ...others] })
	).toEqual([
		'scenarios[0].changes: must be empty: the first scenario is "If we change nothing"; move its changes to another'
	]);
});

describe('a file that cannot be judged by its fields', () => {
	const linesOf = (text: string) => {
		const read = readCouncilText(text);
		return read.ok ? [] : read.problems.map(problemLine);
	};

	test('is not of this version', () => {
		expect(problemsIn({ ...councilFile(), schemaVersion: 6, colour: 'red' })).toEqual([
			'schemaVersion: 6 is a version this program does not know; it reads version 5'
		]);
	});

	test('does not say its version', () => {
		expect(problemsIn({ ...councilFile(), schemaVersion: undefined })).toEqual([
			'schemaVersion: is missing; write 5'
		]);
	});

	test('is not JSON', () => {
		expect(linesOf('{\n"schemaVersion": 1,\n}')).toEqual([
			'the file is not JSON from line 3 on; save it as one JSON object'
		]);
		expect(linesOf('')).toEqual(['the file is not JSON; save it as one JSON object']);
	});

	test.each(['[]', 'null', '"text"', '12'])('is %s instead of one object', (text) => {
		expect(linesOf(text)).toEqual(['the file must be one JSON object']);
	});

	test('is nested too deep', () => {
		expect(linesOf(`${'{"a":'.repeat(30)}1${'}'.repeat(30)}`)).toEqual([
			'the file is nested deeper than 24 levels; flatten it'
		]);
	});

	test('is too long', () => {
		expect(linesOf(' '.repeat(LONGEST_FILE + 1))).toEqual([
			'the file has 50000001 characters; 50000000 is the most'
		]);
	});

	test('but a byte order mark does no harm', () => {
		expect(linesOf(`\uFEFF${JSON.stringify(councilFile())}`)).toEqual([]);
	});
});
