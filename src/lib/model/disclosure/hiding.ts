/** Counts of children up to this are not shown to anybody outside: 1 to 5, as the Department's statistics do it. */
const LARGEST_HIDDEN_COUNT = 5;

/** Steps after which a search gives up; then everything that hangs together with the count is hidden. */
const MOST_STEPS = 1500;

/**
 * What a search takes it to cost, in children, to bring one more line into balance. Within one table every walk has as
 * many lines open, and the cheapest is found; over several tables one that is cheap enough is.
 */
const COST_OF_A_LINE = 5;

/** A count in a line, by its place in the list of all counts, as a part of the sum (1) or against it (-1). */
export interface Term {
	readonly count: number;
	readonly sign: 1 | -1;
}

/** Counts that add up to 0: parts, and their total against them. */
export type Line = readonly Term[];

/** One more, or one less, of some counts, with what is still out of balance by it. */
interface Walk {
	/** What it would hide that is shown, in children. */
	readonly cost: number;
	readonly moved: ReadonlySet<number>;
	/** By line, how far it is from adding up to 0. */
	readonly open: ReadonlyMap<number, number>;
}

/** What is told elsewhere of the same children: counts that must be hidden with it, and counts that are known from it. */
export interface Elsewhere {
	readonly secret: ReadonlySet<number>;
	readonly known: ReadonlySet<number>;
}

const NOTHING_ELSE: Elsewhere = { secret: new Set(), known: new Set() };

/** Whether a count of children is too small to be shown to others by itself. */
export function isSmall(count: number): boolean {
	return count > 0 && count <= LARGEST_HIDDEN_COUNT;
}

/**
 * Says which counts to hide: those of 1 to 5, and as few and as small others as it finds so that none of them follows
 * from what is shown and from the lines that everybody knows to add up.
 *
 * A small count is safe when all could as well be otherwise: some counts one more, some one less, the small one among
 * them, every line still adding up, hidden counts 1 or more, and all that is shown as it is. The cheapest such walk says
 * what must be hidden beside it; what is hidden already costs nothing.
 */
export function hiddenCounts(
	counts: readonly number[],
	lines: readonly Line[],
	{ secret, known }: Elsewhere = NOTHING_ELSE
): readonly boolean[] {
	const isHidden = counts.map((count, at) => isSmall(count) || (count > 0 && secret.has(at)));
	const linesOf: { readonly line: number; readonly sign: 1 | -1 }[][] = counts.map(() => []);
	for (const [line, terms] of lines.entries())
		for (const { count, sign } of terms) linesOf[count]?.push({ line, sign });

	// A count of 0 is never hidden: whoever sees "c" knows that there is somebody.
	const canMove = (count: number, step: 1 | -1): boolean => {
		const own = counts[count] ?? 0;
		return own > 0 && (step > 0 || own >= 2) && !known.has(count);
	};

	const moving = (walk: Walk, count: number, step: 1 | -1): Walk => {
		const open = new Map(walk.open);
		for (const { line, sign } of linesOf[count] ?? []) {
			const left = (open.get(line) ?? 0) + sign * step;
			if (left === 0) open.delete(line);
			else open.set(line, left);
		}
		return {
			cost: walk.cost + (isHidden[count] ? 0 : (counts[count] ?? 0)),
			moved: new Set([...walk.moved, count]),
			open
		};
	};

	const cheapestWalk = (secret: number, first: 1 | -1): Walk | null => {
		if (!canMove(secret, first)) return null;
		const waiting = [moving({ cost: 0, moved: new Set(), open: new Map() }, secret, first)];
		const done = new Set<string>();
		for (let steps = 0; steps < MOST_STEPS; steps += 1) {
			const walk = takeFirst(waiting);
			if (walk === null) return null;
			const line = [...walk.open.keys()].sort((a, b) => a - b)[0];
			if (line === undefined) return walk;
			const state = [...walk.open].map(([own, left]) => `${own}:${left}`).sort();
			if (done.has(state.join())) continue;
			done.add(state.join());
			const left = walk.open.get(line) ?? 0;
			for (const { count, sign } of lines[line] ?? []) {
				const step = left * sign > 0 ? -1 : 1;
				if (!walk.moved.has(count) && canMove(count, step)) add(waiting, moving(walk, count, step));
			}
		}
		return null;
	};

	/** Everything that a line leads to from a count, and so on from there. */
	const hangingTogether = (secret: number): ReadonlySet<number> => {
		const found = new Set([secret]);
		for (const count of found)
			for (const { line } of linesOf[count] ?? [])
				for (const term of lines[line] ?? []) if (counts[term.count] !== 0) found.add(term.count);
		return found;
	};

	for (const secret of isHidden.flatMap((hidden, count) => (hidden ? [count] : []))) {
		const more = cheapestWalk(secret, 1);
		const fewer = more?.cost === 0 ? null : cheapestWalk(secret, -1);
		const cheapest = fewer !== null && (more === null || fewer.cost < more.cost) ? fewer : more;
		for (const count of cheapest?.moved ?? hangingTogether(secret)) isHidden[count] = true;
	}
	return isHidden;
}

/** The cheaper walk first, with what it has left to do; of two as cheap the shorter. */
function isBefore(one: Walk, other: Walk): boolean {
	const costs = [one, other].map(({ cost, open }) => cost + open.size * COST_OF_A_LINE);
	if (costs[0] !== costs[1]) return costs[0]! < costs[1]!;
	return one.moved.size < other.moved.size;
}

// The waiting walks are a binary heap: at a place p, none at 2p + 1 or 2p + 2 comes before it.
function add(waiting: Walk[], walk: Walk): void {
	let place = waiting.length;
	waiting.push(walk);
	while (place > 0) {
		const above = (place - 1) >> 1;
		if (!isBefore(walk, waiting[above]!)) break;
		waiting[place] = waiting[above]!;
		place = above;
	}
	waiting[place] = walk;
}

function takeFirst(waiting: Walk[]): Walk | null {
	const first = waiting[0];
	const last = waiting.pop();
	if (first === undefined || last === undefined) return null;
	if (waiting.length === 0) return first;
	let place = 0;
	for (;;) {
		let below = 2 * place + 1;
		if (below >= waiting.length) break;
		if (below + 1 < waiting.length && isBefore(waiting[below + 1]!, waiting[below]!)) below += 1;
		if (!isBefore(waiting[below]!, last)) break;
		waiting[place] = waiting[below]!;
		place = below;
	}
	waiting[place] = last;
	return first;
}
