import type { CouncilFile } from '$lib/model';
import type { PastEdit } from './past';
import type { Server } from './post';

/** What a workbench starts from. */
export interface Opening {
	readonly server: Server;
	readonly file: CouncilFile;
	readonly revision: number;
	/** The scenario that is worked on; null for the baseline, the council and its list of scenarios. */
	readonly scenario: string | null;
	readonly packs: boolean;
	readonly past: readonly PastEdit[];
}
