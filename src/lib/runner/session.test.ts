import { expect, test } from 'vitest';
import { change, councilWith } from '../../../tests/support/council';
import { allInPost } from '../../../tests/support/records';
import { fileOf } from '$lib/exchange/councilFile';
import type { Operation } from '$lib/model';
import { openSession } from './session';

const typed: Operation = {
	op: 'set',
	row: 'changes/plan/grow',
	path: ['edits', 'set posts/officer.fte'],
	value: { edit: 'set', record: 'posts/officer', field: 'fte', value: '2' }
};

test('what is typed counts while it is typed, and not any longer once it is given up', () => {
	const council = councilWith({
		baseline: { posts: [allInPost({ fte: '1', costPerFte: '40000' })] },
		plan: [change({ id: 'grow' })]
	});
	const session = openSession(fileOf(council));
	const netOf = (...draft: readonly Operation[]) =>
		session
			.impact({ scenario: 'plan', packs: true, draft })
			?.rows.find(({ figure }) => figure === 'net.total')?.differences[0];
	expect(netOf()).toBe('0');
	expect(netOf(typed)).toBe('40000');
	expect(netOf()).toBe('0');
	// Half-typed text that nothing can hold changes nothing.
	expect(netOf({ ...typed, path: ['nothing'] })).toBe('0');
	session.apply([typed]);
	expect(netOf()).toBe('40000');
});
