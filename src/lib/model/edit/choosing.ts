import { choosing } from '../explain/rivals';
import type { Fact } from '../scenario/fact';
import type { Council } from '../scenario/file';
import { parseFieldRef } from '../scenario/recordField';
import { fieldSteps } from './difference';
import type { Operation } from './operation';
import { rowOf } from './rows';

/**
 * The steps that choose another fact for a field of the baseline: its value, and which fact it rests on and which others
 * disagree. Null where the field or a number to put there is missing.
 */
export function choosingSteps(
	council: Council,
	ref: string,
	fact: Fact
): readonly Operation[] | null {
	const chosen = choosing(council, ref, fact);
	const place = parseFieldRef(ref);
	if (chosen === null || place === null) return null;
	const row = `records/${place.ref}`;
	return fieldSteps(row, [], rowOf(council, row), rowOf(chosen, row));
}
