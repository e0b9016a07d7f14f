import { z } from 'zod';
import { common, placed, priced } from './common';
import { id, month, pounds, poundsPerYear, quantity, wholeMonths } from './field';

const volume = (label: string, meaning: string) =>
	quantity({ label, unit: 'cases a year', meaning }, { min: 0, max: 1e7 });

/** What the council buys from a provider: at a block price, by volume or by outcome. */
export const contract = z
	.strictObject({
		...common,
		...placed,
		...priced,
		provider: id,
		service: id.nullable(),
		area: id.nullable(),
		payment: z.enum(['block', 'volume', 'outcome']),
		blockPrice: poundsPerYear('Block price', 'Yearly price whatever the volume.').optional(),
		volume: volume('Volume', 'Cases the provider is expected to take in a year.').optional(),
		minVolume: volume('Minimum volume', 'Cases paid for even if fewer come.').optional(),
		maxVolume: volume('Maximum volume', 'Cases beyond which nothing is paid or taken.').optional(),
		unitPrice: pounds('Unit price', 'Price of one case.').optional(),
		outcomes: quantity(
			{
				label: 'Expected outcomes',
				unit: 'outcomes a year',
				meaning: 'Outcomes expected to be paid for.'
			},
			{ min: 0, max: 1e7 }
		).optional(),
		tariff: pounds('Tariff', 'Payment for one outcome.').optional(),
		clientSideCost: poundsPerYear(
			'Client-side cost',
			"The council's own yearly cost of managing the contract."
		),
		noticeMonths: wholeMonths('Notice', 'Months of notice that the contract asks for.'),
		ends: month.optional()
	})
	.superRefine((record, context) => {
		const needed: Record<typeof record.payment, readonly (keyof typeof record)[]> = {
			block: ['blockPrice'],
			volume: ['volume', 'unitPrice'],
			outcome: ['outcomes', 'tariff']
		};
		for (const field of needed[record.payment])
			if (record[field] === undefined)
				context.addIssue({
					code: 'custom',
					path: [field],
					message: `is missing; a contract paid by '${record.payment}' needs it (null where it is not known)`
				});
		if (record.minVolume?.gt(record.maxVolume ?? record.minVolume) === true)
			context.addIssue({
				code: 'custom',
				path: ['minVolume'],
				message: 'is above maxVolume; write a minimum that is not larger than the maximum'
			});
	});

/** What the council buys from a provider. */
export type Contract = z.output<typeof contract>;
