import type { LayoutServerLoad } from './$types';
import { listCouncils } from '$lib/server/councils';
import { store } from '$lib/server/start';
import { askedFor } from './council.server';

/** The council in which every kind of record is filled, for whoever wants to see what an empty page is for. */
const FILLED = 'fernshire';

/** What every page of a council shows: who it is, whether it is invented, and which packs fill its blanks. */
export const load = ((event) => {
	const { url } = event;
	const { council, packs } = askedFor(event);
	const { id, name, invented, firstYear, style } = council.council;
	return {
		place: { council: id, packs },
		council: { id, name, invented, firstYear, style },
		example:
			id === FILLED || !listCouncils(store(), event.locals.user).some((own) => own.id === FILLED)
				? null
				: { council: FILLED, packs: true },
		packTitles: council.packs.map(({ title }) => title),
		here: `${url.pathname}${withoutPacks(url)}`
	};
}) satisfies LayoutServerLoad;

/** The query of an address without its choice of packs. */
function withoutPacks(url: URL): string {
	const query = new URLSearchParams(url.searchParams);
	query.delete('packs');
	return query.size === 0 ? '' : `?${query.toString()}`;
}
