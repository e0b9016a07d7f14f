import { z } from 'zod';
import { agencyShares, appraisal, costCorrection, outcomeValue } from './appraisal';
import { common } from './common';
import { id, quantity, share } from './field';

const correction = z.strictObject({
	...common,
	use: z.literal('correction'),
	status: z.enum(['confirmBeforeUse', 'confirmed']),
	rows: z.record(
		z.string().min(1).max(40),
		share('Optimism correction', 'Share taken off an effect of this grade of evidence.')
	)
});

const calibration = z.strictObject({
	...common,
	use: z.literal('calibration'),
	heading: id,
	on: z.enum(['prices', 'entries']),
	averageChildren: quantity(
		{
			label: 'Average children in care',
			unit: 'children',
			meaning: "Average number of children in care over the heading's base year."
		},
		{ min: 0, max: 1e6 }
	)
});

/**
 * A choice about the whole model: the optimism correction by evidence grade, how placement cost is calibrated, and what an
 * appraisal goes by.
 */
export const assumption = z.discriminatedUnion(
	'use',
	[correction, calibration, appraisal, costCorrection, agencyShares, outcomeValue],
	{
		error:
			"must be 'correction', 'calibration', 'appraisal', 'costCorrection', 'agencyShares' or 'outcomeValue'"
	}
);

/** A choice about the whole model. */
export type Assumption = z.output<typeof assumption>;
