import { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { solveTask, type MovingInput } from './solveTask';

const reduction: MovingInput = {
	ref: 'interventions/help.relativeReduction',
	label: 'Help: Relative reduction',
	unit: 'share of 1',
	now: new Decimal('0.19'),
	low: new Decimal('0.08'),
	high: new Decimal('0.28')
};
const unranged: MovingInput = { ...reduction, low: null, high: null };
const typed = { goal: 'even/public', amount: '', low: '', high: '' };

describe('what is asked of a search for one input', () => {
	test('looks through the range of the input unless another is typed, in its unit', () => {
		expect(solveTask(reduction, typed)).toEqual({
			task: 'solve',
			figure: 'appraisal.npsv/public',
			y: 0,
			input: 'interventions/help.relativeReduction',
			low: '0.08',
			high: '0.28',
			target: { value: '0' }
		});
		expect(solveTask(reduction, { ...typed, low: '0', high: '50%' })).toMatchObject({
			low: '0',
			high: '0.5'
		});
	});

	test('is a payback by a year, or a net cost of a year', () => {
		expect(solveTask(reduction, { ...typed, goal: 'paid/3' })).toMatchObject({
			figure: 'appraisal.payback/council',
			target: { byYear: 3 }
		});
		expect(solveTask(reduction, { ...typed, goal: 'net/2', amount: '£41m' })).toMatchObject({
			figure: 'net.total',
			y: 2,
			target: { value: '41000000' }
		});
	});

	test('is refused without a range, with an empty one, with words, and without an amount', () => {
		expect(solveTask(unranged, typed)).toEqual({
			problem: 'Say from what to what the input may move.'
		});
		expect(solveTask(reduction, { ...typed, low: '30%' })).toEqual({
			problem: 'The first end of the range must be below the second.'
		});
		expect(solveTask(reduction, { ...typed, high: 'lots' })).toMatchObject({
			problem: expect.stringMatching(/^To \(optional\): /) as string
		});
		expect(solveTask(reduction, { ...typed, goal: 'net/2' })).toEqual({
			problem: 'Enter the amount.'
		});
	});
});
