import { createContext } from 'svelte';
import type { House } from '$lib/format';
import type { BaselineLock } from './baselineLock.svelte';
import type { ReturnReading } from './returnReading.svelte';
import type { Workbench } from './workbench.svelte';

/** The open council of the pages below a layout. */
export const [benchAbove, openBenchBelow] = createContext<Workbench>();

/** Whether the baseline of the open council is locked, for the pages of the baseline. */
export const [lockAbove, openLockBelow] = createContext<BaselineLock>();

/** How the council of the pages below a layout writes years and amounts. */
export const [houseAbove, houseBelow] = createContext<() => House>();

/** The files of a return that are open on the pages below a layout. */
export const [readingAbove, openReadingBelow] = createContext<ReturnReading>();
