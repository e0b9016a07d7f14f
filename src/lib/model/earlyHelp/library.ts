import type { Intervention } from '../records/intervention';

/** A number of a published effect with its range, as decimal text. */
interface Ranged {
	readonly value: string;
	readonly low: string;
	readonly high: string;
}

/** One version of what a study found; a later version never replaces what an earlier one said. */
export interface EffectVersion {
	/** Counted from 1, the newest last. */
	readonly version: number;
	/** When it was stated, in words. */
	readonly stated: string;
	/** Chance of the outcome without help, over the study's own follow-up; null where it is not published. */
	readonly p0: Ranged | null;
	/** By how much of itself the help lowers that chance; a lone number where no interval is published or can be worked out. */
	readonly reduction: Ranged | { readonly value: string };
	/** What was measured, on how many and when, in words. */
	readonly size: string;
	/** Where the interval comes from, or that there is none. */
	readonly interval: string;
	readonly source: string;
}

/** A published effect of help on an outcome that the model follows, for one population. */
export interface LibraryEffect {
	readonly id: string;
	readonly title: string;
	readonly design: Intervention['design'];
	/** The grade as tables of optimism correction name it. */
	readonly grade: string;
	readonly outcome: Intervention['outcome'];
	/** Whom it was measured on; a service for others may not use it. */
	readonly population: string;
	readonly setting: string;
	readonly versions: readonly EffectVersion[];
}

/** The effects that ship: only such as were published on an outcome that the model follows. */
export const EFFECT_LIBRARY: readonly LibraryEffect[] = [
	{
		id: 'family-group-conference',
		title: 'Family group conference before care proceedings',
		design: 'controlledTrial',
		grade: 'Controlled trial',
		outcome: 'entryToCare',
		population: 'families in pre-proceedings',
		setting: '21 councils in England, September 2020 to May 2022',
		versions: [
			{
				version: 1,
				stated: 'June 2023',
				p0: { value: '0.448', low: '0.412', high: '0.484' },
				reduction: { value: '0.192', low: '0.084', high: '0.287' },
				size: '2,548 children of 1,471 families: 36.2% in care after 12 months, against 44.8% of those who were not offered one',
				interval:
					'95%, worked out here from the two percentages, with families counted once and the two groups taken as equal. Where the report gives its own, use that.',
				source:
					'Foundations and Coram, Family group conferencing at pre-proceedings stage, June 2023 (foundations.org.uk)'
			}
		]
	},
	{
		id: 'supporting-families',
		title: 'Supporting Families programme',
		// How the two were compared was not found, so it counts as no more than judgement.
		design: 'judgement',
		grade: 'Judgement',
		outcome: 'entryToCare',
		population: 'families on the Supporting Families programme',
		setting: 'The cohort of 2017/18',
		versions: [
			{
				version: 1,
				stated: '2015 to 2020',
				p0: null,
				reduction: { value: '0.32' },
				size: '32% fewer children looked after at two years; neither the chance itself nor with whom they were compared was found, so it is graded as judgement',
				interval: 'None was found, so it has no range: give it one before it is relied on.',
				source: 'DLUHC, evaluation of the programme 2015 to 2020; the source itself was not read'
			}
		]
	}
];
