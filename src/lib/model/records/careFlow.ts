import { z } from 'zod';
import { common } from './common';
import { byYear, date, id, quantity, share } from './field';

/** The age bands of children in care, youngest first. */
export const CARE_BANDS = ['under-1', '1-4', '5-9', '10-15', '16-17'] as const;

const band = z.enum(CARE_BANDS);

const ratePerDay = quantity(
	{
		label: 'Rate',
		unit: 'per child-day',
		meaning: 'Events over child-days at risk, for children of the band in the placement type.'
	},
	{ min: 0, max: 1 }
);

const stock = z.strictObject({
	...common,
	flow: z.literal('stock'),
	date,
	children: quantity(
		{
			label: 'Children in care',
			unit: 'children',
			meaning: 'Children in care on the date, all ages and types.'
		},
		{ min: 0, max: 1e6 }
	)
});

const stockShare = z.strictObject({
	...common,
	flow: z.literal('share'),
	band,
	type: id,
	share: share(
		'Share of children in care',
		'Share of all children in care who are of this band and type.'
	)
});

const entries = z
	.strictObject({
		...common,
		flow: z.literal('entries'),
		band,
		type: id,
		basis: z.enum(['perYear', 'perThousand']),
		childrenPerYear: quantity(
			{ label: 'Entries', unit: 'children a year', meaning: 'Children who enter care in a year.' },
			{ min: 0, max: 1e6 }
		).optional(),
		ratePerThousand: quantity(
			{
				label: 'Entry rate',
				unit: 'per 1,000 children a year',
				meaning: 'Children who enter care in a year per 1,000 of the child population of the band.'
			},
			{ min: 0, max: 1000 }
		).optional(),
		population: byYear(
			{
				label: 'Child population',
				unit: 'children',
				meaning: 'Children of the band who live in the council.'
			},
			{ min: 0, max: 1e8 }
		).optional(),
		trend: quantity(
			{
				label: 'Trend',
				unit: 'share a year',
				meaning: 'Yearly growth of entries on the first year; left out where entries are level.'
			},
			{ min: -0.5, max: 0.5 }
		).optional()
	})
	.superRefine((record, context) => {
		const needed =
			record.basis === 'perYear'
				? (['childrenPerYear'] as const)
				: (['ratePerThousand', 'population'] as const);
		for (const field of needed)
			if (record[field] === undefined)
				context.addIssue({
					code: 'custom',
					path: [field],
					message: `is missing; entries on basis '${record.basis}' need it (null where it is not known)`
				});
	});

const moves = z.strictObject({
	...common,
	flow: z.literal('moves'),
	band,
	from: id,
	to: id,
	ratePerDay
});

const exits = z.strictObject({ ...common, flow: z.literal('exits'), band, type: id, ratePerDay });

/** A dated stock of children in care, a share of it, or a flow: entries, moves between types, exits. */
export const careFlow = z.discriminatedUnion('flow', [stock, stockShare, entries, moves, exits], {
	error: "must be one of 'stock', 'share', 'entries', 'moves', 'exits'"
});

/** A stock or flow of children in care. */
export type CareFlow = z.output<typeof careFlow>;

/** What a flow or share is about, of which only one may hold at a time; null for dated stocks, of which there are many. */
export function flowSubject(flow: CareFlow): string | null {
	switch (flow.flow) {
		case 'stock':
			return null;
		case 'moves':
			return `moves of ${flow.band} from '${flow.from}' to '${flow.to}'`;
		case 'share':
			return `the share of ${flow.band} in '${flow.type}'`;
		default:
			return `${flow.flow} of ${flow.band} in '${flow.type}'`;
	}
}
