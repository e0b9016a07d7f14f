import { describe, expect, test } from 'vitest';
import type { PublishedCouncil } from './figures';
import { findCouncil } from './naming';

const councils = (
	[
		['801', 'E06000023', 'Bristol, City of'],
		['201', 'E09000001', 'City of London'],
		['840', 'E06000047', 'County Durham'],
		['884', 'E06000019', 'Herefordshire, County of'],
		['839', 'E06000058', 'Bournemouth, Christchurch and Poole'],
		['380', 'E08000032', 'Bradford'],
		['303', 'E09000004', 'Bexley'],
		['838', 'E06000059', 'Dorset'],
		['835', 'E10000009', 'Dorset']
	] as const
).map(([area, code, name]): PublishedCouncil => ({ area, code, name, region: '', years: [] }));

const found = (asked: string) => {
	const council = findCouncil(councils, asked);
	return 'council' in council ? council.council.area : council.nearest;
};

describe('a council', () => {
	test.each([
		['801', '801'],
		['e06000023', '801'],
		['bristol', '801'],
		['City of Bristol', '801'],
		['Bristol City Council', '801'],
		['London', '201'],
		['Durham', '840'],
		['Durham County Council', '840'],
		['Herefordshire', '884'],
		['Bournemouth Christchurch & Poole', '839'],
		['London Borough of Bexley', '303'],
		[' BRADFORD ', '380']
	])('called %s is found', (asked, area) => {
		expect(found(asked)).toBe(area);
	});

	test('that is not there leads to the nearest names', () => {
		expect(found('Bradfrod')).toContain('Bradford');
		expect(found('Bexly')).toContain('Bexley');
		expect(found('Nowhere')).toHaveLength(3);
		// Bexley has fewer letters that differ.
		expect(found('Poole')[0]).toBe('Bournemouth, Christchurch and Poole');
	});

	test('whose name two have is to be named by its code', () => {
		expect(found('Dorset')).toEqual(['Dorset (838)', 'Dorset (835)']);
		expect(found('838')).toBe('838');
	});
});
