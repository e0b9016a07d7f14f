import { describe, expect, test } from 'vitest';
import {
	change,
	type FileChange,
	projected,
	remove,
	set,
	shownFigure
} from '../../../../tests/support/council';
import { building, type FileRecord } from '../../../../tests/support/records';

const close = (start: string, fields: Partial<FileChange> = {}) =>
	change({ start, edits: [remove('buildings/centre')], ...fields });

const shown = (id: string, fields: Partial<FileRecord<'buildings'>>, ...plan: FileChange[]) =>
	shownFigure(projected({ baseline: { buildings: [building(fields)] }, plan }), id);

describe('an open building', () => {
	test('costs all its premises headings less its income', () => {
		const premises = {
			rent: '100000',
			rates: '20000',
			utilities: '3000',
			cleaning: '400',
			facilities: '50',
			insurance: '6',
			maintenance: '0.70',
			income: '456.71'
		};
		expect(shown('cost.buildings', premises)[0]).toBe('122999.99');
	});

	test('may earn more than it costs', () => {
		expect(shown('cost.buildings', { income: '12000.01' })[0]).toBe('-0.01');
	});

	test('rises with its index', () => {
		expect(shown('cost.buildings', { index: 'prices' })).toEqual([
			'12000.00',
			'12240.00',
			'12607.20'
		]);
	});
});

describe('a closed building', () => {
	test('costs its running to the month before, then the holding of a void, across years', () => {
		const fields = { voidMonths: '9', holdingCost: '2400' };
		// Nine months open; then three void months, then six in the next year, at £200 each.
		expect(shown('cost.buildings', fields, close('2026-01'))).toEqual([
			'9600.00',
			'1200.00',
			'0.00'
		]);
	});

	test('blocks only the years that an unknown void could reach', () => {
		const fields = { voidMonths: null, holdingCost: '2400' };
		expect(shown('cost.buildings', fields, close('2026-04'))).toEqual([
			'12000.00',
			'blocked',
			'blocked'
		]);
	});

	test('costs dilapidations and moves once, indexed to the closing year', () => {
		const fields = { dilapidations: '1000', moveCost: '500', index: 'prices' };
		expect(shown('cost.oneOff', fields, close('2026-06'))).toEqual(['0.00', '1530.00', '0.00']);
	});

	test('brings its receipt in cash after its months, apart from revenue', () => {
		const fields = { receipt: '90000', receiptMonths: '14', index: 'prices' };
		expect(shown('capital.receipts', fields, close('2025-10'))).toEqual([
			'0.00',
			'90000.00',
			'0.00'
		]);
		expect(shown('net.total', fields, close('2025-10'))).toEqual(
			shown('net.total', { index: 'prices' }, close('2025-10'))
		);
	});

	test('brings its receipt at once where no months are said', () => {
		expect(shown('capital.receipts', { receipt: '90000' }, close('2025-10'))[0]).toBe('90000.00');
	});

	test('pays back a grant in cash in the month of its receipt', () => {
		const fields = { clawback: '7000', receiptMonths: '6', index: 'prices' };
		expect(shown('capital.spend', fields, close('2025-10'))).toEqual(['0.00', '7000.00', '0.00']);
	});

	test('that opens again has no void left', () => {
		const fields = { voidMonths: '12', holdingCost: '2400' };
		const shut = close('2025-10', { end: '2026-01' });
		// Nine months open, three void.
		expect(shown('cost.buildings', fields, shut)).toEqual(['9600.00', '12000.00', '12000.00']);
	});
});

describe('backlog maintenance', () => {
	const fields = { backlog: '5000', backlogDue: '2026/27', index: 'prices' };

	test('is capital in the year it is due, indexed', () => {
		expect(shown('capital.spend', fields)).toEqual(['0.00', '5100.00', '0.00']);
		expect(shown('cost.total', fields)).toEqual(shown('cost.total', { index: 'prices' }));
	});

	test.each([
		['2026-03', '0.00'],
		['2026-04', '0.00'],
		['2026-05', '5100.00']
	])(
		'of a building closed in %s is £%s: it falls away where the year starts closed',
		(start, due) => {
			expect(shown('capital.spend', fields, close(start))[1]).toBe(due);
		}
	);
});

describe('a building that closes more than once', () => {
	const fields = { voidMonths: '36', holdingCost: '1200', dilapidations: '50', receipt: '900' };

	test('is held, given up and paid for each time', () => {
		const twice = [
			close('2025-04', { id: 'first', end: '2025-10' }),
			close('2026-10', { id: 'second' })
		];
		// Six months void and six open; six open and six void; twelve void: £100 and £1,000 a month.
		expect(shown('cost.buildings', fields, ...twice)).toEqual(['6600.00', '6600.00', '1200.00']);
		expect(shown('cost.oneOff', fields, ...twice)).toEqual(['50.00', '50.00', '0.00']);
	});

	test('stands void until the last of closures that overlap is over', () => {
		const both = [
			close('2025-04', { id: 'first', end: '2026-04' }),
			close('2025-10', { id: 'second' })
		];
		expect(shown('cost.buildings', fields, ...both)).toEqual(['1200.00', '1200.00', '1200.00']);
		expect(shown('cost.oneOff', fields, ...both)).toEqual(['50.00', '0.00', '0.00']);
	});

	test('brings no receipt and its backlog falls due where it is open again by then', () => {
		const shut = close('2025-06', { end: '2025-09' });
		const late = { ...fields, receiptMonths: '12', backlog: '700', backlogDue: '2026/27' };
		expect(shown('capital.receipts', late, shut)).toEqual(['0.00', '0.00', '0.00']);
		expect(shown('capital.spend', late, shut)).toEqual(['0.00', '700.00', '0.00']);
	});
});

test('closing costs what the building stood at then, not what a later change says', () => {
	const later = change({
		id: 'later',
		start: '2027-04',
		edits: [set('buildings/centre', 'dilapidations', '900')]
	});
	expect(shown('cost.oneOff', { dilapidations: '100' }, close('2025-10'), later)[0]).toBe('100.00');
	const earlier = { ...later, id: 'earlier', start: '2025-05' };
	expect(shown('cost.oneOff', { dilapidations: '100' }, close('2025-10'), earlier)[0]).toBe(
		'900.00'
	);
});
