/** The rules of cleaning, in the order in which they are told. */
export const CLEANING_RULES = [
	'shortBreak',
	'noStart',
	'endsBeforeStart',
	'noHeader',
	'noBirthDate',
	'sameStart',
	'sameEnd',
	'joined',
	'endCut',
	'endFilled'
] as const;

/** What cleaning does to a row, by rule. The last two keep it with another end; the others leave it out. */
export type CleaningRule = (typeof CLEANING_RULES)[number];
