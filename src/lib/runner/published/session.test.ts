import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { childrenInCareFile, neighboursFile } from '../../../../tests/support/published';
import type { PublishedProgress } from './protocol';
import { openPublished, publishedIn } from './session';

const files = [
	{ name: 'cla.csv', bytes: strToU8(childrenInCareFile()) },
	{ name: 'neighbours.csv', bytes: strToU8(neighboursFile()) }
];

test('reading names each file as it comes, and ends with the forecast of all councils', () => {
	const told: PublishedProgress[] = [];
	const { read, found } = openPublished(files, 2024, (progress) => told.push(progress));
	expect(told.map(({ file }) => file)).toEqual(['cla.csv', 'neighbours.csv', null]);
	expect(told[0]?.share).toBe(0);
	const shares = told.map(({ share }) => share);
	expect(shares).toEqual([...shares].sort((a, b) => a - b));
	expect(read.files.map(({ name }) => name)).toEqual(['cla.csv', 'neighbours.csv']);
	expect(found.last).toBe(2024);
	// It goes from a worker to its page, which can take no functions along.
	expect(structuredClone({ read, found })).toEqual({ read, found });
});

test('what files say is forecast to the start of the projection, five years at least and ten at most', () => {
	const { read } = openPublished(files, 2024, () => undefined);
	const years = (firstYear: number) => [
		...new Set(publishedIn(read, firstYear).forecast?.rows.map(({ year }) => year))
	];
	expect(years(2024)).toEqual([2025, 2026, 2027, 2028, 2029]);
	expect(years(2031)).toEqual([2025, 2026, 2027, 2028, 2029, 2030, 2031]);
	expect(years(2050).at(-1)).toBe(2034);
	expect(publishedIn(read, 2024).score).toMatchObject({ origin: 2023, year: 2024, councils: 12 });
});

test('files without children in care say nothing', () => {
	const { read } = openPublished(files, 2024, () => undefined);
	expect(publishedIn({ ...read, rows: [] }, 2024)).toEqual({
		councils: [],
		last: null,
		forecast: null,
		score: null
	});
});
