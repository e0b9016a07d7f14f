import { z } from 'zod';
import { common } from './common';
import { byYear, month } from './field';

/** Money from outside the council's own budget, by financial year; nothing is paid from the month in `ends` on. */
export const fundingStream = z.strictObject({
	...common,
	amounts: byYear(
		{ label: 'Amount', unit: '£ a year', meaning: 'What the stream pays in the financial year.' },
		{ min: 0, max: 1e12 }
	),
	ends: month.optional(),
	afterLast: z.enum(['ends', 'continues'])
});

/** Money from outside the council's own budget. */
export type FundingStream = z.output<typeof fundingStream>;
