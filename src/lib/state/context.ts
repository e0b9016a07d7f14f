import { createContext } from 'svelte';
import type { Workbench } from './workbench.svelte';

/** The open council of the pages below a layout. */
export const [benchAbove, openBenchBelow] = createContext<Workbench>();
