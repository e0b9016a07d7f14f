import { error } from '@sveltejs/kit';
import { fileOf } from '$lib/exchange/councilFile';
import { en as text } from '$lib/messages/en';
import { contextOf } from '$lib/server/access/policy';
import { loadState } from '$lib/server/councils';
import { listHistory } from '$lib/server/history';
import { store } from '$lib/server/start';

// The newest edits are enough to see what was done; the activity has them all.
const NEWEST = 100;

/** What the pages that edit a council start from: its file, the revision, and the history that an undo goes back in. */
export function openingOf(
	event: {
		readonly locals: App.Locals;
		readonly params: { readonly council: string };
	},
	scenario: string | null
) {
	const context = contextOf(event);
	const state = loadState(store(), context);
	if (state === null) error(404, text.errors.noCouncil(event.params.council));
	return {
		file: fileOf(state.council),
		revision: state.revision,
		self: context.user.name === null ? null : context.user.id,
		past: listHistory(store(), context, scenario, NEWEST)
	};
}
