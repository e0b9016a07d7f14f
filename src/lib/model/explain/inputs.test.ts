import { describe, expect, test } from 'vitest';
import {
	add,
	change,
	projected,
	remove,
	set,
	type CouncilParts
} from '../../../../tests/support/council';
import { allInPost } from '../../../../tests/support/records';
import { inputOf } from './inputs';

const fact = (id: string, value: string) => ({
	id,
	subject: 'Officers',
	measure: 'FTE',
	value,
	unit: 'FTE',
	date: '2025',
	document: 'A report',
	paragraph: '4.2',
	quote: 'officers'
});

const PARTS: CouncilParts = {
	facts: [fact('f1', '1'), fact('f2', '2')],
	baseline: {
		posts: [
			allInPost({
				costPerFte: null,
				vacancy: null,
				evidence: {
					fte: {
						fact: 'f1',
						rivals: ['f2'],
						conversion: '1',
						low: '0.5',
						high: '2',
						note: 'A note',
						quality: 'amber',
						impact: 'red',
						reviewDate: '2026-12-01'
					}
				}
			})
		]
	},
	packs: [
		{
			id: 'p',
			title: 'Assumptions',
			description: '',
			on: true,
			values: [
				{
					field: 'posts/officer.costPerFte',
					value: '60000',
					low: '50000',
					high: '70000',
					source: 'A survey',
					note: 'London'
				}
			]
		}
	],
	plan: [change({ title: 'More officers', edits: [set('posts/officer', 'heads', '3')] })]
};

const inputs = (ref: string, parts = PARTS, options = {}) =>
	inputOf(projected(parts, 'plan', options), ref);

describe('an input', () => {
	test('that is typed names its fact, the rivals and the range', () => {
		expect(inputs('posts/officer.fte')).toMatchObject({
			label: 'FTE',
			unit: 'FTE',
			record: 'Officers (post)',
			origin: 'baseline',
			by: [],
			fact: { id: 'f1' },
			rivals: [{ id: 'f2' }],
			note: 'A note',
			isIllustrative: false
		});
		const found = inputs('posts/officer.fte');
		expect(found?.value?.toFixed()).toBe('1');
		expect(found?.conversion?.toFixed()).toBe('1');
		expect([found?.range?.low.toFixed(), found?.range?.high.toFixed()]).toEqual(['0.5', '2']);
	});

	test('that a pack fills names the pack, its range and its source', () => {
		const found = inputs('posts/officer.costPerFte');
		expect(found).toMatchObject({
			origin: 'pack',
			by: ['Assumptions'],
			source: 'A survey',
			note: 'London',
			isIllustrative: false,
			fact: null
		});
		expect(found?.value?.toFixed()).toBe('60000');
		expect(found?.range?.high.toFixed()).toBe('70000');
	});

	test('that a pack fills without a source is illustrative', () => {
		const packs = (PARTS.packs ?? []).map((pack) => ({
			...pack,
			values: pack.values.map((value) => ({ ...value, source: null }))
		}));
		expect(inputs('posts/officer.costPerFte', { ...PARTS, packs })?.isIllustrative).toBe(true);
	});

	test('is blank where its pack is left out', () => {
		expect(inputs('posts/officer.costPerFte', PARTS, { packs: false })).toMatchObject({
			origin: 'blank',
			value: null
		});
		expect(inputs('posts/officer.vacancy')).toMatchObject({ origin: 'blank', value: null });
	});

	test('carries the ratings of its evidence and the day of its review', () => {
		const rated = { quality: 'amber', impact: 'red', reviewDate: '2026-12-01' };
		expect(inputs('posts/officer.fte')).toMatchObject(rated);
		const unrated = { quality: null, impact: null, reviewDate: null };
		expect(inputs('posts/officer.heads')).toMatchObject(unrated);
	});

	test('of a record that a change adds has its name, unit and value', () => {
		const record = allInPost({ id: 'new', title: 'New officers', fte: '2.5' });
		const plan = [change({ title: 'More', edits: [add('posts', record)] })];
		const found = inputs('posts/new.fte', { ...PARTS, plan });
		expect(found).toMatchObject({
			label: 'FTE',
			unit: 'FTE',
			record: 'New officers (post)',
			origin: 'change',
			by: ['More']
		});
		expect(found?.value?.toFixed()).toBe('2.5');
	});

	test('that is set before its record is added holds from when that is there', () => {
		const plan = [
			change({
				id: 'a',
				title: 'Add',
				start: '2026-04',
				edits: [add('posts', allInPost({ id: 'new' }))]
			}),
			change({ id: 'b', title: 'Set', start: '2025-10', edits: [set('posts/new', 'fte', '3')] })
		];
		const found = inputs('posts/new.fte', { ...PARTS, plan });
		expect(found?.value?.toFixed()).toBe('3');
		expect(
			found?.settings.map(({ title, from, value }) => [title, from, value?.toFixed()])
		).toEqual([
			['Add', '2026-04', '1'],
			['Set', '2026-04', '3']
		]);
	});

	test('of a record that a change takes away still says where it came from', () => {
		const plan = [change({ edits: [remove('posts/officer')] })];
		expect(inputs('posts/officer.fte', { ...PARTS, plan })?.origin).toBe('baseline');
	});

	test('that a change sets names the change', () => {
		expect(inputs('posts/officer.heads')).toMatchObject({
			origin: 'change',
			by: ['More officers']
		});
	});

	test('that changes set has the value of this scenario, from when, and what it was', () => {
		const plan = [
			change({
				id: 'late',
				title: 'Late',
				start: '2026-10',
				edits: [set('posts/officer', 'heads', '7')]
			}),
			change({
				id: 'brief',
				title: 'Brief',
				start: '2025-07',
				end: '2026-01',
				rampMonths: 3,
				edits: [set('posts/officer', 'heads', '3')]
			})
		];
		const found = inputs('posts/officer.heads', { ...PARTS, plan });
		expect(found?.value?.toFixed()).toBe('7');
		expect(found?.was?.value?.toFixed()).toBe('1');
		expect(
			found?.settings.map(({ title, value, from, until, rampMonths }) => [
				title,
				value?.toFixed(),
				from,
				until,
				rampMonths
			])
		).toEqual([
			['Brief', '3', '2025-07', '2026-01', 3],
			['Late', '7', '2026-10', null, 0]
		]);
		expect(inputs('posts/officer.fte', { ...PARTS, plan })?.was).toBeNull();
	});

	test('has its old value again where the change has ended before the projection does', () => {
		const plan = [change({ end: '2026-04', edits: [set('posts/officer', 'heads', '3')] })];
		const found = inputs('posts/officer.heads', { ...PARTS, plan });
		expect(found?.value?.toFixed()).toBe('1');
		expect(found?.settings[0]?.value?.toFixed()).toBe('3');
	});

	test('that a pack fills and a change sets was what the pack says', () => {
		const plan = [change({ edits: [set('posts/officer', 'costPerFte', '1')] })];
		const found = inputs('posts/officer.costPerFte', { ...PARTS, plan });
		expect([found?.value?.toFixed(), found?.was?.value?.toFixed()]).toEqual(['1', '60000']);
		const bare = inputOf(
			projected({ ...PARTS, plan }, 'plan', { packs: false }),
			'posts/officer.costPerFte'
		);
		expect(bare?.was).toEqual({ value: null });
	});

	test('of a kind that changes edit outright holds throughout', () => {
		const plan = [
			change({ start: '2027-01', edits: [set('indices/prices', 'otherYears', '0.05')] })
		];
		const found = inputs('indices/prices.otherYears', { ...PARTS, plan });
		expect(found?.value?.toFixed()).toBe('0.05');
		expect(found?.settings[0]?.from).toBeNull();
	});

	test('inside a map that a change sets whole has its value there', () => {
		const plan = [
			change({
				edits: [set('rules/ni', 'rows', [{ from: '2025-04-06', rate: '0.2', threshold: '1' }])]
			})
		];
		const found = inputs('rules/ni.rows.0.rate', { ...PARTS, plan });
		expect([found?.value?.toFixed(), found?.was?.value?.toFixed()]).toEqual(['0.2', '0.15']);
	});

	test('that is a one-off amount of a change names the change and the month', () => {
		const plan = [
			change({
				title: 'Move',
				oneOffs: [
					{ id: 'vans', title: 'Vans', ledger: 'revenue', month: '2025-09', amount: '900' },
					{ id: 'fees', title: 'Fees', ledger: 'revenue', month: '2025-09', amount: null }
				]
			})
		];
		const found = inputs('changes/change.oneOffs.vans.amount', { ...PARTS, plan });
		expect(found).toMatchObject({
			label: 'Vans',
			unit: '£',
			record: 'Move (change)',
			origin: 'change',
			by: ['Move'],
			was: null,
			settings: [{ from: '2025-09' }]
		});
		expect(found?.value?.toFixed()).toBe('900');
		expect(inputs('changes/change.oneOffs.fees.amount', { ...PARTS, plan })?.origin).toBe('blank');
		expect(inputs('changes/change.oneOffs.ghost.amount', { ...PARTS, plan })).toBeNull();
	});

	test('knows the change no more once it is off', () => {
		const plan = (PARTS.plan ?? []).map((own) => ({ ...own, on: false }));
		expect(inputs('posts/officer.heads', { ...PARTS, plan })).toMatchObject({ origin: 'baseline' });
	});
});

test.each(['cost.total', 'posts/officer', 'ghosts/officer.fte', 'toString/officer.fte', ''])(
	"'%s' names no field",
	(ref) => {
		expect(inputs(ref)).toBeNull();
	}
);
