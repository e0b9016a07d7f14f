import { error } from '@sveltejs/kit';
import { houseOf, type House } from '$lib/format';
import { en as text } from '$lib/messages/en';
import { standing } from '$lib/messages/standing';
import {
	alongside,
	areOnOne,
	compare,
	project,
	scenarioOf,
	type Comparison,
	type Council,
	type Projection,
	type Scenario
} from '$lib/model';
import { contextOf, type Context } from '$lib/server/access/policy';
import { loadState } from '$lib/server/councils';
import { keepTotals } from '$lib/server/scenarioFigures';
import { store } from '$lib/server/start';
import { apartIn, standingWords } from './standing';

/** A council as a page asks for it: which one, and whether assumption packs fill its blanks. */
export interface Asked {
	readonly council: Council;
	readonly packs: boolean;
	readonly house: House;
	/** Who asks, and the revision that the council is at. */
	readonly context: Context;
	readonly revision: number;
}

const projections = new WeakMap<Council, Map<string, Projection>>();

/** The council that a page's address names, and whether its packs are on. */
export function askedFor(event: {
	readonly locals: App.Locals;
	readonly params: { readonly council: string };
	readonly url: URL;
}): Asked {
	const context = contextOf(event);
	const state = loadState(store(), context);
	if (state === null) error(404, text.errors.noCouncil(event.params.council));
	return {
		...state,
		context,
		packs: event.url.searchParams.get('packs') !== 'off',
		house: houseOf(state.council.council)
	};
}

/** The scenario that an address names. */
export function scenarioAskedFor(council: Council, id: string): Scenario {
	const scenario = scenarioOf(council, id);
	if (scenario === undefined) error(404, text.errors.noScenario(id));
	return scenario;
}

/**
 * The scenario as a page that compares it showed it: "If we change nothing" stands on whichever agreed baseline the other
 * one did, which the address of each of its figures says.
 */
export function standingAskedFor(
	council: Council,
	scenario: Scenario,
	baseline: string | null
): Scenario {
	if (baseline === null || scenario.id !== council.scenarios[0]?.id) return scenario;
	if (council.agreed.every(({ id }) => id !== baseline)) error(404, standing.noBaseline(baseline));
	return { ...scenario, baseline };
}

/** The projection of a scenario, computed once for as long as the council stays as it is. */
export function projectionOf(asked: Asked, scenario: Scenario): Projection {
	const { council, packs } = asked;
	let kept = projections.get(council);
	if (kept === undefined) {
		kept = new Map();
		projections.set(council, kept);
	}
	const key = `${packs ? 'on' : 'off'} ${scenario.id} ${scenario.baseline ?? ''}`;
	let projection = kept.get(key);
	if (projection === undefined) {
		projection = project(council, scenario, { packs, terms: council.council.style.terms });
		kept.set(key, projection);
		keep(asked, projection);
	}
	return projection;
}

/** Keeps the totals of a scenario as it is stored, with its packs, to tell what a later engine makes otherwise. */
function keep({ council, packs, context, revision }: Asked, projection: Projection): void {
	if (packs && council.scenarios.includes(projection.scenario))
		keepTotals(store(), context, revision, projection);
}

/** Two scenarios of a council compared line by line; a page that cannot offer to re-base one ends here where they differ in their baseline. */
export function comparisonOf(asked: Asked, a: Scenario, b: Scenario): Comparison {
	const { council, packs } = asked;
	if (!areOnOne(council, a, b))
		error(409, standing.apart([standingWords(council, a), standingWords(council, b)]));
	const comparison = compare(council, a, b, {
		packs,
		terms: council.council.style.terms,
		previous: projectionOf(asked, alongside(council, a, b))
	});
	keep(asked, comparison.b);
	return comparison;
}

/** Scenarios of a council side by side, each projected on the baseline that they share. */
export function together(asked: Asked, scenarios: readonly Scenario[]): readonly Projection[] {
	const apart = apartIn(asked.council, scenarios);
	if (apart !== null) error(409, apart.sentence);
	return scenarios.map((scenario) => {
		const other = scenarios.find((own) => own !== scenario) ?? scenario;
		return projectionOf(asked, alongside(asked.council, scenario, other));
	});
}
