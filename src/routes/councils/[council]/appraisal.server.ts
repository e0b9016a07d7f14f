import { appraise, type Appraisal, type Council, type Scenario } from '$lib/model';
import type { Asked } from './council.server';

const appraisals = new WeakMap<Council, Map<string, Appraisal>>();

/** A scenario appraised against the first one, computed once for as long as the council stays as it is. */
export function appraisalOf({ council, packs }: Asked, scenario: Scenario): Appraisal {
	let kept = appraisals.get(council);
	if (kept === undefined) {
		kept = new Map();
		appraisals.set(council, kept);
	}
	const key = `${packs ? 'on' : 'off'} ${scenario.id}`;
	let appraisal = kept.get(key);
	if (appraisal === undefined) {
		const [nothing] = council.scenarios;
		if (nothing === undefined) throw new Error(`'${council.council.id}' has no scenario.`);
		appraisal = appraise(council, scenario, nothing, { packs });
		kept.set(key, appraisal);
	}
	return appraisal;
}
