import { openingOf } from '../opening.server';
import type { LayoutServerLoad } from './$types';

/** The council as the pages of the baseline start from it. */
export const load = ((event) => ({ opening: openingOf(event, null) })) satisfies LayoutServerLoad;
