import { openingOf } from '../opening.server';
import type { LayoutServerLoad } from './$types';

/** The council as the pages of the baseline start from it, and who would agree it on which day. */
export const load = ((event) => ({
	opening: openingOf(event, null),
	person: event.locals.user.name,
	today: new Date().toISOString().slice(0, 10)
})) satisfies LayoutServerLoad;
