import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readReturn } from '$lib/exchange/ssda903/readReturn';
import {
	careWindowOf,
	cleanReturn,
	forecastCare,
	parseDay,
	type CareWindow,
	type PublicCount,
	type PublicCounts
} from '$lib/model';
import { countTable } from './careTables';
import { outlookOf } from './outlook';
import { publicCounts } from './publicCounts';

const windows = new Map<string, CareWindow>();

function keptOf(folder: string, from: string): CareWindow {
	const known = windows.get(folder);
	if (known !== undefined) return known;
	const files = ['header', 'episodes', 'uasc'].map((name) => ({
		name: `${name}.csv`,
		bytes: new Uint8Array(readFileSync(`tests/golden/peer/datasets/${folder}/combined/${name}.csv`))
	}));
	const kept = careWindowOf(cleanReturn(readReturn(files).rows), {
		window: { from: parseDay(from) ?? 0, to: parseDay('2024-03-31') ?? 0 },
		children: 'all',
		files: 3,
		rows: { headers: 0, episodes: 0, uasc: 0 },
		scores: []
	});
	windows.set(folder, kept);
	return kept;
}

test('expected children by type are whole and add up to the whole number in all', () => {
	const kept = keptOf('syn_a', '2022-04-01');
	const { rows } = countTable(kept, 'types', [kept]);
	const { days, all } = outlookOf(kept);
	const expected = days.flatMap((day, at) => (day > kept.to ? [at] : []));
	expect(expected.length).toBeGreaterThan(1);
	for (const at of expected)
		expect(rows.reduce((sum, { counts }) => sum + (counts[at] ?? NaN), 0)).toBe(
			Math.round(all.expected[at]?.mean ?? NaN)
		);
});

test('phases and providers are those of the window, and a choice moves what is expected', () => {
	const kept = keptOf('syn_a', '2022-04-01');
	const sumOf = (name: 'phases' | 'phaseExits' | 'providers') =>
		countTable(kept, name, [kept]).rows.reduce(
			(all, { counts }) => all + counts.reduce((sum, count) => sum + count, 0),
			0
		);
	expect(sumOf('phases')).toBe(344);
	expect(sumOf('phaseExits')).toBe(kept.exits.reduce((all, { children }) => all + children, 0));
	// On average of the window there are some 344 children, each place rounded to whole ones.
	expect(Math.abs(sumOf('providers') - 344)).toBeLessThan(30);
	// One child of a provider is told to nobody else.
	expect(countTable(kept, 'providers', [kept]).shown.isHiding).toBe(true);
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

/** What a reader who has all tables finds by taking counts off sums, as long as a sum has one count that is not known. */
function foundOut(
	sums: readonly (readonly (readonly [sign: number, count: string])[])[],
	said: ReadonlyMap<string, PublicCount>
) {
	const known = new Map([...said].filter(([, count]) => count !== 'c'));
	for (;;) {
		const next = sums.find((terms) => terms.filter(([, count]) => !known.has(count)).length === 1);
		if (next === undefined) return [...known.keys()].filter((count) => said.get(count) === 'c');
		const open = next.find(([, count]) => !known.has(count)) ?? [1, ''];
		const rest = next.reduce((all, [sign, count]) => all + sign * Number(known.get(count) ?? 0), 0);
		known.set(open[1], -rest / open[0]);
	}
}

test.each([
	['tiny', '2023-04-01'],
	['syn_a', '2022-04-01']
])('what the tables of %s hide is not found out by taking one from another', (folder, from) => {
	const kept = keptOf(folder, from);
	const said = new Map<string, PublicCount>();
	const sums: (readonly [number, string])[][] = [];
	const tell = (name: string, { cells, rowTotals, columnTotals, total }: PublicCounts) => {
		for (const [r, row] of cells.entries()) {
			for (const [c, count] of row.entries()) said.set(`${name} ${r} ${c}`, count);
			if (rowTotals !== null)
				sums.push([
					...row.map((_, c) => [1, `${name} ${r} ${c}`] as const),
					[-1, `${name} ${r} all`]
				]);
			said.set(`${name} ${r} all`, rowTotals?.[r] ?? 'c');
		}
		for (const [c, count] of (columnTotals ?? []).entries()) {
			said.set(`${name} all ${c}`, count);
			sums.push([
				...cells.map((_, r) => [1, `${name} ${r} ${c}`] as const),
				[-1, `${name} all ${c}`]
			]);
		}
		if (total === null) return;
		said.set(`${name} all all`, total);
		sums.push(
			[...cells.map((_, r) => [1, `${name} ${r} all`] as const), [-1, `${name} all all`]],
			[
				...(columnTotals ?? []).map((_, c) => [1, `${name} all ${c}`] as const),
				[-1, `${name} all all`]
			]
		);
	};
	const shown = publicCounts(kept, [kept]);
	for (const [name, own] of Object.entries(shown)) tell(name, own);
	// Children of the last day by type, and those who left by age, stand in two tables each.
	const types = countTable(kept, 'types', [kept]);
	const last = types.columns.indexOf('31 March 2024');
	const ages = countTable(kept, 'ages', [kept]);
	for (const [row, { label }] of types.rows.entries()) {
		const column = ages.columns.indexOf(label);
		if (column >= 0)
			sums.push([
				[1, `types ${row} ${last}`],
				[-1, `ages all ${column}`]
			]);
	}
	sums.push([
		[1, `types all ${last}`],
		[-1, 'ages all all']
	]);
	for (const [band, row] of shown.exitsByType.cells.entries())
		sums.push([
			...row.map((_, c) => [1, `exitsByType ${band} ${c}`] as const),
			[-1, `reasons all ${band}`]
		]);
	expect([...said.values()].filter((count) => count === 'c').length).toBeGreaterThan(10);
	expect(foundOut(sums, said)).toEqual([]);
	// Both tables say the same of the same children.
	for (const [row, { label }] of types.rows.entries()) {
		const column = ages.columns.indexOf(label);
		if (column >= 0) expect(said.get(`types ${row} ${last}`)).toBe(said.get(`ages all ${column}`));
	}
});
