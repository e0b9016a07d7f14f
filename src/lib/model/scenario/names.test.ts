import { describe, expect, test } from 'vitest';
import { problemLine } from './problem';
import { readCouncil, readCouncilText } from './read';
import { add, change, councilFile, remove, set } from '../../../../tests/support/council';
import {
	gradePost,
	heading,
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

describe('names that lead nowhere', () => {
	test('in records', () => {
		const file = councilFile({
			council: { deflator: 'gdp' },
			baseline: {
				posts: [
					post({
						team: 'ghosts',
						heading: 'lost',
						activities: { play: '1' },
						caseload: '1',
						absence: '0'
					})
				],
				headings: [heading({ statedSumOf: ['posts/worker.title', 'posts/nobody.fte'] })]
			}
		});
		expect(problemsIn(file)).toEqual([
			"baseline.posts[0].heading: there is no budget heading 'lost'; add it or mend the name",
			"baseline.posts[0].team: there is no team 'ghosts'; add it or mend the name",
			"baseline.posts[0].activities.play: there is no service 'play'; add it or mend the name",
			"baseline.headings[0].statedSumOf[0]: 'posts/worker.title' does not name a numeric field; write one such as contracts/nspcc.blockPrice",
			"baseline.headings[0].statedSumOf[1]: 'posts/nobody.fte' does not name a numeric field; write one such as contracts/nspcc.blockPrice",
			"council.deflator: there is no price index 'gdp'; add it or mend the name"
		]);
	});

	test.each(['strongest', 'constructor'])('in the grade of evidence: %s', (evidenceGrade) => {
		const interventions = [intervention({ evidenceGrade })];
		const baseline = { services: [service()], placementTypes: [mixed()], interventions };
		expect(problemsIn(councilFile({ baseline }))).toEqual([
			`baseline.interventions[0].evidenceGrade: '${evidenceGrade}' is not a grade of the table 'grades'; write one of its grades`
		]);
	});

	test('in evidence and facts', () => {
		const fact = {
			id: 'f1',
			subject: 's',
			measure: 'm',
			value: '1',
			unit: '£',
			date: '2010',
			document: 'd',
			paragraph: '1',
			quote: 'q',
			rivals: ['f9']
		};
		const evidenced = post({ evidence: { fte: { fact: 'f2' }, height: { fact: 'f1' } } });
		expect(problemsIn({ ...withPosts(evidenced), facts: [fact] })).toEqual([
			"facts[0].rivals[0]: there is no fact 'f9'; add it or mend the name",
			"baseline.posts[0].evidence.fte: there is no fact 'f2'; add it or mend the name",
			"baseline.posts[0].evidence.height: names the field 'height', which this record does not have"
		]);
	});

	test('in packs', () => {
		const value = (field: string) => ({ field, value: '2', low: '1', high: '3', source: null });
		const pack = (...values: object[]) =>
			councilFile({
				baseline: { posts: [post({ vacancy: null })] },
				packs: [{ id: 'p', title: 'P', description: '', on: true, values: values as never }]
			});
		expect(
			problemsIn(
				pack(value('posts/nobody.fte'), value('posts/worker.team'), value('posts/worker.vacancy'))
			)
		).toEqual([
			"packs[0].values[0].field: 'posts/nobody.fte' names no record of the baseline or of a scenario",
			"packs[0].values[1].field: 'posts/worker.team' is not a numeric field; mend its path",
			'packs[0].values[2].field: 2 is above 1; write 1 or less'
		]);
		expect(problemsIn(pack(value('posts/worker.fte'), value('posts/worker.fte')))).toEqual([
			"packs[0].values[1].field: 'posts/worker.fte' is filled twice; keep one"
		]);
		expect(problemsIn(pack({ ...value('posts/worker.fte'), low: '2.5' }))).toEqual([
			'packs[0].values[0].value: 2 lies outside its range of 2.5 to 3; widen the range or mend the value'
		]);
	});

	test('in changes', () => {
		const plan = (...edits: ReturnType<typeof set>[]) =>
			problemsIn(councilFile({ baseline: { posts: [post({})] }, plan: [change({ edits })] })).map(
				(line) => line.replace('scenarios[1].changes[0].edits', 'edits')
			);
		expect(plan(set('posts/nobody', 'fte', '1'))).toEqual([
			"edits[0].record: there is no post 'posts/nobody'; add it or mend the name"
		]);
		expect(plan(set('posts/worker', 'height', '1'))).toEqual([
			"edits[0].field: 'height' is not a field of posts/worker that a change can set; mend its path"
		]);
		expect(plan(set('posts/worker', 'fte', '12,5'))).toEqual([
			"edits[0].value: '12,5' is not a number; write 12.5"
		]);
		expect(plan(set('ghosts/worker', 'fte', '1'))[0]).toContain(
			"'ghosts/worker' does not name a record"
		);
		expect(plan(remove('teams/team'))).toEqual([
			'edits[0].record: a change cannot remove a team; set its fields instead'
		]);
		expect(plan(add('posts', post({ fte: 'x' })), add('posts', post({})))).toEqual([
			"edits[0].record.fte: 'x' is not a number; write digits with a full stop for decimals, such as 12.5",
			"edits[1].record.id: 'posts/worker' is there already; give it its own id"
		]);
		expect(plan(add('areas', { id: 'east', title: 'East' }))).toEqual([
			'edits[0].kind: a change cannot add a area; add it to the baseline'
		]);
		expect(plan(add('posts', post({ id: 'new', team: 'ghosts' })))).toEqual([
			"edits[0].record.team: there is no team 'ghosts'; add it or mend the name"
		]);
	});

	test('in what the edits of a change leave, taken together', () => {
		const plan = (...edits: ReturnType<typeof set>[]) =>
			problemsIn(councilFile({ baseline: { posts: [post({})] }, plan: [change({ edits })] })).map(
				(line) => line.replace('scenarios[1].changes[0].edits', 'edits')
			);
		expect(plan(set('posts/worker', 'index', 'ghosts'))).toEqual([
			"edits[0].value: posts/worker.index: there is no price index 'ghosts'; add it or mend the name"
		]);
		expect(plan(set('posts/worker', 'activities.play', '0.5'))).toContain(
			"edits[0].value: posts/worker.activities.play: there is no service 'play'; add it or mend the name"
		);
		expect(plan(set('posts/worker', 'heads', '0'))).toEqual([
			'edits[0].value: posts/worker.heads: is 0 while fte is not; write how many people share these FTE'
		]);
		expect(plan(set('posts/worker', 'heads', '0'), set('posts/worker', 'fte', '0'))).toEqual([]);
	});

	test('but a change is not blamed for what the record said before', () => {
		const file = councilFile({
			baseline: { posts: [post({ index: 'ghosts' })] },
			plan: [change({ edits: [set('posts/worker', 'fte', '2')] })]
		});
		expect(problemsIn(file)).toEqual([
			"baseline.posts[0].index: there is no price index 'ghosts'; add it or mend the name"
		]);
	});

	test('and a controlled trial keeps its deadweight of 0 through changes', () => {
		const file = councilFile({
			baseline: {
				services: [service()],
				placementTypes: [mixed()],
				interventions: [intervention()]
			},
			plan: [change({ edits: [set('interventions/help', 'deadweight', '0.2')] })]
		});
		expect(problemsIn(file)).toEqual([
			'scenarios[1].changes[0].edits[0].value: interventions/help.deadweight: is not 0 although the effect comes from a controlled trial, which has taken it off; write 0'
		]);
	});

	test('and a change may edit what an earlier change adds', () => {
		const fresh = post({ id: 'new' });
		const plan = [
			change({ id: 'first', edits: [add('posts', fresh)] }),
			change({ id: 'second', edits: [set('posts/new', 'fte', '2')] })
		];
		expect(problemsIn(councilFile({ plan }))).toEqual([]);
		expect(problemsIn(councilFile({ plan: [...plan].reverse() }))).toEqual([
			"scenarios[1].changes[0].edits[0].record: there is no post 'posts/new'; add it or mend the name"
		]);
	});
});

describe('names that every object has', () => {
	test.each(['constructor', 'toString', 'hasOwnProperty'])('are no ids: %s', (id) => {
		expect(problemsIn(withPosts(post({ id, activities: { [id]: '1' } })))).toEqual([
			`baseline.posts[0].id: '${id}' is a word kept for programs; write another id`,
			expect.stringContaining('baseline.posts[0].activities')
		]);
	});

	test('are refused as keys where a schema would drop them', () => {
		const text = JSON.stringify(withPosts(post({}))).replace(
			'"activities":{}',
			'"activities":{"__proto__":"1"}'
		);
		const read = readCouncilText(text);
		expect(read.ok ? [] : read.problems.map(problemLine)).toEqual([
			'baseline.posts[0].activities.__proto__: is no name that can be used; write another'
		]);
	});
});
