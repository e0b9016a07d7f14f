import { z } from 'zod';
import { common } from './common';

/** A part of the council's territory for which demand, capacity and buildings are told apart. */
export const area = z.strictObject({ ...common });
