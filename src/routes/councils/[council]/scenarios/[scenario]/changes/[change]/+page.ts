import { change as words } from '$lib/messages/change';
import type { PageLoad } from './$types';

/** A change: what it is, when it holds, what it edits and what it costs once. */
export const load = (() => ({ title: words.title })) satisfies PageLoad;
