import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ReturnProgress } from './protocol';
import { openReturn } from './session';

const folder = 'tests/golden/peer/datasets/tiny/combined';
const file = (name: string) => ({
	name: `${name}.csv`,
	bytes: new Uint8Array(readFileSync(`${folder}/${name}.csv`))
});

test('what a page is told of files names files, rows and rules, and no child', () => {
	const told: ReturnProgress[] = [];
	const files = ['header', 'episodes', 'uasc'].map(file);
	const { report, count } = openReturn(files, (progress) => told.push(progress));
	const ids = new Set(
		readFileSync(`${folder}/header.csv`, 'utf8')
			.trim()
			.split('\n')
			.slice(1)
			.map((line) => line.split(',')[0] ?? '')
	);
	const { days } = report;
	if (days === null) throw new Error('The return has no days.');
	const kept = count({ from: days.from, to: days.to, children: 'all' });
	for (const text of [JSON.stringify(report), JSON.stringify(kept)])
		expect([...ids].filter((id) => text.includes(`"${id}"`))).toEqual([]);
	expect(ids.size).toBe(15);
	expect(report.rows).toEqual({ headers: 29, episodes: 40, uasc: 2 });
	expect(kept.files).toBe(3);
	// Reading rises from nothing, and cleaning comes last.
	const shares = told.map(({ share }) => share);
	expect(shares).toEqual([...shares].sort((a, b) => a - b));
	expect(told.at(-1)?.step).toBe('cleaning');
});

test('files without an episode of a known child have no days, and no window can be counted', () => {
	const { report, count } = openReturn([file('header')], () => undefined);
	expect(report.days).toBeNull();
	expect(() => count({ from: '2023-04-01', to: '2024-03-31', children: 'all' })).toThrow(
		'A window was asked'
	);
});

test('a file with a mistake is told by row, column and value, and the others are read', () => {
	const episodes = readFileSync(`${folder}/episodes.csv`, 'utf8').replace(
		/\d{4}-\d{2}-\d{2}/,
		'2023-13-01'
	);
	const bad = { name: 'episodes.csv', bytes: new TextEncoder().encode(episodes) };
	const { report } = openReturn([file('header'), bad], () => undefined);
	expect(report.problems[0]?.place).toBe('episodes.csv row 2, DECOM');
	expect(report.problems[0]?.message).toContain("'2023-13-01' is not a date");
	expect(report.rows).toEqual({ headers: 29, episodes: 0, uasc: 0 });
});

test('a window is scored on years held back where the files go back far enough, from a window as long', () => {
	const large = 'tests/golden/peer/datasets/syn_a/combined';
	const files = ['header', 'episodes', 'uasc'].map((name) => ({
		name: `${name}.csv`,
		bytes: new Uint8Array(readFileSync(`${large}/${name}.csv`))
	}));
	const shares: number[] = [];
	const wanted = { from: '2022-04-01', to: '2024-03-31', children: 'all' as const };
	const { scores } = openReturn(files, () => undefined).count(wanted, (share) =>
		shares.push(share)
	);
	const all = scores.filter(({ group, dates }) => group === 'all' && dates === 'quarterEnds');
	expect(all.map(({ years, method, figures }) => [years, method, figures])).toEqual([
		[1, 'continuous', 4],
		[1, 'daily', 4],
		[2, 'continuous', 8],
		[2, 'daily', 8],
		[3, 'continuous', 12],
		[3, 'daily', 12]
	]);
	expect(shares[0]).toBe(0);

	// Of two years there is one to learn from before the last, and none before the last two.
	const short = openReturn(['header', 'episodes', 'uasc'].map(file), () => undefined);
	const { days } = short.report;
	if (days === null) throw new Error('The return has no days.');
	const held = short.count({ ...days, children: 'all' }).scores.map(({ years }) => years);
	expect([...new Set(held)]).toEqual([1]);
});
