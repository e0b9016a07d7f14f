import { error, json } from '@sveltejs/kit';
import { en as text } from '$lib/messages/en';
import { writeCouncil } from '$lib/model';
import { contextOf } from '$lib/server/access/policy';
import { loadState } from '$lib/server/councils';
import { store } from '$lib/server/start';
import type { RequestHandler } from './$types';

/** The whole council as its file holds it, and the revision that it is at. */
export const GET: RequestHandler = (event) => {
	const state = loadState(store(), contextOf(event));
	if (state === null) error(404, text.errors.noCouncil(event.params.council));
	return json({ revision: state.revision, file: writeCouncil(state.council) });
};
