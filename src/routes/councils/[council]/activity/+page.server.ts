import { activity as words } from '$lib/messages/activity';
import { contextOf } from '$lib/server/access/policy';
import { brokenEntry, listActivity, listAuthors } from '$lib/server/activity';
import { store } from '$lib/server/start';
import { activityRows } from '../activityRows';
import { askedFor } from '../council.server';
import type { PageServerLoad } from './$types';

const PAGE = 25;
const MOST_LINES = 200;
// No id begins with a hyphen, so no scenario is called that.
const BASELINE = '-';

/** One page of who did what in a council, newest first, of all or of one history or person. */
export const load = ((event) => {
	const { council } = askedFor(event);
	const context = contextOf(event);
	const query = event.url.searchParams;
	const scenario = query.get('scenario') ?? '';
	const person = query.get('person') ?? '';
	const before = Number(query.get('before') ?? '');
	const found = listActivity(store(), context, {
		// One more than is shown tells whether there are older ones.
		limit: PAGE + 1,
		...(Number.isSafeInteger(before) && before > 0 ? { before } : {}),
		...(scenario === '' ? {} : { scenario: scenario === BASELINE ? null : scenario }),
		...(person === '' ? {} : { person })
	});
	const shown = found.slice(0, PAGE);
	return {
		title: words.title,
		scenario,
		person,
		isFirst: before <= 0,
		older: found.length > PAGE ? (shown.at(-1)?.revision ?? null) : null,
		rows: activityRows(council, shown, MOST_LINES),
		people: listAuthors(store(), context),
		histories: [
			{ id: BASELINE, title: words.baseline },
			...council.scenarios.map(({ id, title }) => ({ id, title }))
		],
		chain: query.get('check') === 'chain' ? { broken: brokenEntry(store(), context.user) } : null
	};
}) satisfies PageServerLoad;
