import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openReturn } from '$lib/runner/returns/session';
import { forecastCare, parseDay } from '$lib/model';
import { countTable, publicTable } from './careTables';
import { outlookOf } from './outlook';

const files = ['header', 'episodes', 'uasc'].map((name) => ({
	name: `${name}.csv`,
	bytes: new Uint8Array(readFileSync(`tests/golden/peer/datasets/syn_a/combined/${name}.csv`))
}));

const kept = openReturn(files, () => undefined).count({
	from: '2022-04-01',
	to: '2024-03-31',
	children: 'all'
});

test('expected children by type are whole and add up to the whole number in all', () => {
	const { rows } = countTable(kept, 'types');
	const { days, all } = outlookOf(kept);
	const expected = days.flatMap((day, at) => (day > kept.to ? [at] : []));
	expect(expected.length).toBeGreaterThan(1);
	for (const at of expected)
		expect(rows.reduce((sum, { counts }) => sum + (counts[at] ?? NaN), 0)).toBe(
			Math.round(all.expected[at]?.mean ?? NaN)
		);
});

test('phases and providers are those of the window, and a choice moves what is expected', () => {
	const sumOf = (name: 'phases' | 'phaseExits' | 'providers') =>
		countTable(kept, name).rows.reduce(
			(all, { counts }) => all + counts.reduce((sum, count) => sum + count, 0),
			0
		);
	expect(sumOf('phases')).toBe(344);
	expect(sumOf('phaseExits')).toBe(kept.exits.reduce((all, { children }) => all + children, 0));
	// On average of the window there are some 344 children, each place rounded to whole ones.
	expect(Math.abs(sumOf('providers') - 344)).toBeLessThan(30);
	// One child of a provider is told to nobody else.
	expect(publicTable(countTable(kept, 'providers')).isHiding).toBe(true);
	const { rates, all } = outlookOf(kept, { exits: 'one-phase', entries: 'trend' });
	const { mean } = forecastCare({
		opening: kept.closing,
		rates,
		start: parseDay('2024-03-31') ?? 0,
		until: parseDay('2025-03-31') ?? 0,
		choice: { entries: 'trend' },
		draws: 2
	}).series.find(({ band, type }) => band === null && type === null) ?? { mean: [] };
	expect(all.expected[all.expected.length - 3]?.mean).toBeCloseTo(mean.at(-1) ?? NaN, 9);
	expect(all.expected.at(-1)?.mean).not.toBe(outlookOf(kept).all.expected.at(-1)?.mean);
});
