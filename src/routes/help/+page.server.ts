import { help } from '$lib/messages/help';
import type { PageServerLoad } from './$types';

/** The title of the page. */
export const load = (() => ({ title: help.title })) satisfies PageServerLoad;
