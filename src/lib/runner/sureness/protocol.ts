import type {
	CouncilFile,
	Influence,
	PairedFigure,
	SimulationResult,
	SureOutcome,
	TornadoBar,
	TwoWayTable
} from '$lib/model';

/** What is to be drawn: a scenario of a council's file, and those that it is set against draw by draw. */
export interface WantedSureness {
	readonly file: CouncilFile;
	readonly scenario: string;
	/** Other scenarios on the same baseline; empty for none. */
	readonly against: readonly string[];
	readonly packs: boolean;
	readonly terms: 'cash' | 'real';
	readonly draws: number;
	readonly seed: number;
	/** What ranks, the tornado and the value of knowing are asked of. */
	readonly outcome: SureOutcome;
}

/** What the draws say. The bands of figures stand in `figures`, those of "If we change nothing" beside them. */
export interface Sureness extends SimulationResult {
	/** What the scenario's figures differ by from those of others, by the other's id. */
	readonly differences: ReadonlyMap<string, ReadonlyMap<string, PairedFigure>>;
	readonly milliseconds: number;
}

/** What the draws say about one outcome. */
export interface OutcomeInfluences {
	readonly outcome: SureOutcome;
	/** Null where the outcome waits for a blank in some draw. */
	readonly influences: readonly Influence[] | null;
}

/** What is under way, and how far it is, 0 to 1. */
export interface SurenessProgress {
	readonly step: 'draws' | 'tornado' | 'table';
	readonly share: number;
}

/** One answer on the way: how far it is, or something that is done. */
export type SurenessAnswer =
	| ({ readonly say: 'progress' } & SurenessProgress)
	| { readonly say: 'sureness'; readonly sureness: Sureness }
	| { readonly say: 'influences'; readonly influences: OutcomeInfluences }
	| {
			readonly say: 'tornado';
			readonly outcome: SureOutcome;
			/** The widest first. */
			readonly bars: readonly TornadoBar[];
	  }
	| { readonly say: 'table'; readonly outcome: SureOutcome; readonly table: TwoWayTable };

/** What a page says to the worker; whatever was under way before is given up. */
export type ToSurenessWorker =
	| { readonly say: 'run'; readonly wanted: WantedSureness }
	/** Ranks and tornado of another outcome, of the draws that are there. */
	| { readonly say: 'outcome'; readonly outcome: SureOutcome }
	| {
			readonly say: 'table';
			readonly outcome: SureOutcome;
			readonly inputs: readonly [string, string];
	  }
	| { readonly say: 'cancel' };

/** What the worker says back. */
export type FromSurenessWorker =
	SurenessAnswer | { readonly say: 'trouble'; readonly message: string };
