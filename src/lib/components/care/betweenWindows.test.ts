import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readReturn } from '$lib/exchange/ssda903/readReturn';
import {
	CARE_BANDS,
	careWindowOf,
	cleanReturn,
	parseDay,
	RETURN_TYPE_IDS,
	type CareWindow,
	type PublicCount
} from '$lib/model';
import { publicCounts, type ShownCounts } from './publicCounts';

const files = ['header', 'episodes', 'uasc'].map((name) => ({
	name: `${name}.csv`,
	bytes: new Uint8Array(readFileSync(`tests/golden/peer/datasets/syn_a/combined/${name}.csv`))
}));
const clean = cleanReturn(readReturn(files).rows);
const windowOf = (to: string, children: CareWindow['children'] = 'all'): CareWindow =>
	careWindowOf(clean, {
		window: { from: parseDay('2022-04-01') ?? 0, to: parseDay(to) ?? 0 },
		children,
		files: 3,
		rows: { headers: 0, episodes: 0, uasc: 0 },
		scores: []
	});

const whole = windowOf('2024-03-31');
const shorter = windowOf('2023-12-31');
const others = windowOf('2024-03-31', 'notUasc');

/** Hiding is slow for a test, so that what one window shows beside others is worked out once. */
const known = new Map<string, ShownCounts>();
function shownOf(kept: CareWindow, windows: readonly CareWindow[]): ShownCounts {
	const key = [kept, ...windows].map(({ children, to }) => `${children} ${to}`).join(' | ');
	const own = known.get(key) ?? publicCounts(kept, windows);
	known.set(key, own);
	return own;
}

/** Counts that two windows both have, by name: of what happened in them, and of the last day's children where that is one day. */
function countsIn(kept: CareWindow, shown: ShownCounts, isOneDay: boolean) {
	const found = new Map<string, PublicCount>();
	const reasons = [...new Set(kept.exits.map(({ reason }) => reason))].sort();
	const types = RETURN_TYPE_IDS.filter((type) => kept.closing.some((own) => own.type === type));
	const isOwn = (type: string) => type !== 'other' && !kept.merged.some((own) => own === type);
	for (const [b, band] of CARE_BANDS.entries()) {
		for (const [r, reason] of reasons.entries())
			found.set(`${reason} ${band}`, shown.reasons.cells[r]?.[b] ?? 0);
		found.set(`left ${band}`, shown.reasons.columnTotals?.[b] ?? 0);
		for (const r of [0, 1])
			found.set(`entry ${String(r)} ${band}`, shown.entries.cells[r]?.[b] ?? 0);
		for (const [t, type] of RETURN_TYPE_IDS.entries())
			if (isOwn(type)) found.set(`left ${band} ${type}`, shown.exitsByType.cells[b]?.[t] ?? 0);
		for (const [t, type] of types.entries())
			if (isOneDay && isOwn(type))
				found.set(`on the day ${band} ${type}`, shown.bands.cells[b]?.[t] ?? 0);
	}
	found.set('turned 18', shown.turned18.cells[0]?.[0] ?? 0);
	return found;
}

/** What a reader of both windows finds out: counts of which both are shown, and which differ by 1 to 5 children. */
function foundOut(
	pair: readonly [CareWindow, CareWindow],
	windows: readonly CareWindow[],
	isOneDay: boolean
) {
	const [one, other] = pair.map((own) =>
		countsIn(own, shownOf(own, windows.length === 0 ? [own] : windows), isOneDay)
	);
	return [...(one ?? [])].flatMap(([name, count]) => {
		const less = other?.get(name) ?? 'c';
		if (count === 'c' || less === 'c') return [];
		const difference = count - less;
		return difference > 0 && difference <= 5 ? [name] : [];
	});
}

describe('two windows that are kept', () => {
	test.each([
		['a longer and a shorter one', [whole, shorter], false],
		['all children, and those who do not seek asylum', [whole, others], true]
	] as const)('tell no small count by what they differ by: %s', (_, pair, isOneDay) => {
		// Each by itself would tell some.
		expect(foundOut(pair, [], isOneDay).length).toBeGreaterThan(0);
		expect(foundOut(pair, pair, isOneDay)).toEqual([]);
		// Hiding everything would be no answer.
		const left = [...countsIn(pair[0], shownOf(pair[0], pair), isOneDay).values()];
		expect(left.filter((count) => count !== 'c' && count > 5).length).toBeGreaterThan(5);
	});

	test('hide the same of what they both show', () => {
		const [one, other] = [whole, shorter].map((own) => shownOf(own, [whole, shorter]).flows);
		expect(one).toEqual(other);
	});
});
