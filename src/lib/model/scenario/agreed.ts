import { isSame } from '../edit/jsonPath';
import { encodeRow } from '../edit/rows';
import { KINDS } from '../records/kinds';
import type { AgreedBaseline, Council, Scenario } from './file';

type Standing = Pick<Council, 'facts' | 'packs' | 'baseline'>;

const known = new WeakMap<Council, AgreedBaseline | null>();

/**
 * The agreed baseline that the baseline still is as it stands now, which is therefore locked; null where it has been
 * edited since the latest was agreed, or none ever was.
 */
export function agreedNow(council: Council): AgreedBaseline | null {
	let found = known.get(council);
	if (found === undefined) {
		const latest = council.agreed.at(-1);
		found = latest !== undefined && isAlike(latest, council) ? latest : null;
		known.set(council, found);
	}
	return found;
}

/** The agreed baseline that a scenario stands on; null for the baseline as it is now where that is not an agreed one. */
export function standsOn(
	council: Council,
	{ baseline }: Pick<Scenario, 'baseline'>
): AgreedBaseline | null {
	return baseline === null
		? agreedNow(council)
		: (council.agreed.find(({ id }) => id === baseline) ?? null);
}

/** True where a scenario stands on the newest baseline: the one that was agreed last, or what it has become since. */
export function isOnNewest(council: Council, scenario: Pick<Scenario, 'baseline'>): boolean {
	return scenario.baseline === null || standsOn(council, scenario) === agreedNow(council);
}

/** True where two scenarios can be compared: both stand on one baseline, which "If we change nothing" does with any other. */
export function areOnOne(council: Council, a: Scenario, b: Scenario): boolean {
	const first = council.scenarios[0]?.id;
	return a.id === first || b.id === first || standsOn(council, a) === standsOn(council, b);
}

/** True where a baseline says just what another does, row by row. */
export function isAlike(one: Standing, other: Standing): boolean {
	return (
		areAlike('facts', one.facts, other.facts) &&
		areAlike('packs', one.packs, other.packs) &&
		KINDS.every((kind) => areAlike(`records/${kind}`, one.baseline[kind], other.baseline[kind]))
	);
}

function areAlike(
	list: string,
	one: readonly { readonly id: string }[],
	other: readonly { readonly id: string }[]
): boolean {
	if (one === other) return true;
	return (
		one.length === other.length &&
		one.every((entry, i) => {
			const own = other[i];
			return (
				own !== undefined && (entry === own || isSame(encodeRow(list, entry), encodeRow(list, own)))
			);
		})
	);
}
