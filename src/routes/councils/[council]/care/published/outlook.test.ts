import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { childrenInCareFile, INVENTED } from '../../../../../../tests/support/published';
import { readPublished } from '$lib/exchange/published/readPublished';
import { publishedCouncils } from '$lib/model';
import { meanRate, rateIn, yearsShown } from './outlook';

const read = readPublished([{ name: 'cla.csv', bytes: strToU8(childrenInCareFile()) }]);

test('rates are over the children who live there, and their mean is of those that have one', () => {
	const [first, second] = publishedCouncils(read.rows);
	if (first === undefined || second === undefined) throw new Error('no councils');
	expect(yearsShown(first)).toEqual([2021, 2022, 2023, 2024]);
	const rate = (i: number) =>
		(Number(INVENTED[i]?.inCare[3]) / Number(INVENTED[i]?.children[3])) * 10_000;
	expect(rateIn(first, 2024)?.toNumber()).toBeCloseTo(rate(0), 9);
	expect(rateIn(first, 2019)).toBeNull();
	expect(meanRate([first, second], 2024)?.toNumber()).toBeCloseTo((rate(0) + rate(1)) / 2, 9);
	expect(meanRate([], 2024)).toBeNull();
});
