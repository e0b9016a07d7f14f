import { describe, expect, test } from 'vitest';
import { fernshire, made, newest, problemsOf } from '../../../../tests/support/trial';
import { scenarioIn } from '../../../../tests/support/council';
import { project } from '../project';
import { valueOf } from '../figures/figure';

const LEAVING = { flow: 'exits', action: 'multiply', factor: '1.1', start: '2027-04' };

const inCare = (council: typeof fernshire, y: number): number => {
	const figure = project(council, scenarioIn(council, 'trial')).figures.get('care.children');
	return figure === undefined ? NaN : (valueOf(figure, y)?.toNumber() ?? NaN);
};

describe('adjusting rates of care', () => {
	test('makes one change of all the rates of a kind, from a month, with a ramp and an end', () => {
		const council = made('careRates', { ...LEAVING, ramp: '6', until: '2029-04' });
		const change = newest(council);
		expect(change).toMatchObject({
			title: 'Leaving care before 18: × 1.1',
			start: '2027-04',
			end: '2029-04',
			rampMonths: 6
		});
		const exits = fernshire.baseline.careFlows.filter(({ flow }) => flow === 'exits');
		expect(change?.edits.map((edit) => [edit.edit, 'record' in edit && edit.record])).toEqual(
			exits.map(({ id }) => ['scale', `careFlows/${id}`])
		);
		// More children leave, so fewer are in care, and nothing differs before it starts.
		expect(inCare(council, 0)).toBe(inCare(fernshire, 0));
		expect(inCare(council, 2)).toBeLessThan(inCare(fernshire, 2));
	});

	test('can be of one age and one type', () => {
		const council = made('careRates', { ...LEAVING, band: '10-15', type: 'foster' });
		expect(newest(council)?.title).toBe('Leaving care before 18, 10 to 15, Foster care: × 1.1');
		expect(newest(council)?.edits).toHaveLength(1);
		const moves = { ...LEAVING, flow: 'moves', type: 'foster', to: 'residential' };
		for (const edit of newest(made('careRates', moves))?.edits ?? [])
			expect('record' in edit && edit.record).toMatch(/foster.*residential/);
	});

	test('adds to rates and takes away from them in their own unit', () => {
		const one = { flow: 'entries', band: '1-4', type: 'kinship', start: '2027-04' };
		const more = newest(made('careRates', { ...one, action: 'more', more: '2' }));
		expect(more?.edits).toMatchObject([{ edit: 'shift', field: 'childrenPerYear' }]);
		expect(more?.edits[0]?.edit === 'shift' && more.edits[0].by.toFixed()).toBe('2');
		const less = newest(made('careRates', { ...one, action: 'less', less: '2' }));
		expect(less?.edits[0]?.edit === 'shift' && less.edits[0].by.toFixed()).toBe('-2');
	});

	test('says what cannot be', () => {
		const one = { flow: 'entries', band: '1-4', type: 'kinship', start: '2027-04' };
		expect(problemsOf('careRates', { ...one, action: 'less', less: '10' })).toEqual({
			less: "makes -1 of 9 in 'Entries 1 to 4, kinship foster care', below 0; write less"
		});
		expect(
			problemsOf('careRates', { flow: 'entries', start: '2027-04', action: 'more', more: '1' })
		).toEqual({
			more: 'some of these entries are children a year and others per 1,000 children; choose a type and an age, or multiply'
		});
		expect(problemsOf('careRates', { ...LEAVING, until: '2027-04' })).toEqual({
			until: 'is not after the first month; write a later one, or leave it empty'
		});
		expect(problemsOf('careRates', { ...LEAVING, band: 'under-1', type: 'supported' })).toEqual({
			flow: 'the baseline has no such rates; choose other ones'
		});
	});
});
