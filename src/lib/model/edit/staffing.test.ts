import { describe, expect, test } from 'vitest';
import { effect, made, problemsOf } from '../../../../tests/support/trial';

// Pay rises by 3% in April 2027.
describe('a staffing change', () => {
	const CHANGE = {
		action: 'change',
		post: 'triage-officers',
		fte: '4.5',
		heads: '5',
		start: '2026-10'
	};

	test('pays fewer people from its month', () => {
		const council = made('staffing', { ...CHANGE, oneOff: '7000' });
		// 1.5 FTE × 43,100 × 97% = 62,710.50 a year; half of it in 2026/27.
		// 2027/28: 6 FTE cost 250,842 × 1.03 = 258,367.26, and 4.5 FTE 193,775.445, which is rounded up.
		expect(effect(council, 'cost.staffing').slice(0, 2)).toEqual(['-31355.25', '-64591.81']);
		expect(effect(council, 'cost.oneOff')[0]).toBe('7000');
		expect(effect(council, 'staffing.heads')[1]).toBe('-2');
	});

	test('comes in over its ramp', () => {
		// From October to March it holds for ½, 1½, … 5½ sixths of a month, 3 months in all: 250,842 − 15,677.625, rounded up.
		const council = made('staffing', { ...CHANGE, ramp: '6' });
		expect(effect(council, 'cost.staffing')[0]).toBe('-15677.62');
	});

	test('adds posts like others, each person with National Insurance', () => {
		const council = made('staffing', {
			action: 'add',
			post: 'outreach-workers',
			name: 'Night visitors',
			fte: '3',
			heads: '4',
			start: '2026-04'
		});
		// Pay of one: 30,200 × ¾ × 1.025 = 23,216.25; NI 15% of 18,216.25 = 2,732.4375; pension 19.8% = 4,596.8175;
		// levy 0.5% = 116.08125. Four of 30,661.58625, 92% filled: 112,834.6374.
		expect(effect(council, 'cost.staffing')[0]).toBe('112834.64');
	});

	test('takes posts away with their redundancy', () => {
		const council = made('staffing', {
			action: 'remove',
			post: 'fsw-oxenfold',
			destination: 'redundant',
			start: '2027-04'
		});
		// 92,000 × 1.03.
		expect(effect(council, 'cost.oneOff')[1]).toBe('94760');
		expect(effect(council, 'staffing.fte')[1]).toBe('-8.4');
	});

	test('asks what its action needs, and refuses what contradicts it', () => {
		expect(problemsOf('staffing', { ...CHANGE, fte: '', heads: '' })).toEqual({
			fte: 'FTE is missing; write the number afterwards',
			heads: 'Heads is missing; write how many people share the FTE'
		});
		expect(problemsOf('staffing', { ...CHANGE, heads: '4' })).toEqual({
			heads: '4 people cannot fill 4.5 FTE; write more'
		});
		expect(problemsOf('staffing', { ...CHANGE, fte: '6', heads: '7' })).toEqual({
			fte: 'Triage officers has these heads and FTE already; write other ones'
		});
		expect(
			problemsOf('staffing', { action: 'remove', post: 'triage-officers', start: '2026-10' })
		).toEqual({
			destination: 'Where the people go is missing; choose one'
		});
		expect(
			problemsOf('staffing', {
				action: 'remove',
				post: 'triage-officers',
				destination: 'redundant',
				start: '2026-10'
			})
		).toEqual({ redundancyCost: 'Redundancy cost is not known; write it, 0 where there is none' });
	});
});
