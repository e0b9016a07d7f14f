import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { councilWith } from '../../../../tests/support/council';
import { openReturn } from '$lib/runner/returns/session';
import {
	applyOperations,
	careRates,
	countsOfWindow,
	forecastCare,
	project,
	readCouncilText,
	RETURN_TYPE_IDS,
	type CareWindow,
	type Council
} from '$lib/model';
import { likelyTypes, usingSteps } from './useInBaseline';

const folder = 'tests/golden/peer/datasets/syn_a/combined';

function keptWindow(): CareWindow {
	const files = ['header', 'episodes', 'uasc'].map((name) => ({
		name: `${name}.csv`,
		bytes: new Uint8Array(readFileSync(`${folder}/${name}.csv`))
	}));
	const { count } = openReturn(files, () => undefined);
	return count({ from: '2022-04-01', to: '2024-03-31', children: 'all' });
}

const kept = keptWindow();

function used(council: Council): Council {
	const use = usingSteps(council, kept, likelyTypes(council, kept));
	if (!use.ok) throw new Error(JSON.stringify(use.problems[0]));
	const outcome = applyOperations(council, use.operations);
	if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
	return outcome.council;
}

test('a council without placement types gets those of the return, with blank prices', () => {
	const { baseline } = used(councilWith({}));
	expect(baseline.placementTypes.map(({ id }) => id)).toEqual(RETURN_TYPE_IDS);
	expect(baseline.placementTypes.every(({ externalWeekly }) => externalWeekly === null)).toBe(true);
	const stock = baseline.careFlows.find(({ flow }) => flow === 'stock');
	expect(stock?.flow === 'stock' && stock.children?.toNumber()).toBe(344);
});

// First and last year of age of each band.
const AGES = {
	'under-1': [0, 0],
	'1-4': [1, 4],
	'5-9': [5, 9],
	'10-15': [10, 15],
	'16-17': [16, 17]
};

test('the baseline expects what the forecast would, were the children of each band evenly spread over its ages', () => {
	const council = used(councilWith({ council: { firstYear: '2024/25' } }));
	const [nothing] = council.scenarios;
	if (nothing === undefined) throw new Error('There is no scenario.');
	const children = project(council, nothing).figures.get('care.children')?.values ?? [];
	const counts = countsOfWindow(kept);
	const opening = Object.values(AGES).flatMap(([first = 0, last = 0]) =>
		RETURN_TYPE_IDS.flatMap((type) => {
			const inBand = counts.closing.filter(
				(own) => own.type === type && first <= own.age && own.age <= last
			);
			const all = inBand.reduce((sum, own) => sum + own.children, 0);
			const years = last - first + 1;
			return Array.from({ length: years }, (_, i) => ({
				age: first + i,
				type,
				children: all / years,
				firstYear: 0
			}));
		})
	);
	const start = counts.window.to;
	const { series } = forecastCare({
		opening,
		rates: careRates(counts),
		start,
		until: start + 365
	});
	const expected = series.find(({ band, type }) => band === null && type === null)?.mean.at(-1);
	expect(Math.abs((children[0] ?? NaN) - (expected ?? NaN))).toBeLessThan(0.5);
});

test('records that said the same keep their ids, and numbers of other days stay', () => {
	const read = readCouncilText(readFileSync('scenarios/fernshire.json', 'utf8'));
	if (!read.ok) throw new Error('Fernshire cannot be read.');
	const ids = ({ baseline }: Council) => new Set(baseline.careFlows.map(({ id }) => id));
	const [before, after] = [ids(read.council), ids(used(read.council))];
	for (const id of ['stock-2025-03', 'stock-2026-06', 'entries-10-15-foster', 'exits-1-4-foster'])
		expect([before.has(id), after.has(id)]).toEqual([true, true]);
	expect(after.has('stock-2024-03-31')).toBe(true);
});

test('using the same window again changes nothing', () => {
	const council = used(councilWith({}));
	const use = usingSteps(council, kept, likelyTypes(council, kept));
	expect(use).toEqual({ ok: true, operations: [] });
});
