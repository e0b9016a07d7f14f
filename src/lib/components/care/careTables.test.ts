import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openReturn } from '$lib/runner/returns/session';
import { countTable } from './careTables';
import { outlookOf } from './outlook';

test('expected children by type are whole and add up to the whole number in all', () => {
	const files = ['header', 'episodes', 'uasc'].map((name) => ({
		name: `${name}.csv`,
		bytes: new Uint8Array(readFileSync(`tests/golden/peer/datasets/syn_a/combined/${name}.csv`))
	}));
	const { count } = openReturn(files, () => undefined);
	const kept = count({ from: '2022-04-01', to: '2024-03-31', children: 'all' });
	const { rows } = countTable(kept, 'types');
	const { days, all } = outlookOf(kept);
	const expected = days.flatMap((day, at) => (day > kept.to ? [at] : []));
	expect(expected.length).toBeGreaterThan(1);
	for (const at of expected)
		expect(rows.reduce((sum, { counts }) => sum + (counts[at] ?? NaN), 0)).toBe(
			Math.round(all.expected[at]?.mean ?? NaN)
		);
});
