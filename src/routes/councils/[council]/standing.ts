import { standing as words } from '$lib/messages/standing';
import { areOnOne, isOnNewest, rebaseOf, standsOn, type Council, type Scenario } from '$lib/model';

/** That a scenario stands on an older baseline, in words. */
export interface StandingView {
	readonly sentence: string;
}

/** That a scenario stands on an older baseline, and how many of its changes the newest affects; null where it is on the newest. */
export function standingView(council: Council, scenario: Scenario): StandingView | null {
	const rebase = rebaseOf(council, scenario);
	return rebase === null ? null : { sentence: words.note(rebase.from, rebase.to, rebase) };
}

/** Which baseline a scenario stands on, as a part of a sentence. */
export function standingWords(council: Council, scenario: Scenario): string {
	const agreed = standsOn(council, scenario);
	return agreed === null ? words.onPresent(scenario.title) : words.onAgreed(scenario.title, agreed);
}

interface Named {
	readonly id: string;
	readonly title: string;
}

/** Why scenarios cannot be set side by side, and what can be done about it. */
export interface Apart {
	readonly sentence: string;
	/** Those that can be re-based. */
	readonly older: readonly Named[];
	/** Those that can be compared with the first scenario alone. */
	readonly pairs: readonly { readonly ids: readonly string[]; readonly title: string }[];
}

/** Why scenarios cannot be set side by side: they stand on different baselines; null where they can. */
export function apartIn(council: Council, scenarios: readonly Scenario[]): Apart | null {
	const first = council.scenarios[0];
	const others = scenarios.filter((scenario) => scenario !== first);
	const [one] = others;
	if (one === undefined || others.every((scenario) => areOnOne(council, one, scenario)))
		return null;
	return {
		sentence: words.apart(others.map((scenario) => standingWords(council, scenario))),
		older: others
			.filter((scenario) => !isOnNewest(council, scenario))
			.map(({ id, title }) => ({ id, title })),
		pairs: others.map(({ id, title }) => ({ ids: [first?.id ?? '', id], title }))
	};
}
