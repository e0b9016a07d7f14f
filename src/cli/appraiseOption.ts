import type { Appraisal, Scenario } from '../lib/model';

/** What a scenario is in an appraisal. */
export interface Option {
	readonly role: 'doNothing' | 'doMinimum' | 'option';
	readonly scenario: Scenario;
	readonly appraisal: Appraisal;
}
