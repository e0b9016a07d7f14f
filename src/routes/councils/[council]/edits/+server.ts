import { error, json } from '@sveltejs/kit';
import { editRequest } from '$lib/exchange/editing';
import { en as text } from '$lib/messages/en';
import { saving } from '$lib/messages/saving';
import { contextOf } from '$lib/server/access/policy';
import { editsSince, saveEdit } from '$lib/server/edits';
import { store } from '$lib/server/start';
import { answered, asked, refused } from '../editing.server';
import type { RequestHandler } from './$types';

/** Carries out an edit: every step or none. */
export const POST: RequestHandler = async (event) => {
	const request = await asked(editRequest, event.request);
	return answered(saveEdit(store(), contextOf(event), request), event.params.council);
};

/** Every edit after a revision, oldest first, by which a page that is open catches up. */
export const GET: RequestHandler = (event) => {
	const after = event.url.searchParams.get('after') ?? '';
	if (!/^\d{1,15}$/.test(after)) error(422, saving.request.noRevision);
	const edits = editsSince(store(), contextOf(event), Number(after));
	if (edits === null) error(404, text.errors.noCouncil(event.params.council));
	return typeof edits === 'string' ? json(refused(edits), { status: 422 }) : json(edits);
};
