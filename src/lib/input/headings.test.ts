import { describe, expect, test } from 'vitest';
import { underHeadings } from './headings';
import type { GridColumn } from './table';

const column = (label: string): GridColumn => ({
	id: label.toLowerCase(),
	label,
	type: 'text',
	canBeBlank: true
});
const columns = ['Name', 'Team', 'Heads', 'FTE', 'Salary'].map(column);

describe('pasted rows', () => {
	test('go under the columns that their headings name, in any order, case and unit', () => {
		const read = underHeadings(
			[
				['name', 'FTE ', 'Salary (£ a year)', ''],
				['Hub workers', '4.5', '31,400', '']
			],
			columns
		);
		expect(read.ok && read.columns.map(({ label }) => label)).toEqual([
			'Name',
			'FTE',
			'Salary',
			'Team',
			'Heads'
		]);
		expect(read.ok && read.rows).toEqual([['Hub workers', '4.5', '31,400']]);
	});

	test('stand as the table does where the first of them is no row of headings', () => {
		const block = [
			['Hub workers', 'Family help'],
			['Managers', 'Family help']
		];
		expect(underHeadings(block, columns)).toEqual({ ok: true, rows: block, columns });
	});

	test('are refused where a heading names no column, has none, or names one twice', () => {
		const headed = (...headings: string[]) => underHeadings([headings, ['a', 'b', 'c']], columns);
		expect(headed('Name', 'Grade', 'FTE')).toEqual({ ok: false, unknown: ['Grade'] });
		expect(headed('Name', '', 'FTE')).toEqual({ ok: false, unknown: [''] });
		expect(headed('Name', 'FTE', 'fte')).toEqual({ ok: false, unknown: ['fte'] });
	});
});
