import { COST_PARTS } from '../figures/figureList';
import { addendsOf, pairs } from '../figures/addends';
import { isSame } from '../formula/value';
import { differenceOf } from '../ledger/series';
import type { Run } from '../run/run';
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
	const [kept, keptInB] = sharedInOrder(a, b);
	const path: { changes: readonly Change[]; moved: Change | null; turn: 'off' | 'on' }[] = [
		{ changes: a, moved: null, turn: 'off' }
	];
	let current = a;
	for (const change of [...a].reverse())
		if (!kept.includes(change)) {
			current = current.filter((other) => other !== change);
			path.push({ changes: current, moved: change, turn: 'off' });
		}
	const on = new Set(keptInB);
	for (const change of b)
		if (!keptInB.includes(change)) {
			// B's order holds among the changes that are on, so that the last step stands on B itself.
			on.add(change);
			current = b.filter((candidate) => on.has(candidate));
			path.push({ changes: current, moved: change, turn: 'on' });
		}
	return path;
}

/** The changes that two lists share, as each holds them; one that stands elsewhere in the other list is not shared. */
function sharedInOrder(
	a: readonly Change[],
	b: readonly Change[]
): readonly [readonly Change[], readonly Change[]] {
	const shared: [Change[], Change[]] = [[], []];
	let from = 0;
	for (const change of a) {
		const at = b.findIndex((other, i) => i >= from && isSame(other, change));
		const other = b[at];
		if (other === undefined) continue;
		shared[0].push(change);
		shared[1].push(other);
		from = at + 1;
	}
	return shared;
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
