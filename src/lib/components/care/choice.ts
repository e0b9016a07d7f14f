import type { ModelChoice } from '$lib/model';

/** Which of the possible models a page shows: what an address says of exits and entries. */
export interface OutlookChoice {
	readonly exits: 'one-phase' | 'two-phase';
	readonly entries: 'window' | 'trend';
}

/** What is meant where an address says nothing. */
export const USUAL_CHOICE: OutlookChoice = { exits: 'one-phase', entries: 'window' };

/** The model that an address asks for. */
export function choiceAsked(query: URLSearchParams): OutlookChoice {
	return {
		exits: query.get('exits') === 'two-phase' ? 'two-phase' : 'one-phase',
		entries: query.get('entries') === 'trend' ? 'trend' : 'window'
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

/** The choice as the forecast takes it. */
export function modelChoice({ exits, entries }: OutlookChoice): ModelChoice {
	return { exits: exits === 'two-phase' ? 'twoPhase' : 'onePhase', entries };
}
