import { z } from 'zod';
import { common, priced } from './common';
import { quantity, share } from './field';

const weekly = (label: string, meaning: string) =>
	quantity({ label, unit: '£ a week', meaning }, { min: 0, max: 1e6 });

/**
 * Where children in care live. `provision` says who provides: 'mixed' has council places and external ones,
 * 'bought' is all external, 'allowance' pays a family and has no places.
 */
export const placementType = z
	.strictObject({
		...common,
		...priced,
		codes: z.array(z.string().regex(/^[A-Z]\d{1,2}$/)).max(40),
		provision: z.enum(['mixed', 'bought', 'allowance']),
		capacity: quantity(
			{ label: 'Council places', unit: 'places', meaning: 'Places that the council itself runs.' },
			{ min: 0, max: 100000 }
		).optional(),
		occupancy: share('Occupancy', 'Share of the council places that can be filled.').optional(),
		inHouseShare: share(
			'Observed in-house share',
			'Share of the children of this type who live in council places; prices them where capacity is blank.'
		).optional(),
		fixedWeekly: weekly(
			'Fixed cost of a council place',
			'Weekly cost of a council place, filled or not.'
		).optional(),
		variableWeekly: weekly(
			'Variable cost in a council place',
			'Weekly cost that a child in a council place adds.'
		).optional(),
		externalWeekly: weekly('External price', 'Weekly price of an external placement.').optional(),
		allowanceWeekly: weekly(
			'Weekly allowance',
			'Weekly allowance and support for a child.'
		).optional()
	})
	.superRefine((record, context) => {
		const needed: Record<typeof record.provision, readonly (keyof typeof record)[]> = {
			mixed: [
				'capacity',
				'occupancy',
				'inHouseShare',
				'fixedWeekly',
				'variableWeekly',
				'externalWeekly'
			],
			bought: ['externalWeekly'],
			allowance: ['allowanceWeekly']
		};
		for (const field of needed[record.provision])
			if (record[field] === undefined)
				context.addIssue({
					code: 'custom',
					path: [field],
					message: `is missing; a placement type with provision '${record.provision}' needs it (null where it is not known)`
				});
	});

/** Where children in care live. */
export type PlacementType = z.output<typeof placementType>;
