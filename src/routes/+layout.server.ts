import { ENGINE_VERSION } from '$lib/model';
import type { LayoutServerLoad } from './$types';

/** What the footer of every page says. */
export const load = (() => ({ engine: ENGINE_VERSION })) satisfies LayoutServerLoad;
