import type { ReturnCounts } from '../estimate/counts';
import type { ReturnType } from '../estimate/types';

/** Counts with some placement types as part of other: a move between two of them is then no move. */
export function mergedCounts(counts: ReturnCounts, small: readonly ReturnType[]): ReturnCounts {
	if (small.length === 0) return counts;
	const merged = (type: ReturnType): ReturnType => (small.includes(type) ? 'other' : type);
	const typed = <Row extends { readonly type: ReturnType }>(rows: readonly Row[]): readonly Row[] =>
		rows.map((row) => ({ ...row, type: merged(row.type) }));
	return {
		...counts,
		before: summed(typed(counts.before), ['children', 'firstYear']),
		closing: summed(typed(counts.closing), ['children', 'firstYear']),
		exposures: summed(typed(counts.exposures), ['childDays']),
		moves: summed(
			counts.moves
				.map((move) => ({ ...move, from: merged(move.from), to: merged(move.to) }))
				.filter(({ from, to }) => from !== to),
			['children']
		),
		exits: summed(typed(counts.exits), ['children']),
		entries: summed(typed(counts.entries), ['first', 'again']),
		durations: summed(typed(counts.durations), ['exits', 'childDays']),
		providers: summed(typed(counts.providers), ['childDays'])
	};
}

/** Rows alike in all but their amounts as one row, with the sums of these. */
function summed<Row extends object>(
	rows: readonly Row[],
	amounts: readonly (keyof Row & string)[]
): readonly Row[] {
	const byKey = new Map<string, Record<string, unknown>>();
	for (const row of rows) {
		const fields = Object.entries(row) as [string, unknown][];
		const key = JSON.stringify(
			fields.filter(([name]) => !(amounts as readonly string[]).includes(name))
		);
		const before = byKey.get(key);
		if (before === undefined) byKey.set(key, Object.fromEntries(fields));
		else for (const name of amounts) before[name] = Number(before[name]) + Number(row[name]);
	}
	return [...byKey.values()] as unknown as readonly Row[];
}
