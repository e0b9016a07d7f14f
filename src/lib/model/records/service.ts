import { z } from 'zod';
import { common } from './common';
import { id, quantity } from './field';

/** A service that families use: how many ask for it in each area, and how long one case takes. */
export const service = z.strictObject({
	...common,
	population: z.string().min(1).max(120),
	needLevel: z.string().min(1).max(20),
	demand: z.record(
		id,
		quantity(
			{
				label: 'Demand',
				unit: 'cases a month',
				meaning: 'Cases that ask for the service in an area.'
			},
			{ min: 0, max: 1e6 }
		)
	),
	monthsPerCase: quantity(
		{ label: 'Months per case', unit: 'months', meaning: 'How long one case stays open.' },
		{ min: 0.01, max: 240 }
	),
	sessionsPerCase: quantity(
		{
			label: 'Sessions per case',
			unit: 'sessions',
			meaning: 'Room sessions one case needs; left out where the service needs no room.'
		},
		{ min: 0.01, max: 1000 }
	).optional()
});

/** A service that families use. */
export type Service = z.output<typeof service>;
