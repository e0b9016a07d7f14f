import { z } from 'zod';
import { decimalText, id, prose, title } from '../records/field';

const packValue = z
	.strictObject({
		/** The blank field that is filled: 'posts/fsw-family-centres.salary'. */
		field: z.string().max(200),
		value: decimalText(),
		low: decimalText(),
		high: decimalText(),
		/** Where the value comes from; null marks it as illustrative. */
		source: prose.nullable(),
		note: prose.optional()
	})
	.superRefine((entry, context) => {
		if (entry.low.gt(entry.value) || entry.high.lt(entry.value))
			context.addIssue({
				code: 'custom',
				path: ['value'],
				message: `${entry.value.toFixed()} lies outside its range of ${entry.low.toFixed()} to ${entry.high.toFixed()}; widen the range or mend the value`
			});
	});

/** A named set of assumptions that fills blank fields and can be switched off. */
export const pack = z.strictObject({
	id,
	title,
	description: prose,
	on: z.boolean(),
	values: z.array(packValue).max(20000)
});

/** A named set of assumptions that fills blank fields. */
export type Pack = z.output<typeof pack>;

/** One assumption of a pack: the field, the value, its range and its source. */
export type PackValue = Pack['values'][number];
