import { expect, test } from 'vitest';
import { councilWith } from '../../../../tests/support/council';
import { applyOperations } from './apply';
import { valueAt } from './jsonPath';
import { freshId } from './newRecord';
import { addingSteps } from './recordSteps';
import { rowOf } from './rows';
import { newChange } from './scenarios';

test('a range that is typed into a new row stands in the evidence of its field', () => {
	const council = councilWith({});
	const filled = new Map([
		['title', { value: 'Outreach workers' }],
		['fte', { value: '5', range: { low: '4', high: '6' } }]
	]);
	const steps = addingSteps(council, { into: 'baseline' }, 'posts', [filled]);
	const outcome = applyOperations(council, steps);
	if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
	const row = rowOf(outcome.council, 'records/posts/outreach-workers');
	expect(valueAt(row, ['fte']).value).toBe('5');
	expect(valueAt(row, ['evidence']).value).toEqual({ fte: { low: '4', high: '6' } });
});

test('no id is a word that an address has in its place', () => {
	expect(freshId('New', new Set())).toBe('new-2');
	expect(freshId('New', new Set(['new-2']))).toBe('new-3');
	expect(newChange(councilWith({}), 'plan', { title: 'New', start: '2025-04' }).row).toBe(
		'changes/plan/new-2'
	);
});
