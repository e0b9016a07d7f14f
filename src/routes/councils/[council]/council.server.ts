import { error } from '@sveltejs/kit';
import { houseOf, type House } from '$lib/format';
import { en as text } from '$lib/messages/en';
import {
	compare,
	project,
	scenarioOf,
	type Comparison,
	type Council,
	type Projection,
	type Scenario
} from '$lib/model';
import { contextOf } from '$lib/server/access/policy';
import { loadCouncil } from '$lib/server/councils';
import { store } from '$lib/server/start';

/** A council as a page asks for it: which one, and whether assumption packs fill its blanks. */
export interface Asked {
	readonly council: Council;
	readonly packs: boolean;
	readonly house: House;
}

const projections = new WeakMap<Council, Map<string, Projection>>();

/** The council that a page's address names, and whether its packs are on. */
export function askedFor(event: {
	readonly locals: App.Locals;
	readonly params: { readonly council: string };
	readonly url: URL;
}): Asked {
	const council = loadCouncil(store(), contextOf(event));
	if (council === null) error(404, text.errors.noCouncil(event.params.council));
	return {
		council,
		packs: event.url.searchParams.get('packs') !== 'off',
		house: houseOf(council.council)
	};
}

/** The scenario that an address names. */
export function scenarioAskedFor(council: Council, id: string): Scenario {
	const scenario = scenarioOf(council, id);
	if (scenario === undefined) error(404, text.errors.noScenario(id));
	return scenario;
}

/** The projection of a scenario, computed once for as long as the council stays as it is. */
export function projectionOf({ council, packs }: Asked, scenario: Scenario): Projection {
	let kept = projections.get(council);
	if (kept === undefined) {
		kept = new Map();
		projections.set(council, kept);
	}
	const key = `${packs ? 'on' : 'off'} ${scenario.id}`;
	let projection = kept.get(key);
	if (projection === undefined) {
		projection = project(council, scenario, { packs, terms: council.council.style.terms });
		kept.set(key, projection);
	}
	return projection;
}

/** Two scenarios of a council compared line by line. */
export function comparisonOf(asked: Asked, a: Scenario, b: Scenario): Comparison {
	return compare(asked.council, a, b, {
		packs: asked.packs,
		terms: asked.council.council.style.terms,
		previous: projectionOf(asked, a)
	});
}
