import { z } from 'zod';
import { common } from './common';
import { byYear, quantity } from './field';

/** A price index as yearly rates that take effect each April; `otherYears` holds for years without their own rate. */
export const priceIndex = z.strictObject({
	...common,
	rates: byYear(
		{
			label: 'Rate',
			unit: 'share a year',
			meaning: 'Rise of prices at the April that starts the year.'
		},
		{ min: -0.5, max: 1 }
	),
	otherYears: quantity(
		{
			label: 'Rate in other years',
			unit: 'share a year',
			meaning: 'Rise of prices in each year that has no rate of its own.'
		},
		{ min: -0.5, max: 1 }
	)
});

/** A price index as yearly rates. */
export type PriceIndex = z.output<typeof priceIndex>;
