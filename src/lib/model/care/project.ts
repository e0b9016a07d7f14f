import { combineEffects } from '../earlyHelp/avoided';
import { byState, type Effects } from '../earlyHelp/effects';
import { blocked, floatOf, isBlocked, isSame, type Blocked, type Value } from '../formula/value';
import type { Context } from '../ledger/context';
import { anyContent, type Timed } from '../ledger/line';
import { weeksOfType, type TypeWeeks } from '../ledger/placements';
import { CARE_BANDS, type CareFlow } from '../records/careFlow';
import type { PlacementType } from '../records/placementType';
import type { Calibration } from './calibrate';
import { careInputs, stateOf, type CareInputs } from './inputs';
import type { MonthFlows } from './propagate';
import { runCare } from './run';

/** Children in care over the projection, or what keeps them from being computed. */
export interface CareProjection {
	/** What the projection was made from; equal inputs give equal children. */
	readonly basis: CareBasis;
	readonly context: Context;
	readonly flows: readonly Timed<CareFlow>[];
	readonly types: readonly string[];
	readonly months: readonly MonthFlows[] | Blocked;
	readonly inputs: CareInputs | Blocked;
	/** Children whom effects would have kept out beyond those expected to enter; 0 unless a check fails. */
	readonly capped: number;
	/** How the children of a placement type live, by its reference. */
	readonly weeksOf: (ref: string) => TypeWeeks | Blocked;
}

interface CareBasis {
	readonly inputs: CareInputs | Blocked;
	readonly effects: readonly {
		readonly avoided: Float64Array | Blocked;
		readonly shares: Float64Array;
	}[];
	readonly factor: Value;
}

/** The records that children in care come from. */
export interface CareRecords {
	readonly careFlows: readonly Timed<CareFlow>[];
	readonly placementTypes: readonly Timed<PlacementType>[];
}

const DAYS_IN_WEEK = 7;

/** Children in care under the effects of early help; taken from an earlier projection where its basis is the same. */
export function projectCare(
	records: CareRecords,
	effects: Effects,
	calibration: Calibration,
	context: Context,
	known: readonly CareProjection[]
): CareProjection {
	const types = records.placementTypes.map(({ ref }) => ref.slice('placementTypes/'.length));
	const unchanged = known.find(
		(other) =>
			other.context === context &&
			other.types.join(' ') === types.join(' ') &&
			other.flows.length === records.careFlows.length &&
			other.flows.every((flow, i) => flow === records.careFlows[i])
	);
	const inputs = unchanged?.inputs ?? careInputs(records.careFlows, types, context);
	const states = CARE_BANDS.length * types.length;
	const basis: CareBasis = {
		inputs,
		effects: effects.list
			.filter(({ avoided }) => isBlocked(avoided) || avoided.some((children) => children !== 0))
			.map((effect) => ({
				avoided: effect.avoided,
				shares: byState(effect, (band, type) => stateOf(types, band, type), states)
			})),
		factor: calibration.onEntries
	};
	const same = known.find((other) => isSame(other.basis, basis));
	const { months, capped } = same ?? monthsFrom(basis);
	return {
		basis: same?.basis ?? basis,
		context,
		flows: records.careFlows,
		types,
		months,
		capped,
		inputs: same?.inputs ?? inputs,
		weeksOf: weeksByType(records, months, inputs, types, context)
	};
}

function monthsFrom(basis: CareBasis): Pick<CareProjection, 'months' | 'capped'> {
	const { inputs, effects, factor } = basis;
	const waiting = [inputs, factor, ...effects.map(({ avoided }) => avoided)].filter(isBlocked);
	if (isBlocked(inputs) || waiting.length > 0)
		return {
			months: blocked(
				waiting.flatMap(({ waitsFor }) => waitsFor),
				basis
			),
			capped: 0
		};
	let capped = 0;
	const scale = typeof factor === 'number' ? factor : floatOf(factor as never);
	const entries = inputs.entries.map((expected, month) => {
		const combined = combineEffects(
			expected.map((children) => children * scale),
			effects.map(({ avoided, shares }) =>
				shares.map((share) => share * ((avoided as Float64Array)[month] ?? 0))
			)
		);
		capped += combined.capped;
		return combined.entries;
	});
	return { months: runCare(inputs, entries), capped };
}

function weeksByType(
	records: CareRecords,
	months: readonly MonthFlows[] | Blocked,
	inputs: CareInputs | Blocked,
	types: readonly string[],
	context: Context
): CareProjection['weeksOf'] {
	const byRef = new Map<string, TypeWeeks | Blocked>();
	return (ref) => {
		const found = byRef.get(ref);
		if (found !== undefined) return found;
		const timed = records.placementTypes.find((type) => type.ref === ref);
		if (timed === undefined) throw new Error(`there is no placement type ${ref}`);
		const weeks = isBlocked(months)
			? months
			: isBlocked(inputs)
				? inputs
				: weeksOfType(
						timed,
						Float64Array.from(months, (flows) => childWeeks(flows, types, anyContent(timed).id)),
						openingOf(inputs, types, anyContent(timed).id),
						context
					);
		byRef.set(ref, weeks);
		return weeks;
	};
}

function childWeeks(flows: MonthFlows, types: readonly string[], type: string): number {
	let days = 0;
	for (const band of CARE_BANDS) days += flows.childDays[stateOf(types, band, type)] ?? 0;
	return days / DAYS_IN_WEEK;
}

function openingOf(inputs: CareInputs, types: readonly string[], type: string): number {
	let share = 0;
	for (const band of CARE_BANDS) share += inputs.shares[stateOf(types, band, type)] ?? 0;
	return share * inputs.opening;
}
