import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
	applyOperations,
	newScenario,
	readCouncilText,
	writeCouncil,
	type Council,
	type CouncilFile,
	type Operation
} from '$lib/model';
import { change, councilFile, councilFrom, set } from '../../../tests/support/council';
import { councilFiles } from '../../../tests/support/generated';
import { allInPost } from '../../../tests/support/records';
import { councilText, readImport } from './importing';

const file = councilFile({
	baseline: {
		posts: [
			allInPost({ id: 'outreach', title: 'Outreach workers', fte: '4' }),
			allInPost({ id: 'lead', title: 'Lead' }),
			allInPost({ id: 'clerk', title: 'Clerk' })
		]
	},
	plan: [change({ id: 'grow', edits: [set('posts/outreach', 'fte', '6')] })]
});
const council = councilFrom(file);

function edited(edit: (file: CouncilFile) => void): string {
	const copy = structuredClone(file);
	edit(copy);
	return JSON.stringify(copy);
}

function differenceFrom(text: string) {
	const found = readImport(text, council);
	if (found.outcome !== 'difference') throw new Error(JSON.stringify(found));
	return found;
}

const done = (from: Council, operations: readonly Operation[]): Council => {
	const outcome = applyOperations(from, operations);
	if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
	return outcome.council;
};

describe('every export', () => {
	const examples = readdirSync('scenarios').filter((name) => name.endsWith('.json'));

	test.each(examples)('of %s imports with no difference', (name) => {
		const read = readCouncilText(readFileSync(`scenarios/${name}`, 'utf8'));
		if (!read.ok) throw new Error(name);
		expect(readImport(councilText(read.council), read.council)).toMatchObject({
			outcome: 'difference',
			operations: [],
			counts: []
		});
	});

	test('of any council imports with no difference, after an edit too', () => {
		fc.assert(
			fc.property(
				councilFiles(),
				fc.string({ minLength: 1, maxLength: 40 }),
				(generated, title) => {
					const before = councilFrom(generated);
					const own = done(before, newScenario(before, title));
					expect(readImport(councilText(own), own)).toMatchObject({ operations: [] });
					expect(readImport(councilText(before), own)).toMatchObject({
						counts: [{ sort: 'scenarios', added: 0, removed: 1, changed: 0, moved: 0 }]
					});
				}
			),
			{ numRuns: 15 }
		);
	});
});

describe('a file that differs', () => {
	const text = edited(({ baseline, scenarios }) => {
		const [outreach, lead, clerk] = baseline.posts;
		if (outreach === undefined || lead === undefined || clerk === undefined) throw new Error();
		outreach.fte = '5';
		outreach.heads = '6';
		baseline.posts = [clerk, outreach, allInPost({ id: 'visitor', title: 'Visitor' })];
		const [grow] = scenarios[1]?.changes ?? [];
		if (grow !== undefined) grow.start = '2026-01';
		scenarios[1]?.changes.push(change({ id: 'more', title: 'More' }));
	});

	test('is counted by rows: added, taken out, changed, moved', () => {
		expect(differenceFrom(text).counts).toEqual([
			{ sort: 'posts', added: 1, removed: 1, changed: 1, moved: 1 },
			{ sort: 'changes', added: 1, removed: 0, changed: 1, moved: 0 }
		]);
	});

	test('gives the steps that make the council what the file says, and back', () => {
		const { operations, council: wanted } = differenceFrom(text);
		const outcome = applyOperations(council, operations);
		if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
		expect(writeCouncil(outcome.council)).toEqual(writeCouncil(wanted));
		expect(writeCouncil(wanted)).toEqual(JSON.parse(text));
		expect(done(outcome.council, outcome.inverse)).toEqual(council);
	});
});

describe('a file that is no difference', () => {
	test('but another council stands beside this one', () => {
		const other = readImport(
			edited((own) => {
				own.council.id = 'elsewhere';
			}),
			council
		);
		expect(other).toMatchObject({ outcome: 'other', council: { council: { id: 'elsewhere' } } });
	});

	test('or cannot be read, says every problem and changes nothing', () => {
		expect(
			readImport(
				edited(({ baseline }) => {
					for (const post of baseline.posts) post.fte = '1,5';
				}),
				council
			)
		).toEqual({
			outcome: 'problem',
			problems: [0, 1, 2].map((at) => ({
				place: `baseline.posts[${at}].fte`,
				message: "'1,5' is not a number; write 1.5"
			}))
		});
	});

	test('or differs in more places than one edit may, says so', () => {
		const facts = (value: string) =>
			Array.from({ length: 3200 }, (_, at) => ({
				id: `fact-${at}`,
				subject: value,
				measure: value,
				value,
				unit: value,
				date: value,
				document: value,
				paragraph: value,
				quote: value
			}));
		const big = councilFrom({ ...file, facts: facts('1') });
		const rivals = { ...file, facts: facts('2') };
		expect(readImport(JSON.stringify(rivals), big)).toEqual({
			outcome: 'problem',
			problems: [
				{
					place: '',
					message:
						'the file differs from the council in 25600 places; 25000 are the most that one import may change, so split it or give it an id of its own'
				}
			]
		});
	});
});
