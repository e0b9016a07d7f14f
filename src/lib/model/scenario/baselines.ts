import type { Council, Scenario } from './file';

const views = new WeakMap<Council, Map<string, Council>>();

/** The council as a scenario sees it: with the facts, packs and records of the agreed baseline that the scenario stands on. */
export function standingUnder(council: Council, { baseline }: Pick<Scenario, 'baseline'>): Council {
	const agreed = council.agreed.find(({ id }) => id === baseline);
	if (agreed === undefined) return council;
	let known = views.get(council);
	if (known === undefined) {
		known = new Map();
		views.set(council, known);
	}
	let view = known.get(agreed.id);
	if (view === undefined) {
		const { facts, packs, baseline: records } = agreed;
		view = { ...council, facts, packs, baseline: records };
		known.set(agreed.id, view);
	}
	return view;
}

/** "If we change nothing" on the baseline that another scenario stands on, so that the two can be compared. */
export function alongside(council: Council, scenario: Scenario, other: Scenario): Scenario {
	const isFirst = scenario.id === council.scenarios[0]?.id;
	return isFirst && scenario.baseline !== other.baseline
		? { ...scenario, baseline: other.baseline }
		: scenario;
}
