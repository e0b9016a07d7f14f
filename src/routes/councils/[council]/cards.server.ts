import type { Cookies } from '@sveltejs/kit';
import { CARDS, CARDS_COOKIE, type Cards } from '$lib/components/home/cards';
import { program, type Context } from '$lib/server/access/policy';
import { whoAdded } from '$lib/server/activity';
import { store } from '$lib/server/start';
import { wholeName } from './names';
import type { Asked } from './council.server';

/** True for a council that came with the program and is nobody's own. */
export function isExample(context: Context): boolean {
	return whoAdded(store(), context)?.id === program.id;
}

/** The cards of first steps in an example that have not been dismissed, and where they lead; null where there are none. */
export function cardsFor(
	event: { readonly cookies: Cookies; readonly url: URL },
	context: Context,
	{ council }: Asked
): Cards | null {
	if (!isExample(context)) return null;
	const [nothing, scenario] = council.scenarios.filter(({ archived }) => !archived);
	const [change] = scenario?.changes ?? [];
	if (nothing === undefined || scenario === undefined || change === undefined) return null;
	const isAnew = event.url.searchParams.get('cards') === 'show';
	const dismissed = isAnew ? [] : (event.cookies.get(CARDS_COOKIE) ?? '').split('.');
	const shown = CARDS.filter((card) => !dismissed.includes(card));
	if (shown.length === 0) return null;
	return {
		shown,
		figure: {
			id: 'cost.staffing',
			name: wholeName('cost.staffing'),
			year: council.council.firstYear
		},
		nothing: nothing.id,
		scenario: scenario.id,
		change: { id: change.id, title: change.title }
	};
}
