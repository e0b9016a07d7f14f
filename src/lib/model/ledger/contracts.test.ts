import { describe, expect, test } from 'vitest';
import { change, projected, remove, set, shownFigure } from '../../../../tests/support/council';
import { contract, type FileRecord } from '../../../../tests/support/records';

function withContract(
	fields: Partial<FileRecord<'contracts'>>,
	plan: Parameters<typeof projected>[0]['plan'] = []
) {
	return projected({ baseline: { contracts: [contract(fields)] }, plan });
}

const cost = (fields: Partial<FileRecord<'contracts'>>) =>
	shownFigure(withContract(fields), 'cost.contracts');

describe('the price', () => {
	test('of a block is paid whatever the volume, with the client side on top', () => {
		expect(cost({ clientSideCost: '600' })[0]).toBe('24600.00');
	});

	test.each([
		['50', '75.00'],
		['80', '80.00'],
		['500', '125.00']
	])('of a volume of %s between 75 and 125 is £%s at £1 a case', (volume, pounds) => {
		// What a contract that is paid by volume says of a block price is not paid.
		const bounded = contract({ payment: 'volume', volume, unitPrice: '1' });
		const contracts = [{ ...bounded, minVolume: '75', maxVolume: '125' }];
		expect(shownFigure(projected({ baseline: { contracts } }), 'cost.contracts')[0]).toBe(pounds);
	});

	test('of a volume without limits is volume times price', () => {
		expect(cost({ payment: 'volume', volume: '500', unitPrice: '2.5' })[0]).toBe('1250.00');
		expect(cost({ payment: 'volume', volume: '5', unitPrice: '1', minVolume: '9' })[0]).toBe(
			'9.00'
		);
		expect(cost({ payment: 'volume', volume: '5', unitPrice: '1', maxVolume: '4' })[0]).toBe(
			'4.00'
		);
	});

	test('of outcomes is outcomes times tariff', () => {
		expect(cost({ payment: 'outcome', outcomes: '12', tariff: '1000.50' })[0]).toBe('12006.00');
	});

	test('rises with its index, and so does the client side', () => {
		expect(cost({ index: 'prices', clientSideCost: '1000' })).toEqual([
			'25000.00',
			'25500.00',
			'26265.00'
		]);
	});
});

describe('the natural end', () => {
	test('stops both lines from its month on', () => {
		// Fifteen months: April 2025 to June 2026.
		expect(cost({ ends: '2026-07', clientSideCost: '1200' })).toEqual([
			'25200.00',
			'6300.00',
			'0.00'
		]);
	});

	test('may lie before the projection', () => {
		expect(cost({ ends: '2025-04' })).toEqual(['0.00', '0.00', '0.00']);
	});

	test('counts only the months before it of a change that ramps in', () => {
		const projection = withContract({ ends: '2025-10' }, [
			change({ rampMonths: 12, edits: [set('contracts/outreach', 'blockPrice', '48000')] })
		]);
		// Six months at £2,000, and of the second £2,000 a month (½ + 1½ + … + 5½) / 12 = 1½ months.
		expect(shownFigure(projection, 'cost.contracts')[0]).toBe('15000.00');
	});
});

describe('leaving early', () => {
	const notice = (
		fields: Partial<FileRecord<'contracts'>>,
		start: string,
		noticeGiven?: string
	) => {
		const projection = withContract(fields, [
			change({
				start,
				edits: [remove('contracts/outreach', noticeGiven === undefined ? {} : { noticeGiven })]
			})
		]);
		return [shownFigure(projection, 'cost.contracts'), shownFigure(projection, 'cost.oneOff')];
	};

	test('costs the months of notice once, in the year of leaving', () => {
		expect(notice({ noticeMonths: '6' }, '2025-10')).toEqual([
			['12000.00', '0.00', '0.00'],
			['12000.00', '0.00', '0.00']
		]);
	});

	test('costs only what is left of notice that was given before', () => {
		expect(notice({ noticeMonths: '6' }, '2025-10', '2025-07')[1]?.[0]).toBe('6000.00');
		expect(notice({ noticeMonths: '6' }, '2025-10', '2025-04')[1]?.[0]).toBe('0.00');
		expect(notice({ noticeMonths: '6' }, '2025-10', '2025-01')[1]?.[0]).toBe('0.00');
	});

	test('costs no notice beyond the natural end', () => {
		expect(notice({ noticeMonths: '6', ends: '2025-12' }, '2025-10')[1]?.[0]).toBe('4000.00');
		expect(notice({ noticeMonths: '6', ends: '2025-08' }, '2025-10')[1]?.[0]).toBe('0.00');
	});

	test('costs notice at the prices of the year, without the client side', () => {
		const fields = { noticeMonths: '3', index: 'prices', clientSideCost: '99999' };
		expect(notice(fields, '2026-04')[1]).toEqual(['0.00', '6120.00', '0.00']);
	});

	test('costs no notice for the months in which it runs again', () => {
		const pause = change({
			start: '2026-04',
			end: '2026-06',
			edits: [remove('contracts/outreach')]
		});
		// Two months at £2,000 instead of six.
		expect(shownFigure(withContract({ noticeMonths: '6' }, [pause]), 'cost.oneOff')[1]).toBe(
			'4000.00'
		);
	});

	test('waits for notice months that are blank', () => {
		expect(notice({ noticeMonths: null }, '2025-10')[1]).toEqual(['blocked', '0.00', '0.00']);
	});

	test('does not ramp', () => {
		const projection = withContract({}, [
			change({ start: '2025-10', rampMonths: 24, edits: [remove('contracts/outreach')] })
		]);
		expect(shownFigure(projection, 'cost.contracts')).toEqual(['12000.00', '0.00', '0.00']);
	});
});
