import { z } from 'zod';
import { evidence } from './evidence';
import { financialYear, id, prose, title } from './field';

/** The fields that every record has: id, title, note, and evidence by field path ('salary', 'activities.contact'). */
export const common = {
	id,
	title,
	note: prose.optional(),
	evidence: z.record(z.string().max(120), evidence).optional()
};

/** Where a record's cost stands in the published accounts: the heading that contains it, and whether it surely does. */
export const placed = {
	heading: id.nullable(),
	headingScope: z.enum(['included', 'excluded', 'unknown'])
};

/** How a price moves in time: the index that uprates it and the financial year it was stated in. */
export const priced = {
	index: id.nullable(),
	priceYear: financialYear
};
