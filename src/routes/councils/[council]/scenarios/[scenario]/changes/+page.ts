import { scenario as words } from '$lib/messages/scenario';
import type { PageLoad } from './$types';

/** The changes of a scenario. */
export const load = (() => ({ title: words.changes })) satisfies PageLoad;
