import { createContext } from 'svelte';
import type { House } from '$lib/format';
import type { Workbench } from './workbench.svelte';

/** The open council of the pages below a layout. */
export const [benchAbove, openBenchBelow] = createContext<Workbench>();

/** How the council of the pages below a layout writes years and amounts. */
export const [houseAbove, houseBelow] = createContext<() => House>();
