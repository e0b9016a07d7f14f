import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { councilWith } from '../../../../tests/support/council';
import { fileOf } from '$lib/exchange/councilFile';
import { readParameters } from '$lib/exchange/ssda903/parameters';
import { windowCosts } from '$lib/runner/costs/session';
import { openReturn } from '$lib/runner/returns/session';
import {
	applyOperations,
	countsOfWindow,
	daysOfWindow,
	forecastCare,
	readCouncil
} from '$lib/model';
import { costTotals, pricesInUse } from './costOutlook';
import { keepingSteps, pricingSteps } from './keepWindow';

const folder = 'tests/golden/peer/datasets/syn_a/combined';
const files = ['header', 'episodes', 'uasc'].map((name) => ({
	name: `${name}.csv`,
	bytes: new Uint8Array(readFileSync(`${folder}/${name}.csv`))
}));
const kept = openReturn(files, () => undefined).count({
	from: '2022-04-01',
	to: '2024-03-31',
	children: 'all'
});
const foster = {
	id: 'family',
	title: 'Foster families',
	index: null,
	priceYear: '2024/25',
	codes: ['U4', 'U5', 'U6'],
	provision: 'bought' as const,
	externalWeekly: '700'
};
const council = councilWith({ baseline: { placementTypes: [foster] } });

function done(operations: ReturnType<typeof keepingSteps>, on = council) {
	const outcome = applyOperations(on, operations);
	if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
	return outcome.council;
}

describe('what the forecast of a window costs', () => {
	test('is priced by the baseline’s type that has the codes, and says which types have none', () => {
		const { keys, from, isKept } = pricesInUse(council, kept);
		expect(isKept).toBe(false);
		expect(from).toContainEqual({
			type: 'foster',
			title: 'Foster families',
			placesWith: null
		});
		expect(from).toContainEqual({ type: 'kinship', title: null, placesWith: null });
		const { costs, rates } = windowCosts({ kept, keys, choice: {} });
		expect(costs.notPriced).toContain('kinship');
		expect(costTotals(costs).isWhole).toBe(false);
		const { series } = forecastCare({
			opening: countsOfWindow(kept).closing,
			rates,
			start: daysOfWindow(kept).to,
			until: daysOfWindow(kept).to + 365,
			draws: 2
		});
		const children =
			series.find(({ band, type }) => band === null && type === 'foster')?.mean ?? [];
		const pence = costs.lines[0]?.pence.slice(0, 12) ?? [];
		const year = pence.reduce<number>((sum, own) => sum + (own ?? NaN), 0) / 100;
		// £100 a day for each: the means of the months' ends are the year's children, but for a half of a per cent.
		const mean = children.reduce((sum, own) => sum + own, 0) / children.length;
		expect(year / (mean * 365 * 100)).toBeCloseTo(1, 2);
	});

	test('has the council places of a type that two types of the return share once', () => {
		const homes = {
			id: 'homes',
			title: 'Homes',
			index: null,
			priceYear: '2024/25',
			codes: ['K1', 'K2', 'R1', 'S1'],
			provision: 'mixed' as const,
			capacity: '10',
			occupancy: '1',
			inHouseShare: null,
			fixedWeekly: '700',
			variableWeekly: '0',
			externalWeekly: '7000'
		};
		const shared = councilWith({ baseline: { placementTypes: [homes] } });
		const { keys, from } = pricesInUse(shared, kept);
		expect(from.find(({ type }) => type === 'secure')?.placesWith).toBe('residential');
		const fixed = windowCosts({ kept, keys, choice: {} }).costs.lines.filter(
			({ part }) => part === 'fixed'
		);
		expect(fixed.map(({ type }) => type)).toEqual(['residential']);
		// Ten places at £100 a day.
		expect(fixed[0]?.pence[0]).toBe(30 * 10 * 100 * 100);
	});

	test('is priced by a parameters file that is kept, which a window counted again does not lose', () => {
		const text = JSON.stringify({
			prices: { foster: { provision: 'bought', price_year: '2024/25', external_weekly: 1400 } },
			care_leavers: {
				price_year: '2024/25',
				shares: { staying_put: 0.5 },
				staying_put_weekly: { '18-20': 700 }
			}
		});
		const read = readParameters(text);
		if (!read.ok) throw new Error(JSON.stringify(read.problems));
		const priced = done(pricingSteps(council, kept, read.file.priceKeys));
		const again = done(keepingSteps(priced, kept), priced);
		// As it is written to a file and read from one.
		const file = readCouncil(JSON.parse(JSON.stringify(fileOf(again))));
		if (!file.ok) throw new Error(JSON.stringify(file.problems));
		const [own] = file.council.baseline.careWindows;
		if (own === undefined) throw new Error('There is no window.');
		const { keys, isKept } = pricesInUse(file.council, own);
		expect(isKept).toBe(true);
		expect(keys).toEqual(read.file.priceKeys);
		const { costs } = windowCosts({ kept: own, keys, choice: {} });
		const before = windowCosts({ kept, keys: pricesInUse(council, kept).keys, choice: {} }).costs;
		expect(costs.lines[0]?.pence[0]).toBeCloseTo(2 * (before.lines[0]?.pence[0] ?? NaN), -1);
		expect(costs.lines.map(({ part }) => part)).toContain('stayingPut');
		const without = done(pricingSteps(file.council, own, null), file.council);
		expect(without.baseline.careWindows[0]?.parameters).toBeUndefined();
	});
});
