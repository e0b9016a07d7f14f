import type { Council, Scenario } from '$lib/model';

const MOST = 5;

/** The scenarios that an address compares, the comparator first: those asked for, filled up to two from the list. */
export function chosenScenarios(council: Council, asked: readonly string[]): readonly Scenario[] {
	const found = [...new Set(asked)].flatMap(
		(id) => council.scenarios.find((scenario) => scenario.id === id) ?? []
	);
	const others = council.scenarios.filter((scenario) => !found.includes(scenario));
	// A lone choice other than the first is compared with "If we change nothing", which always exists.
	const [nothing] = others;
	if (found.length === 1 && nothing === council.scenarios[0] && nothing !== undefined)
		return [nothing, ...found];
	return [...found, ...others.slice(0, Math.max(0, 2 - found.length))].slice(0, MOST);
}
