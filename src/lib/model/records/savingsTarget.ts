import { z } from 'zod';
import { common } from './common';
import { byYear, date, id, prose } from './field';

/** The states that a saving can be in. */
export const SAVING_STATUSES = [
	'proposed',
	'revised',
	'approved',
	'delivered',
	'atRisk',
	'withdrawn'
] as const;

/** A state that a saving can be in. */
type SavingStatus = (typeof SAVING_STATUSES)[number];

/** From each state of a saving, the states it may move to. */
export const LEGAL_MOVES: Readonly<Record<SavingStatus, readonly SavingStatus[]>> = {
	proposed: ['revised', 'approved', 'withdrawn'],
	revised: ['revised', 'approved', 'withdrawn'],
	approved: ['revised', 'delivered', 'atRisk', 'withdrawn'],
	atRisk: ['revised', 'approved', 'delivered', 'withdrawn'],
	delivered: [],
	withdrawn: []
};

/** One state of a saving's history: amounts are new recurring savings by year, in pounds, savings positive. */
const savingVersion = z.strictObject({
	id,
	date,
	status: z.enum(SAVING_STATUSES),
	amounts: byYear({
		label: 'New saving',
		unit: '£ a year',
		meaning: 'Saving that starts in the financial year and recurs after it.'
	}),
	reason: prose
});

/** A saving as a history of versions; the last one holds. */
export const savingsTarget = z.strictObject({
	...common,
	headings: z.array(id).max(100),
	versions: z.array(savingVersion).min(1).max(100)
});

/** A saving as a history of versions. */
export type SavingsTarget = z.output<typeof savingsTarget>;
