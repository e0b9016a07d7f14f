import { daysOfWindow, populationLacks, type CareWindow, type ModelChoice } from '$lib/model';
import { yearEndsAhead } from '$lib/runner/costs/session';

/** Which of the possible models a page shows: what an address says of exits and entries. */
export interface OutlookChoice {
	readonly exits: 'one-phase' | 'two-phase';
	readonly entries: 'window' | 'trend' | 'population';
}

/** What is meant where an address says nothing. */
export const USUAL_CHOICE: OutlookChoice = { exits: 'one-phase', entries: 'window' };

/** The model that an address asks for; entries follow a population only where the window's is all there. */
export function choiceAsked(query: URLSearchParams, kept: CareWindow | null): OutlookChoice {
	const entries = query.get('entries');
	const follows = entries === 'population' && kept !== null && missingPopulation(kept).length === 0;
	return {
		exits: query.get('exits') === 'two-phase' ? 'two-phase' : 'one-phase',
		entries: follows ? 'population' : entries === 'trend' ? 'trend' : 'window'
	};
}

/** The words of a choice in an address; nothing for what is meant anyway. */
export function choiceQuery({
	exits,
	entries
}: OutlookChoice): readonly (readonly [name: string, value: string])[] {
	return [
		...(exits === USUAL_CHOICE.exits ? [] : [['exits', exits] as const]),
		...(entries === USUAL_CHOICE.entries ? [] : [['entries', entries] as const])
	];
}

/** The choice as the forecast of a window takes it. */
export function modelChoice({ exits, entries }: OutlookChoice, kept: CareWindow): ModelChoice {
	return {
		exits: exits === 'two-phase' ? 'twoPhase' : 'onePhase',
		entries:
			entries === 'population' ? { population: kept.parameters?.child_population ?? {} } : entries
	};
}

/** What the child population of a window lacks for entries to follow it: an age band and a financial year each. */
export function missingPopulation(kept: CareWindow): ReturnType<typeof populationLacks> {
	const { to } = daysOfWindow(kept);
	const until = yearEndsAhead(kept).at(-1) ?? to;
	return populationLacks(kept.parameters?.child_population ?? {}, to, to, until);
}
