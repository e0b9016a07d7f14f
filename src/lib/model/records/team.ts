import { z } from 'zod';
import { common } from './common';
import { id } from './field';

/** A team of people; `area` is null where it serves the whole council. */
export const team = z.strictObject({ ...common, area: id.nullable() });

/** A team of people. */
export type Team = z.output<typeof team>;
