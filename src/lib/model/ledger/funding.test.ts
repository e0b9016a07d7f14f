import { describe, expect, test } from 'vitest';
import {
	checkOf,
	type CouncilParts,
	projected,
	shownFigure
} from '../../../../tests/support/council';
import { type FileRecord } from '../../../../tests/support/records';

const shown = (id: string, baseline: CouncilParts['baseline']) =>
	shownFigure(projected({ baseline: baseline ?? {} }), id);

describe('funding', () => {
	const stream = (fields: Partial<FileRecord<'fundingStreams'>>) => ({
		fundingStreams: [
			{
				id: 'grant',
				title: 'Grant',
				amounts: { '2025/26': '1200', '2026/27': '2400' },
				afterLast: 'ends' as const,
				...fields
			}
		]
	});

	test('falls away after its last amount: a cliff', () => {
		const projection = projected({ baseline: stream({}) });
		expect(shownFigure(projection, 'funding.total')).toEqual(['1200.00', '2400.00', '0.00']);
		expect(shownFigure(projection, 'net.total')).toEqual(['-1200.00', '-2400.00', '0.00']);
		expect(checkOf(projection, 'funding.cliffs')).toMatchObject({
			ok: false,
			message: 'Grant ends in 2027/28: a funding cliff'
		});
	});

	test('goes on at its last amount where it continues', () => {
		const projection = projected({ baseline: stream({ afterLast: 'continues' }) });
		expect(shownFigure(projection, 'funding.total')).toEqual(['1200.00', '2400.00', '2400.00']);
		expect(checkOf(projection, 'funding.cliffs').ok).toBe(true);
	});

	test('pays nothing from its end month on', () => {
		const projection = projected({
			baseline: stream({ afterLast: 'continues', ends: '2026-10' })
		});
		expect(shownFigure(projection, 'funding.total')).toEqual(['1200.00', '1200.00', '0.00']);
		expect(checkOf(projection, 'funding.cliffs').message).toContain('ends in 2026/27');
	});

	test('waits for a year whose amount is blank, and for one before its first amount', () => {
		const amounts = { '2026/27': null, '2027/28': '5' };
		expect(shown('funding.total', stream({ amounts }))).toEqual(['blocked', 'blocked', '5.00']);
	});
});
