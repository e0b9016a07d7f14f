import { COST_PARTS } from '../figureList';
import { addendsOf, pairs } from '../figures';
import { isSame } from '../formula/value';
import { differenceOf } from '../ledger/series';
import type { Run } from '../run';
import type { Change } from '../scenario/change';

/** Money by year in pence, kept apart by what it is; NaN where it is blocked. */
export interface BridgeParts {
	/** Change of net cost outside placements and one-off costs. */
	readonly cashable: Float64Array;
	/** Change of placement cost: the demand line. */
	readonly avoidance: Float64Array;
	readonly oneOff: Float64Array;
	/** Change of capital spend less receipts: a bridge of its own, never added to the others. */
	readonly capital: Float64Array;
}

/** One step of the bridge: a change switched off or on, and what that does. Positive is dearer. */
export interface BridgeStep extends BridgeParts {
	readonly change: string;
	readonly title: string;
	readonly turn: 'off' | 'on';
	/** The three revenue parts together. */
	readonly net: Float64Array;
	readonly blockedBy: readonly string[];
}

/** The lists of changes between two scenarios: A's own off one by one from the last, then B's own on in order. */
export function bridgePath(
	a: readonly Change[],
	b: readonly Change[]
): readonly {
	readonly changes: readonly Change[];
	readonly moved: Change | null;
	readonly turn: 'off' | 'on';
}[] {
	const isIn = (change: Change, list: readonly Change[]): boolean =>
		list.some((other) => isSame(other, change));
	const path: { changes: readonly Change[]; moved: Change | null; turn: 'off' | 'on' }[] = [
		{ changes: a, moved: null, turn: 'off' }
	];
	let current = a;
	for (const change of [...a].reverse())
		if (!isIn(change, b)) {
			current = current.filter((other) => other !== change);
			path.push({ changes: current, moved: change, turn: 'off' });
		}
	for (const change of b)
		if (!isIn(change, a)) {
			// B's order holds among the changes that are on, so that the last step stands on B itself.
			const on = [...current, change];
			current = [
				...b.filter((candidate) => isIn(candidate, on)),
				...on.filter((candidate) => !isIn(candidate, b))
			];
			path.push({ changes: current, moved: change, turn: 'on' });
		}
	return path;
}

const CASHABLE = [
	...COST_PARTS.filter((figure) => figure !== 'cost.placements' && figure !== 'cost.oneOff').map(
		(figure) => [figure, 1] as const
	),
	['income.total', -1],
	['funding.total', -1]
] as const;

/** The figures that each part of a step adds up, with their sign. */
export const STEP_PARTS: Readonly<
	Record<keyof BridgeParts, readonly (readonly [string, 1 | -1])[]>
> = {
	cashable: CASHABLE,
	avoidance: [['cost.placements', 1]],
	oneOff: [['cost.oneOff', 1]],
	capital: [
		['capital.spend', 1],
		['capital.receipts', -1]
	]
};

/** What one step of the bridge does, line by line, between two runs. */
export function stepBetween(
	before: Run,
	after: Run,
	moved: Change,
	turn: 'off' | 'on'
): BridgeStep {
	const blanks = new Set<string>();
	const part = (figures: readonly (readonly [string, 1 | -1])[]): Float64Array => {
		const total = new Float64Array(before.context.years);
		for (const [figure, sign] of figures)
			for (const { a, b } of pairs(addendsOf(before, figure), addendsOf(after, figure)))
				for (let y = 0; y < total.length; y++) {
					const difference = differenceOf(a, b, y);
					total[y] = (total[y] ?? 0) + sign * difference.value;
					for (const blank of difference.blockedBy) blanks.add(blank);
				}
		return total;
	};
	const cashable = part(STEP_PARTS.cashable);
	const avoidance = part(STEP_PARTS.avoidance);
	const oneOff = part(STEP_PARTS.oneOff);
	const capital = part(STEP_PARTS.capital);
	return {
		change: moved.id,
		title: moved.title,
		turn,
		cashable,
		avoidance,
		oneOff,
		capital,
		net: cashable.map((pence, y) => pence + (avoidance[y] ?? 0) + (oneOff[y] ?? 0)),
		blockedBy: [...blanks].sort()
	};
}
