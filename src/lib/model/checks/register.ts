import { joinWords } from '../calendar/words';
import { careChecks } from './care';
import { careFlowChecks } from './careFlows';
import type { Check, Checked, CheckRule } from './check';
import { evidenceChecks } from './evidence';
import { ledgerChecks } from './ledger';
import { recordChecks } from './records';

/** Every check there is, run on every projection. */
export const CHECKS: readonly CheckRule[] = [
	...ledgerChecks,
	...careChecks,
	...careFlowChecks,
	...recordChecks,
	...evidenceChecks
];

/** Runs the whole register. */
export function runChecks(checked: Checked): readonly Check[] {
	return CHECKS.map(({ id, holds, find }) => {
		const found = find(checked);
		return {
			id,
			ok: found.length === 0,
			message: found.length === 0 ? holds : joinWords(found, '; ')
		};
	});
}
