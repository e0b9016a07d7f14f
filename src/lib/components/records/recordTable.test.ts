import { describe, expect, test } from 'vitest';
import { change, councilWith, remove } from '../../../../tests/support/council';
import { allInPost } from '../../../../tests/support/records';
import { isEditable } from '$lib/input/table';
import { applyOperations, removalSteps } from '$lib/model';
import { recordTable } from './recordTable';

const target = { into: 'change', scenario: 'plan', change: 'cut' } as const;
const council = councilWith({
	baseline: {
		posts: [
			allInPost({ id: 'outreach', title: 'Outreach workers', fte: '4' }),
			allInPost({ id: 'contact', title: 'Contact workers', fte: '6' })
		]
	},
	plan: [change({ id: 'cut', edits: [remove('posts/outreach')] })]
});

describe('a record that the change takes away', () => {
	const tableOf = (now: typeof council) =>
		recordTable({ council: now, target, kind: 'posts', packs: true, isReadOnly: false });

	test('is shown as taken away, with what it held, and cannot be edited', () => {
		const { rows, columns } = tableOf(council);
		const [outreach, contact] = rows;
		expect(outreach?.isRemoved).toBe(true);
		expect(outreach?.cell('fte')).toEqual({ value: '4', shown: '4', state: 'removed' });
		const editable = rows.flatMap((row) =>
			columns.some((own) => isEditable(own, row.cell(own.id))) ? [row.id] : []
		);
		expect(editable).toEqual(['contact']);
		expect(contact?.isRemoved).toBeUndefined();
		expect(contact?.cell('fte').state).toBe('plain');
	});

	test('is back once it is removed a second time', () => {
		const steps = removalSteps(council, target, 'posts', 'outreach');
		const outcome = applyOperations(council, steps);
		if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
		const [outreach] = tableOf(outcome.council).rows;
		expect(outreach?.isRemoved).toBeUndefined();
		expect(outreach?.cell('fte').state).toBe('plain');
	});

	test('shows nothing as taken away in the baseline', () => {
		const { rows } = recordTable({
			council,
			target: { into: 'baseline' },
			kind: 'posts',
			packs: true,
			isReadOnly: false
		});
		expect(rows.map(({ isRemoved }) => isRemoved)).toEqual([undefined, undefined]);
	});
});
