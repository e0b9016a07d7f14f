import { baseline as words } from '$lib/messages/baseline';
import type { PageLoad } from './$types';

/** Whether the baseline itself is edited, which the address says. */
export const load = (({ url }) => ({
	title: words.title,
	isEditing: url.searchParams.get('for') === 'baseline'
})) satisfies PageLoad;
