import { standingUnder } from '../scenario/baselines';
import type { Council, Scenario } from '../scenario/file';
import type { Place } from '../solving/inputRange';

/** A scenario and its council as they stand, with packs on or off, so that each input can be given other values. */
export function simulatedPlace(council: Council, scenario: Scenario, packs: boolean): Place {
	const standing = standingUnder(council, scenario);
	return {
		council: packs
			? standing
			: { ...standing, packs: standing.packs.map((pack) => ({ ...pack, on: false })) },
		scenario: { ...scenario, baseline: null }
	};
}
