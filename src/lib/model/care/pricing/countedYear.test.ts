import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readReturn } from '$lib/exchange/ssda903/readReturn';
import { dayOf } from '../../calendar/days';
import { CARE_BANDS } from '../../records/careFlow';
import { TYPES } from '../estimate/careModel';
import { countReturn } from '../estimate/counts';
import { RETURN_TYPE_IDS } from '../estimate/types';
import { cleanReturn } from '../return/clean';
import { countedDemand, countedYear, countedYears } from './countedYear';

const folder = 'tests/golden/peer/datasets/syn_a/combined';
const clean = cleanReturn(
	readReturn(
		['header', 'episodes', 'uasc'].map((name) => ({
			name: `${name}.csv`,
			bytes: new Uint8Array(readFileSync(`${folder}/${name}.csv`))
		}))
	).rows
);
const windowOf = (year: number, month: number, next: number) => ({
	from: dayOf(year, month, 1) ?? 0,
	to: (dayOf(next > month ? year : year + 1, next, 1) ?? 0) - 1
});

test('the days and arrivals of a month are those that a window of that month counts', () => {
	const own = countedYear(clean, '2022/23');
	if (own === null) throw new Error('The return tells of the year.');
	for (const [month, calendar] of [
		[0, 4],
		[9, 1],
		[11, 3]
	] as const) {
		const window = windowOf(calendar < 4 ? 2023 : 2022, calendar, calendar + 1);
		const { exposures, entries, moves } = countReturn(clean, window);
		for (const type of RETURN_TYPE_IDS) {
			const of = own.months.find((one) => one.month === month && one.type === type);
			const days = exposures
				.filter((one) => one.type === type)
				.reduce((sum, { childDays }) => sum + childDays, 0);
			const came =
				entries
					.filter((one) => one.type === type)
					.reduce((sum, { first, again }) => sum + first + again, 0) +
				moves.filter(({ to }) => to === type).reduce((sum, { children }) => sum + children, 0);
			expect([of?.childDays ?? 0, of?.arrivals ?? 0], `${month} ${type}`).toEqual([days, came]);
		}
	}
	// Over the year the bands are counted as a window of it counts them, and the months as priced lose nobody.
	const year = countReturn(clean, { from: dayOf(2022, 4, 1) ?? 0, to: dayOf(2023, 3, 31) ?? 0 });
	const demand = countedDemand(own);
	expect(demand.map(({ days }) => days)).toEqual([30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31]);
	for (const { band, type, childDays } of year.exposures) {
		const state = CARE_BANDS.indexOf(band) * TYPES + RETURN_TYPE_IDS.indexOf(type);
		expect(demand.reduce((sum, month) => sum + (month.childDays[state] ?? 0), 0)).toBeCloseTo(
			childDays,
			6
		);
	}
});

test('the last whole years up to a day are counted, and small types are part of other', () => {
	const until = dayOf(2024, 3, 30) ?? 0;
	expect(countedYears(clean, until, []).map(({ year }) => year)).toEqual([
		'2020/21',
		'2021/22',
		'2022/23'
	]);
	const [last] = countedYears(clean, until + 1, ['secure', 'kinship']).slice(-1);
	expect(last?.year).toBe('2023/24');
	expect(last?.months.some(({ type }) => type === 'secure' || type === 'kinship')).toBe(false);
	const sum = (of: typeof last): number =>
		of?.months.reduce((all, { childDays }) => all + childDays, 0) ?? 0;
	expect(sum(last)).toBe(sum(countedYear(clean, '2023/24') ?? undefined));
	expect(countedYear(clean, '2024/25')).toBeNull();
});
