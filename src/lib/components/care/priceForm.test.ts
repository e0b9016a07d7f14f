import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readParameters } from '$lib/exchange/ssda903/parameters';
import { readReturn } from '$lib/exchange/ssda903/readReturn';
import { careWindowOf, cleanReturn, parseDay, type CarePriceKeys } from '$lib/model';
import { priceSections, type Typed } from './priceForm';
import { keysTyped, typedOf } from './priceKeys';

const folder = 'tests/golden/peer/datasets/syn_a/combined';
const clean = cleanReturn(
	readReturn(
		['header', 'episodes', 'uasc'].map((name) => ({
			name: `${name}.csv`,
			bytes: new Uint8Array(readFileSync(`${folder}/${name}.csv`))
		}))
	).rows
);
const kept = careWindowOf(clean, {
	window: { from: parseDay('2022-04-01') ?? 0, to: parseDay('2024-03-31') ?? 0 },
	children: 'all',
	files: 3,
	rows: { headers: 0, episodes: 0, uasc: 0 },
	scores: []
});

function keysOf(file: object): CarePriceKeys {
	const read = readParameters(JSON.stringify(file));
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	return read.file.priceKeys;
}

const keep = (before: CarePriceKeys, more: Typed = {}) => {
	const typed = { ...typedOf(before, kept), ...more };
	return keysTyped(before, priceSections(kept, typed), typed);
};

const NOTHING = keysOf({});

describe('the form of prices', () => {
	test('says what a parameters file says, and leaves it as it is where nothing is typed', () => {
		const keys = keysOf({
			prices: {
				foster: {
					provision: 'mixed',
					price_year: '2023/24',
					uplift: { rates: { '2024/25': 0.031, '2019/20': 0.02 }, other_years: 0.02 },
					capacity: 120,
					occupancy: 0.875,
					fixed_weekly: 412.5,
					variable_weekly: 95,
					external_weekly: 1020,
					external_weekly_by_band: { '10-15': 1111 },
					one_off: 800,
					high_cost: { share: 0.025, mean_weekly: 3000, deviation_weekly: 900 }
				},
				kinship: { provision: 'allowance', price_year: '2024/25', allowance_weekly: 250 }
			},
			outturn: { year: '2023/24', pounds: 12_345_678 },
			care_leavers: {
				price_year: '2024/25',
				shares: { staying_put: 0.3 },
				shares_by_type: { residential: { staying_put: 0, other_support: 0.5 } },
				staying_put_weekly: { '18-20': 410 },
				uasc: { share: 0.1, grant_weekly: 270, until_age: 21 }
			},
			child_population: { 'under-1': { '2023/24': 3100, '2024/25': 3055 } }
		});
		const read = keep(keys);
		expect(read.ok ? read.keys : read.problems).toEqual(keys);
	});

	test('reads what people type as tables do', () => {
		const read = keep(NOTHING, {
			'prices foster provision': 'bought',
			'prices foster price_year': '2024/25',
			'prices foster external_weekly': '£1,020.50',
			'prices foster rises': 'yes',
			'prices foster uplift rates 2025/26': '3.5%',
			'outturn year': '2023/24',
			'outturn pounds': '£12.5m'
		});
		expect(read).toMatchObject({
			ok: true,
			keys: {
				prices: {
					foster: {
						external_weekly: 1020.5,
						uplift: { rates: { '2025/26': 0.035 }, other_years: null },
						capacity: null
					}
				},
				outturn: { year: '2023/24', pounds: 12_500_000 }
			}
		});
		// What is chosen away goes, and a blank box is no nought.
		const before = read.ok ? read.keys : NOTHING;
		const without = keep(before, {
			'prices foster external_weekly': '',
			'prices foster rises': 'no',
			'outturn year': '',
			'outturn pounds': ''
		});
		expect(without).toMatchObject({
			ok: true,
			keys: { prices: { foster: { external_weekly: null, uplift: null } } }
		});
		expect(without.ok && without.keys.outturn).toBeUndefined();
		expect(keep(before, { 'prices foster provision': '' })).toMatchObject({
			ok: true,
			keys: { prices: {} }
		});
	});

	test('says at its box what cannot be read, is half said, or is too much', () => {
		const read = keep(NOTHING, {
			'prices foster provision': 'bought',
			'prices foster external_weekly': 'twelve',
			'prices foster high_cost share': '2%',
			'outturn pounds': '100',
			'care_leavers priced': 'yes',
			'care_leavers price_year': 'soon'
		});
		const fields = read.ok ? [] : read.problems.map(({ field }) => field);
		expect(fields).toEqual([
			'prices-foster-external_weekly',
			'care_leavers-price_year',
			'outturn-year',
			'prices-foster-high_cost-mean_weekly'
		]);
		const tooMuch = keep(NOTHING, {
			'prices foster provision': 'mixed',
			'prices foster in_house_share': '120%'
		});
		expect(tooMuch).toMatchObject({
			ok: false,
			problems: [{ field: 'prices-foster-in_house_share' }]
		});
	});
});
