import type { Words } from '../calendar/words';
import type { Figure } from '../figures/figure';
import type { Run } from '../run/run';
import type { Council, Scenario } from '../scenario/file';

/** The outcome of a named check, in one sentence. */
export interface Check {
	readonly id: string;
	readonly ok: boolean;
	readonly message: Words;
}

/** What checks look at. */
export interface Checked {
	readonly council: Council;
	readonly scenario: Scenario;
	readonly run: Run;
	readonly nothing: Run;
	readonly figures: ReadonlyMap<string, Figure>;
}

/** A check: its name, what holds when it finds nothing, and what it finds wrong, a sentence each. */
export interface CheckRule {
	readonly id: string;
	readonly holds: string;
	readonly find: (checked: Checked) => readonly Words[];
}
