import { z } from 'zod';
import { date, decimalText, id, prose } from './field';

const rating = z.enum(['red', 'amber', 'green']);

/** Why a field has its value: the chosen fact, its rivals, a range, ratings and a note. */
export const evidence = z.strictObject({
	fact: id.optional(),
	rivals: z.array(id).max(20).optional(),
	/** What the document's figure is multiplied by to give the field's value; carries unit and sign overrides. */
	conversion: decimalText().optional(),
	low: decimalText().optional(),
	mode: decimalText().optional(),
	high: decimalText().optional(),
	quality: rating.optional(),
	impact: rating.optional(),
	note: prose.optional(),
	reviewDate: date.optional()
});

/** Why a field has its value. */
export type Evidence = z.output<typeof evidence>;
