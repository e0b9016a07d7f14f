import { z } from 'zod';
import { common, placed, priced } from './common';
import {
	date,
	financialYear,
	id,
	pounds,
	poundsPerYear,
	quantity,
	share,
	wholeMonths
} from './field';

/** The premises headings that make up a building's running cost. */
export const PREMISES = [
	'rent',
	'rates',
	'utilities',
	'cleaning',
	'facilities',
	'insurance',
	'maintenance'
] as const;

const offered = z.strictObject({
	casesPerMonth: quantity(
		{
			label: 'Users',
			unit: 'cases a month',
			meaning: 'Cases that this building sees for the service.'
		},
		{ min: 0, max: 100000 }
	),
	sessionsPerMonth: quantity(
		{
			label: 'Sessions',
			unit: 'sessions a month',
			meaning: 'Room sessions the building can offer.'
		},
		{ min: 0, max: 100000 }
	),
	placesPerSession: quantity(
		{ label: 'Places', unit: 'places a session', meaning: 'Cases that one session can hold.' },
		{ min: 0, max: 1000 }
	)
});

/** A building that services are delivered from: what it costs, what it offers and what closing it would cost. */
export const building = z.strictObject({
	...common,
	...placed,
	...priced,
	area: id.nullable(),
	use: z.string().min(1).max(80),
	rent: poundsPerYear('Rent', 'Rent paid.'),
	rates: poundsPerYear('Business rates', 'Business rates paid.'),
	utilities: poundsPerYear('Utilities', 'Heat, light and water.'),
	cleaning: poundsPerYear('Cleaning', 'Cleaning and caretaking.'),
	facilities: poundsPerYear(
		'Facilities management',
		'Facilities management, security and reception.'
	),
	insurance: poundsPerYear('Insurance', 'Premises insurance.'),
	maintenance: poundsPerYear('Maintenance', 'Day-to-day maintenance, not backlog.'),
	income: poundsPerYear(
		'Lettings income',
		'Income from letting the building, taken off its running cost.'
	),
	voidMonths: wholeMonths('Void', 'How long the building stands empty after closing.'),
	holdingCost: poundsPerYear('Holding cost', 'Yearly cost of holding the building empty.'),
	dilapidations: pounds('Dilapidations', 'Paid once when the building is given up.'),
	moveCost: pounds('Moves', 'Paid once for moving out the services.'),
	receipt: pounds('Capital receipt', 'Expected from disposal; capital, never revenue.').optional(),
	receiptMonths: wholeMonths('Months to the receipt', 'From closing to the disposal.').optional(),
	backlog: pounds(
		'Backlog maintenance',
		'Capital works due while the building stays open.'
	).optional(),
	backlogDue: financialYear.optional(),
	clawback: pounds(
		'Grant clawback',
		'Capital grant to repay on disposal; capital, never revenue.'
	).optional(),
	services: z.record(id, offered),
	retainedShare: share(
		'Retained users',
		'Share of the users who go on using the service at the nearest open building after a closure.'
	),
	easting: z.number().int().min(0).max(700000).optional(),
	northing: z.number().int().min(0).max(1300000).optional(),
	designated: date.optional()
});

/** A building that services are delivered from. */
export type Building = z.output<typeof building>;
