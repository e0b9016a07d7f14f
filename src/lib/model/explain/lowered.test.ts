import { describe, expect, test } from 'vitest';
import { add, change, projected, set, type CouncilParts } from '../../../../tests/support/council';
import { allInPost, building } from '../../../../tests/support/records';
import { valueOf } from '../figures/figure';
import { projectionIfLower } from './lowered';

/** Net cost by year, before and with an input a tenth lower; null where it cannot be lowered. */
function netIfLower(parts: CouncilParts, ref: string) {
	const before = projected(parts);
	const after = projectionIfLower(before, ref);
	const nets = [before, after].map((own) => {
		const figure = own?.figures.get('net.total');
		return figure === undefined ? null : own?.years.map((_, y) => valueOf(figure, y)?.toFixed());
	});
	return { before: nets[0], after: nets[1] };
}
const post = allInPost({ fte: '4', costPerFte: '10000' });

describe('with an input a tenth lower the same scenario', () => {
	test('costs a tenth of what hangs on it less', () => {
		const parts = { baseline: { posts: [post], buildings: [building({ rent: '12000' })] } };
		// 4 FTE at £10,000 and £12,000 of rent: £52,000 a year; 3.6 FTE cost £36,000, and £10,800 is a tenth less rent.
		expect(netIfLower(parts, 'posts/officer.fte')).toEqual({
			before: ['52000', '52000', '52000'],
			after: ['48000', '48000', '48000']
		});
		expect(netIfLower(parts, 'buildings/centre.rent').after).toEqual(['50800', '50800', '50800']);
	});

	test('has it lower before a change sets it and after', () => {
		const parts: CouncilParts = {
			baseline: { posts: [post] },
			plan: [change({ start: '2026-04', edits: [set('posts/officer', 'fte', '6')] })]
		};
		// 4 FTE in the first year and 6 from the second on; then 3.6 and 5.4.
		expect(netIfLower(parts, 'posts/officer.fte')).toEqual({
			before: ['40000', '60000', '60000'],
			after: ['36000', '54000', '54000']
		});
	});

	test('has what a pack fills lower, and what a change adds', () => {
		const values = [
			{ field: 'posts/officer.costPerFte', value: '20000', low: '1', high: '30000', source: null }
		];
		const filled: CouncilParts = {
			baseline: { posts: [{ ...post, costPerFte: null }] },
			packs: [{ id: 'p', title: 'P', description: '', on: true, values }]
		};
		expect(netIfLower(filled, 'posts/officer.costPerFte')).toEqual({
			before: ['80000', '80000', '80000'],
			after: ['72000', '72000', '72000']
		});
		const added: CouncilParts = {
			baseline: { posts: [post] },
			plan: [
				change({ start: '2025-04', edits: [add('posts', allInPost({ id: 'new', fte: '2' }))] })
			]
		};
		// Two more at £40,000 each, and a tenth less of that.
		expect(netIfLower(added, 'posts/new.fte').after).toEqual(['112000', '112000', '112000']);
	});

	test('has a one-off cost of a change lower in its year alone', () => {
		const oneOffs = [
			{ id: 'hire', title: 'Hiring', ledger: 'revenue' as const, month: '2026-05', amount: '5000' }
		];
		const parts: CouncilParts = {
			baseline: { posts: [post] },
			plan: [change({ id: 'c', oneOffs })]
		};
		expect(netIfLower(parts, 'changes/c.oneOffs.hire.amount')).toEqual({
			before: ['40000', '45000', '40000'],
			after: ['40000', '44500', '40000']
		});
	});
});

test.each([
	['is 0', 'posts/officer.vacancy'],
	['is no number', 'posts/officer.team'],
	['is not there', 'posts/nobody.fte']
])('an input that %s is not lowered', (_, ref) => {
	expect(projectionIfLower(projected({ baseline: { posts: [post] } }), ref)).toBeNull();
});

test('a whole number of months is not lowered to a part of one', () => {
	const months = projected({ baseline: { buildings: [building({ voidMonths: '6' })] } });
	expect(projectionIfLower(months, 'buildings/centre.voidMonths')).toBeNull();
});
