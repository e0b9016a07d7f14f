import { z } from 'zod';
import { common } from './common';
import { financialYear, id, quantity } from './field';

const published = (label: string, meaning: string) =>
	quantity({ label, unit: '£ a year', meaning }, { min: -1e12, max: 1e12 });

/**
 * A published budget line. `use` says what it does: 'remainder' adds what its records do not itemise,
 * 'income' is income, 'calibration' calibrates placement cost, 'published' is only checked.
 */
export const heading = z.strictObject({
	...common,
	use: z.enum(['remainder', 'income', 'calibration', 'published']),
	baseYear: financialYear,
	basis: z.enum(['budget', 'outturn']),
	budget: published('Budget', 'The budget set for the base year.'),
	outturn: published('Outturn', 'What was spent in the base year.'),
	index: id.nullable(),
	scope: z.enum(['included', 'excluded', 'unknown']),
	/** Record fields whose sum the document states as this total: 'contracts/nspcc.blockPrice'. */
	statedSumOf: z.array(z.string().max(200)).max(500).optional()
});

/** A published budget line. */
export type Heading = z.output<typeof heading>;
