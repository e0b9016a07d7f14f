import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { childrenInCareFile, INVENTED } from '../../../../../../tests/support/published';
import { readPublished } from '$lib/exchange/published/readPublished';
import { meanRate, publishedIn, rateIn, yearsShown } from './outlook';

const read = readPublished([{ name: 'cla.csv', bytes: strToU8(childrenInCareFile()) }]);

test('what files say is forecast to the start of the projection, five years at least and ten at most', () => {
	const years = (firstYear: number) => [
		...new Set(publishedIn(read, firstYear).forecast?.rows.map(({ year }) => year))
	];
	expect(years(2024)).toEqual([2025, 2026, 2027, 2028, 2029]);
	expect(years(2031)).toEqual([2025, 2026, 2027, 2028, 2029, 2030, 2031]);
	expect(years(2050).at(-1)).toBe(2034);
	expect(publishedIn(read, 2024).score).toMatchObject({ origin: 2023, year: 2024, councils: 12 });
});

test('rates are over the children who live there, and their mean is of those that have one', () => {
	const { councils } = publishedIn(read, 2024);
	const [first, second] = councils;
	if (first === undefined || second === undefined) throw new Error('no councils');
	expect(yearsShown(first)).toEqual([2021, 2022, 2023, 2024]);
	const rate = (i: number) =>
		(Number(INVENTED[i]?.inCare[3]) / Number(INVENTED[i]?.children[3])) * 10_000;
	expect(rateIn(first, 2024)?.toNumber()).toBeCloseTo(rate(0), 9);
	expect(rateIn(first, 2019)).toBeNull();
	expect(meanRate([first, second], 2024)?.toNumber()).toBeCloseTo((rate(0) + rate(1)) / 2, 9);
	expect(meanRate([], 2024)).toBeNull();
});

test('files without children in care say nothing', () => {
	expect(publishedIn({ ...read, rows: [] }, 2024)).toEqual({
		councils: [],
		last: null,
		forecast: null,
		score: null
	});
});
