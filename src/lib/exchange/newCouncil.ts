import type { CouncilFile } from '$lib/model';
import { employerNiRule } from './standardRules';

/** What a person has to say before a council can be kept. */
export interface NewCouncil {
	readonly id: string;
	readonly name: string;
	/** True for made-up data, which carries its badge from the start. */
	readonly invented: boolean;
	/** '2026/27'. */
	readonly firstYear: string;
	readonly horizonYears: number;
}

/**
 * The file of a council of which nothing is known yet: ‘If we change nothing’, an index for pay and one for prices with
 * every number blank, and the rule of employer's National Insurance as it is published; all else is empty.
 */
export function newCouncil({
	id,
	name,
	invented,
	firstYear,
	horizonYears
}: NewCouncil): CouncilFile {
	const index = (own: string, title: string) => ({ id: own, title, rates: {}, otherYears: null });
	return {
		schemaVersion: 5,
		council: {
			id,
			name,
			invented,
			description: '',
			firstYear,
			horizonYears,
			deflator: null,
			style: { years: 'slash', numbers: 'plain', terms: 'cash' }
		},
		facts: [],
		packs: [],
		baseline: {
			areas: [],
			teams: [],
			posts: [],
			buildings: [],
			providers: [],
			contracts: [],
			services: [],
			headings: [],
			fundingStreams: [],
			savingsTargets: [],
			placementTypes: [],
			careFlows: [],
			careWindows: [],
			interventions: [],
			indices: [index('pay', 'Pay'), index('prices', 'Prices')],
			rules: [employerNiRule(Number(firstYear.slice(0, 4)), horizonYears)],
			assumptions: []
		},
		agreed: [],
		scenarios: [
			{
				id: 'nothing',
				title: 'If we change nothing',
				description: 'Services, prices and rates go on as they are.',
				baseline: null,
				archived: false,
				changes: []
			}
		]
	};
}
