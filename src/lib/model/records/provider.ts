import { z } from 'zod';
import { common } from './common';

/** Who delivers a contract. */
export const provider = z.strictObject({
	...common,
	sector: z.enum(['council', 'charity', 'private', 'health', 'other'])
});
