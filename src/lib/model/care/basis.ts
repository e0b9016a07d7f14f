import { effectUpTo } from '../earlyHelp/basis';
import type { EffectOutcome } from '../earlyHelp/outcomes';
import type { Blocked, Value } from '../formula/value';
import { heldBetween } from '../ledger/basis';
import type { Timed } from '../ledger/line';
import type { CareFlow } from '../records/careFlow';
import type { PlacementType } from '../records/placementType';
import type { CareInputs } from './inputs';

/** The records that children in care come from. */
export interface CareRecords {
	readonly careFlows: readonly Timed<CareFlow>[];
	readonly placementTypes: readonly Timed<PlacementType>[];
}

/** What a projection of children in care is made from. */
export interface CareBasis {
	readonly inputs: CareInputs | Blocked;
	readonly effects: readonly StateEffect[];
	readonly factor: Value;
}

/** An effect on children in care, with its share of each band and type. */
export interface StateEffect {
	readonly outcome: EffectOutcome;
	readonly amount: Float64Array | Blocked;
	readonly shares: readonly StateShare[];
}

/** The share of an effect that falls on one band and type. */
export interface StateShare {
	readonly band: number;
	readonly type: number;
	/** The placement type that children step down to; null for other effects. */
	readonly to: number | null;
	readonly share: number;
}

/** Children of a year come from all years before it. */
export function basisUpTo(
	y: number,
	{ careFlows }: CareRecords,
	types: readonly string[],
	{ effects, factor }: CareBasis
): unknown {
	return {
		types,
		factor,
		flows: careFlows
			.map((timed) => heldBetween(timed, 0, 12 * (y + 1), (flow) => flow))
			.filter((held) => held !== null),
		effects: effects.flatMap(({ outcome, amount, shares }) => {
			const known = effectUpTo(amount, y);
			return known === null ? [] : [{ outcome, known, shares }];
		})
	};
}

/** What tells council places from external ones in a year. */
export function weeksBasis(ref: string, y: number, { placementTypes }: CareRecords): unknown {
	return placementTypes
		.filter((timed) => timed.ref === ref)
		.map((timed) =>
			heldBetween(
				timed,
				12 * y,
				12 * y + 12,
				({ provision, capacity, occupancy, inHouseShare }) => ({
					provision,
					capacity,
					occupancy,
					inHouseShare
				})
			)
		);
}
