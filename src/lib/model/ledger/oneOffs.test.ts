import { describe, expect, test } from 'vitest';
import { compare } from '../compare';
import { change, councilWith, scenarioIn } from '../../../../tests/support/council';

describe('one-offs of a change', () => {
	test('fall into the year of their month, each in its own ledger, in cash', () => {
		const item = (
			id: string,
			ledger: 'revenue' | 'capitalSpend' | 'capitalReceipt',
			month: string
		) => ({ id, title: id, ledger, month, amount: '100' }) as const;
		const council = councilWith({
			plan: [
				change({
					oneOffs: [
						item('a', 'revenue', '2026-03'),
						item('b', 'capitalSpend', '2026-04'),
						item('c', 'capitalReceipt', '2028-03'),
						item('d', 'revenue', '2028-04'),
						item('e', 'revenue', '2025-03')
					]
				})
			]
		});
		const { figures } = compare(
			council,
			scenarioIn(council, 'nothing'),
			scenarioIn(council, 'plan')
		);
		const difference = (id: string) => figures.get(id)?.difference.map((own) => own?.toFixed(2));
		expect(difference('cost.oneOff')).toEqual(['100.00', '0.00', '0.00']);
		expect(difference('capital.spend')).toEqual(['0.00', '100.00', '0.00']);
		expect(difference('capital.receipts')).toEqual(['0.00', '0.00', '100.00']);
		expect(difference('net.total')).toEqual(['100.00', '0.00', '0.00']);
	});
});
