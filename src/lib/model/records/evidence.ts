import type { Decimal } from 'decimal.js';
import { z } from 'zod';
import { DISTRIBUTIONS, rangeProblem } from '../uncertainty/distribution';
import { date, decimalText, id, prose } from './field';

const rating = z.enum(['red', 'amber', 'green']);

/** Why a field has its value: the chosen fact, its rivals, a range, ratings and a note. */
export const evidence = z
	.strictObject({
		fact: id.optional(),
		rivals: z.array(id).max(20).optional(),
		/** What the document's figure is multiplied by to give the field's value; carries unit and sign overrides. */
		conversion: decimalText().optional(),
		low: decimalText().optional(),
		mode: decimalText().optional(),
		high: decimalText().optional(),
		/** How values are spread over the range; PERT where it is left out. */
		distribution: z.enum(DISTRIBUTIONS).optional(),
		quality: rating.optional(),
		impact: rating.optional(),
		note: prose.optional(),
		reviewDate: date.optional()
	})
	.superRefine(({ low, mode, high, distribution }, context) => {
		const crossed = (
			field: 'low' | 'mode',
			value: Decimal,
			above: 'mode' | 'high',
			other: Decimal
		) =>
			context.addIssue({
				code: 'custom',
				path: [field],
				message: `${value.toFixed()} is above ${above}, which is ${other.toFixed()}; write low, mode and high in rising order`
			});
		if (low !== undefined && mode?.lt(low) === true) crossed('low', low, 'mode', mode);
		else if (low !== undefined && high?.lt(low) === true) crossed('low', low, 'high', high);
		if (mode !== undefined && high?.lt(mode) === true) crossed('mode', mode, 'high', high);
		const problem =
			distribution === undefined
				? null
				: rangeProblem(distribution, low?.toNumber(), mode?.toNumber(), high?.toNumber());
		if (problem !== null)
			context.addIssue({ code: 'custom', path: ['distribution'], message: problem });
	});

/** Why a field has its value. */
export type Evidence = z.output<typeof evidence>;
