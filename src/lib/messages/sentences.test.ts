import { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { houseOf } from '$lib/format';
import {
	bridgeTitle,
	childrenTitle,
	comparisonSentence,
	endsSummary,
	linesSummary,
	loweredSentence,
	noEffectSentence,
	paybackText,
	paybackTitle,
	stepSentence,
	waiting,
	type Compared
} from './sentences';

const style = { years: 'slash', numbers: 'plain', terms: 'cash' } as const;
const house = houseOf({ firstYear: '2010/11', style });
const years = ['2010/11', '2011/12', '2012/13'];
const line = (...values: (number | null)[]) =>
	values.map((value) => (value === null ? null : new Decimal(value)));
const compared = (difference: (number | null)[], payback: Compared['payback']): Compared => ({
	a: 'If we change nothing',
	b: 'Two centres',
	years,
	difference: line(...difference),
	payback,
	waitsFor: [],
	house
});

test('a sentence writes years and amounts, and names prices, as the council does', () => {
	const given = {
		...compared([100_000, -300_000, -1_300_000], { year: '2011/12' }),
		house: houseOf({
			firstYear: '2010/11',
			style: { years: 'dash', numbers: 'finance', terms: 'real' }
		})
	};
	expect(comparisonSentence(given)).toBe(
		'‘Two centres’ costs £1.5m less than ‘If we change nothing’ over 2010-11 to 2012-13, in 2010-11 prices and with placements included, and pays back in 2011-12.'
	);
});

describe('the sentence that compares two scenarios', () => {
	test.each<[string, Compared, string]>([
		[
			'cheaper after a dear start',
			compared([100_000, -300_000, -1_300_000], { year: '2011/12' }),
			'‘Two centres’ costs £1.5 million less than ‘If we change nothing’ over 2010/11 to 2012/13, in cash and with placements included, and pays back in 2011/12.'
		],
		[
			'cheaper from the first day',
			compared([0, -1000, -1000], { year: '2010/11' }),
			'‘Two centres’ costs £2,000 less than ‘If we change nothing’ over 2010/11 to 2012/13, in cash and with placements included, and its costs never run ahead of what it saves.'
		],
		[
			'dearer throughout',
			compared([0, 174_227, 48_317], { never: true }),
			'‘Two centres’ costs £222,544 more than ‘If we change nothing’ over 2010/11 to 2012/13, in cash and with placements included, and does not pay back by 2012/13.'
		],
		[
			'dearer, then cheaper by as much',
			compared([500, 0, -500], { year: '2012/13' }),
			'‘Two centres’ costs the same as ‘If we change nothing’ over 2010/11 to 2012/13 in all, though not in each year, in cash and with placements included, and pays back in 2012/13.'
		],
		[
			'the same',
			compared([0, 0, 0], { year: '2010/11' }),
			'‘Two centres’ costs exactly the same as ‘If we change nothing’ in every year from 2010/11 to 2012/13.'
		],
		[
			'blocked',
			{
				...compared([0, null, 5], { blockedBy: ['x'] }),
				waitsFor: ['Workers › Salary', 'Rent', 'Rates', 'Heat', 'Light']
			},
			'What ‘Two centres’ costs against ‘If we change nothing’ cannot be worked out yet: it waits for Workers › Salary; Rent; Rates; and 2 more inputs.'
		]
	])('%s', (_, given, wording) => {
		expect(comparisonSentence(given)).toBe(wording);
	});
});

test.each([
	[
		'a change that is turned on and lowers a cost',
		{ step: { title: 'Close', turn: 'on' as const }, value: new Decimal('-25500.5') },
		'‘Close’ makes placement cost £25,500.50 lower in 2011/12.'
	],
	[
		'a change that is left out',
		{ step: { title: 'Close', turn: 'off' as const }, value: new Decimal(7) },
		'Leaving out ‘Close’ makes placement cost £7 higher in 2011/12.'
	],
	[
		'all steps without an effect',
		{ step: null, value: new Decimal(0) },
		'Going from ‘A’ to ‘B’ does not change placement cost in 2011/12.'
	],
	[
		'a blocked step',
		{ step: { title: 'Close', turn: 'on' as const }, value: null },
		'‘Close’: what it does to placement cost in 2011/12 cannot be worked out.'
	]
])('the sentence of a step: %s', (_, given, wording) => {
	const rest = { from: 'A', to: 'B', noun: 'placement cost', when: 'in 2011/12' };
	expect(stepSentence({ ...rest, ...given })).toBe(wording);
});

test('payback as a key figure is a year only where there is something to pay back', () => {
	expect(paybackText(line(5, -9), { year: '2011/12' }, house)).toBe('2011/12');
	expect(paybackText(line(-5, -9), { year: '2010/11' }, house)).toBe('From the start');
	expect(paybackText(line(0, 0), { year: '2010/11' }, house)).toBe('No difference');
	expect(paybackText(line(5, 1), { never: true }, house)).toBe('Not in this period');
	expect(paybackText(line(null, 1), { blockedBy: ['x'] }, house)).toBe('Blocked');
});

test('a scenario without effect says why', () => {
	expect(noEffectSentence('B', ['2010/11'], '2011-04', house)).toBe(
		'‘B’ has no effect in 2010/11 because its first change starts in April 2011.'
	);
	expect(noEffectSentence('B', ['2010/11', '2011/12'], null, house)).toBe(
		'‘B’ has no effect in 2010/11 and 2011/12 because none of its changes is switched on.'
	);
});

test('few blank inputs are all named', () => {
	expect(waiting(['Rent', 'Rates'])).toBe('waits for Rent and Rates');
	expect(waiting(['a', 'b', 'c', 'd'])).toBe('waits for a; b; c; and 1 more input');
});

test('the titles of charts state what they found', () => {
	const dear = { difference: line(5, 1), payback: { never: true } } as const;
	const paid = { difference: line(5, -9, 0), payback: { year: '2011/12' } };
	const cheap = { difference: line(-5, -9), payback: { year: '2010/11' } };
	const blocked = { difference: line(null), payback: { blockedBy: ['x'] } };
	expect(paybackTitle([dear], years, house)).toBe('The extra cost is not paid back by 2012/13');
	expect(paybackTitle([paid], years, house)).toBe('The extra cost is paid back in 2011/12');
	expect(paybackTitle([cheap], years, house)).toBe('It costs less from the start');
	expect(paybackTitle([dear, paid, cheap], years, house)).toBe(
		'2 of 3 scenarios cost no more by 2012/13'
	);
	expect(paybackTitle([dear, blocked], years, house)).toBe('Payback is blocked by blank inputs');
	expect(childrenTitle(line(438.6, 504.9))).toBe('Children in care rise from 439 to 505');
	expect(childrenTitle(line(438.6, 438.9))).toBe('Children in care stay at 439 if nothing changes');
	expect(
		bridgeTitle([
			{ title: 'a', effect: new Decimal(5) },
			{ title: 'b', effect: new Decimal(-9) }
		])
	).toBe('‘b’ moves net cost most');
	expect(bridgeTitle([{ title: 'a', effect: null }])).toBe(
		'What each change does is blocked by blank inputs'
	);
});

test('a summary says where every line begins and ends', () => {
	const write = (value: Decimal) => value.toFixed();
	expect(
		linesSummary(
			[
				{ label: 'A', values: line(1, 2, 3) },
				{ label: 'B', values: line(1, null, null) }
			],
			years,
			write,
			house
		)
	).toBe('Between 2010/11 and 2012/13: A from 1 to 3; B is blocked.');
});

test('a summary of added-up differences says who has paid more and who less', () => {
	expect(
		endsSummary(
			[
				{ label: 'A', values: line(9, 4) },
				{ label: 'B', values: line(1, -2) },
				{ label: 'C', values: line(1, 0) },
				{ label: 'D', values: line(1, null) }
			],
			'2012/13',
			house
		)
	).toBe(
		'By the end of 2012/13: ‘A’ has cost £4 more; ‘B’ has cost £2 less; ‘C’ comes to the same; ‘D’ is blocked.'
	);
});

test('what a tenth less of an input comes to says net cost before and after, or that it is the same', () => {
	const fte = { label: 'FTE', record: 'Outreach workers (post)', headings: [] };
	const said = (before: string, after: string) =>
		loweredSentence(
			{ ...fte, net: { before: new Decimal(before), after: new Decimal(after) } },
			years,
			house
		);
	expect(said('2000000', '1938000')).toBe(
		'If FTE of Outreach workers (post) were 10% lower, net cost over 2010/11 to 2012/13 would be £62,000 less: £1,938,000 instead of £2,000,000.'
	);
	expect(said('2000', '2000')).toBe(
		'If FTE of Outreach workers (post) were 10% lower, net cost over 2010/11 to 2012/13 would be the same: £2,000.'
	);
	expect(
		loweredSentence(
			{
				...fte,
				headings: ['Early help'],
				net: { before: new Decimal('2000'), after: new Decimal('2000.5') }
			},
			years,
			house
		)
	).toContain(
		'would be £0.50 more: £2,000.50 instead of £2,000. The published figure of ‘Early help’ holds'
	);
	expect(loweredSentence({ ...fte, net: null }, years, house)).toBe(
		'Net cost over 2010/11 to 2012/13 cannot be worked out with FTE of Outreach workers (post) 10% lower.'
	);
});
