import { combineEffects } from '../earlyHelp/avoided';
import type { Effect, Effects } from '../earlyHelp/effects';
import { blocked, floatOf, isBlocked, isKnown, isSame, type Blocked } from '../formula/value';
import { rememberedIn, type BasisIn } from '../ledger/basis';
import type { Context } from '../ledger/context';
import { anyContent, type Timed } from '../ledger/line';
import { weeksOfType, type KnownWeeks } from '../ledger/placementWeeks';
import { CARE_BANDS, type CareFlow } from '../records/careFlow';
import type { Calibration } from './calibrate';
import {
	basisUpTo,
	weeksBasis,
	type CareBasis,
	type CareRecords,
	type StateEffect,
	type StateShare
} from './basis';
import { careInputs, stateOf, type CareInputs } from './inputs';
import type { Outflow } from './outflows';
import type { MonthFlows } from './propagate';
import { runCare } from './run';

/** Children in care over the projection, or what keeps them from being computed. */
export interface CareProjection {
	/** What the projection was made from; equal inputs give equal children. */
	readonly basis: CareBasis;
	/** What the children up to the end of a year depend on: all that holds up to then. */
	readonly basisIn: BasisIn;
	readonly context: Context;
	readonly flows: readonly Timed<CareFlow>[];
	readonly types: readonly string[];
	/** The months that are known: all, or those before the first year that lacks a population. */
	readonly months: readonly MonthFlows[] | Blocked;
	readonly inputs: CareInputs | Blocked;
	/** Children whom effects would have kept out beyond those expected to enter; 0 unless a check fails. */
	readonly capped: number;
	/** Children whom effects would have brought out, or kept from going, beyond those who can; 0 unless a check fails. */
	readonly cappedOutflows: number;
	/** How the children of a placement type live, by its reference. */
	readonly weeksOf: (ref: string) => KnownWeeks | Blocked;
	/** What that depends on in a year. */
	readonly weeksBasisIn: (ref: string, y: number) => unknown;
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
	const basis: CareBasis = {
		inputs,
		effects: effects.list
			.filter(({ outcome }) => outcome !== 'protectionPlan')
			.filter(({ amount }) => isBlocked(amount) || amount.some((children) => children !== 0))
			.map((effect) => ({
				outcome: effect.outcome,
				amount: effect.amount,
				shares: sharesOf(effect, types)
			})),
		factor: calibration.onEntries
	};
	const same = known.find((other) => isSame(other.basis, basis));
	const { months, capped, cappedOutflows } = same ?? monthsFrom(basis);
	const basisIn = rememberedIn((y) => basisUpTo(y, records, types, basis));
	return {
		basis: same?.basis ?? basis,
		basisIn,
		context,
		flows: records.careFlows,
		types,
		months,
		capped,
		cappedOutflows,
		inputs: same?.inputs ?? inputs,
		weeksOf: weeksByType(records, months, inputs, context),
		weeksBasisIn: (ref, y) => [basisIn(y), weeksBasis(ref, y, records)]
	};
}

/** Shares that are blank have blocked the effect before. */
function sharesOf({ intervention }: Effect, types: readonly string[]): readonly StateShare[] {
	return intervention.profile.flatMap(({ band, type, to, share }) =>
		share === null
			? []
			: [
					{
						band: CARE_BANDS.indexOf(band),
						type: types.indexOf(type),
						to: to === undefined ? null : types.indexOf(to),
						share: floatOf(share)
					}
				]
	);
}

function monthsFrom(
	basis: CareBasis
): Pick<CareProjection, 'months' | 'capped' | 'cappedOutflows'> {
	const { inputs, effects, factor } = basis;
	const waiting = [inputs, factor, ...effects.map(({ amount }) => amount)].filter(isBlocked);
	if (isBlocked(inputs) || !isKnown(factor) || waiting.length > 0)
		return {
			months: blocked(
				waiting.flatMap(({ waitsFor }) => waitsFor),
				basis
			),
			capped: 0,
			cappedOutflows: 0
		};
	let capped = 0;
	const scale = floatOf(factor);
	const types = inputs.types.length;
	const onEntries = effects.filter(({ outcome }) => outcome === 'entryToCare');
	const entries = inputs.entries.map((expected, month) => {
		const combined = combineEffects(
			expected.map((children) => children * scale),
			onEntries.map((effect) => avoidedIn(effect, month, types))
		);
		capped += combined.capped;
		return combined.entries;
	});
	const onOutflows = effects.filter(({ outcome }) => outcome !== 'entryToCare');
	const run = runCare(inputs, {
		entries,
		outflowsIn: (month) => outflowsIn(onOutflows, month)
	});
	return { months: run.months, capped, cappedOutflows: run.capped };
}

function amountIn({ amount }: StateEffect, month: number): number {
	return isBlocked(amount) ? NaN : (amount[month] ?? 0);
}

function avoidedIn(effect: StateEffect, month: number, types: number): Float64Array {
	const byState = new Float64Array(CARE_BANDS.length * types);
	for (const { band, type, share } of effect.shares) {
		const state = band * types + type;
		byState[state] = (byState[state] ?? 0) + share * amountIn(effect, month);
	}
	return byState;
}

/** What the effects of a month add up to on each way out of a state: those that bring children out, those that no longer do. */
function outflowsIn(effects: readonly StateEffect[], month: number): readonly Outflow[] {
	const ways = new Map<string, Outflow>();
	for (const effect of effects)
		for (const { band, type, to, share } of effect.shares) {
			const children = share * amountIn(effect, month);
			if (children === 0) continue;
			const key = `${band} ${type} ${to ?? 'home'}`;
			const { up, down } = ways.get(key) ?? { up: 0, down: 0 };
			ways.set(key, {
				band,
				from: type,
				to,
				up: up + Math.max(0, children),
				down: down + Math.max(0, -children)
			});
		}
	return [...ways.values()];
}

function weeksByType(
	records: CareRecords,
	months: readonly MonthFlows[] | Blocked,
	inputs: CareInputs | Blocked,
	context: Context
): CareProjection['weeksOf'] {
	const byRef = new Map<string, KnownWeeks | Blocked>();
	return (ref) => {
		const found = byRef.get(ref);
		if (found !== undefined) return found;
		const timed = records.placementTypes.find((type) => type.ref === ref);
		if (timed === undefined) throw new Error(`there is no placement type ${ref}`);
		const weeks = isBlocked(months)
			? months
			: isBlocked(inputs)
				? inputs
				: knownWeeks(timed, months, inputs, context);
		byRef.set(ref, weeks);
		return weeks;
	};
}

function knownWeeks(
	timed: CareRecords['placementTypes'][number],
	months: readonly MonthFlows[],
	inputs: CareInputs,
	context: Context
): KnownWeeks | Blocked {
	const { id } = anyContent(timed);
	const demand = Float64Array.from(months, (flows) => childWeeks(flows, inputs.types, id));
	const weeks = weeksOfType(timed, demand, openingOf(inputs, inputs.types, id), context);
	return isBlocked(weeks) ? weeks : { ...weeks, after: inputs.after };
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
