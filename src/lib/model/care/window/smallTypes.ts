import { spellsOf, type Spell } from '../daily/spells';
import type { Window } from '../daily/estimate';
import type { DailyCategory, Whereabouts } from '../daily/states';
import { stretchesOf } from '../estimate/episodes';
import type { ReturnType } from '../estimate/types';
import type { Child, CleanReturn } from '../return/clean';

/** The fewest children of which a type of placement is told by itself: statistics of children hide 1 to 5. */
const FEWEST_CHILDREN = 6;

/** Part of a child's time in care, of which a group such as a placement type is known. */
interface Part<Group> {
	readonly group: Group;
	readonly child: Child;
	readonly start: number;
	readonly end: number | null;
}

/** The placement types with too few children in a window to be told apart: what they count goes to other. */
export function smallTypes(clean: CleanReturn, window: Window): readonly ReturnType[] {
	const parts = stretchesOf(clean).map(({ type, child, start, end }) => ({
		group: type,
		child,
		start,
		end
	}));
	return smallGroups<ReturnType>(parts, window, 'other');
}

/** The categories of the daily method with too few children in a window. */
export function smallCategories(clean: CleanReturn, window: Window): readonly DailyCategory[] {
	const parts = spellsOf(clean).map(({ category, stay, start, end }) => ({
		group: category,
		child: stay.child,
		start,
		end
	}));
	return smallGroups<DailyCategory>(parts, window, 'Other');
}

/** The spells of the daily method with small categories as part of Other. */
export function withoutCategories(
	spells: readonly Spell[],
	small: readonly DailyCategory[]
): readonly Spell[] {
	const merged = <W extends Whereabouts>(whereabouts: W): W | 'Other' =>
		(small as readonly Whereabouts[]).includes(whereabouts) ? 'Other' : whereabouts;
	return spells.map((spell) => ({
		...spell,
		category: merged(spell.category),
		line: small.includes(spell.category) ? 'Other' : spell.line,
		before: merged(spell.before),
		after: spell.after === null ? null : merged(spell.after)
	}));
}

function smallGroups<Group>(
	parts: readonly Part<Group>[],
	{ from, to }: Window,
	rest: Group
): readonly Group[] {
	const children = new Map<Group, Set<Child>>();
	for (const { group, child, start, end } of parts)
		if (start <= to && (end === null || end >= from))
			children.set(group, (children.get(group) ?? new Set()).add(child));
	const others = [...children]
		.filter(([group]) => group !== rest)
		.sort(([, a], [, b]) => a.size - b.size);
	const small: Group[] = [];
	const inRest = new Set(children.get(rest));
	for (const [group, own] of others) {
		// The next smallest goes with them where the rest alone would still tell of too few.
		const isRestSmall = inRest.size > 0 && inRest.size < FEWEST_CHILDREN;
		if (own.size >= FEWEST_CHILDREN && !isRestSmall) break;
		small.push(group);
		for (const child of own) inRest.add(child);
	}
	return small;
}
