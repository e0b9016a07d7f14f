import { error } from '@sveltejs/kit';
import { baseline as words } from '$lib/messages/baseline';
import { records as text } from '$lib/messages/records';
import { kindNamed } from '$lib/model';
import type { PageLoad } from './$types';

/** The kind of records that an address names. */
export const load = (({ params }) => {
	const kind = kindNamed(params.kind);
	if (kind === null) error(404, words.noKind(params.kind));
	return { kind, title: text[kind].many };
}) satisfies PageLoad;
