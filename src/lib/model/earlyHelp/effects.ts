import type { BlockedDelivery, Delivery } from '../capacity/capacity';
import {
	blocked,
	floatOf,
	isBlocked,
	isKnown,
	isSame,
	type Blocked,
	type Value
} from '../formula/value';
import type { Context } from '../ledger/context';
import type { Timed } from '../ledger/line';
import type { Assumption } from '../records/assumption';
import type { Intervention } from '../records/intervention';
import type { Service } from '../records/service';
import type { Term } from '../formula/term';
import { avoidedByMonth, avoidedForEachFamily, avoidedTerm, refusal } from './avoided';

type AnyDelivery = Delivery | BlockedDelivery;

/** What one intervention does to entries, against the projection without changes. */
export interface Effect {
	readonly intervention: Intervention;
	/** Entries to care avoided in each month [children], negative where fewer families are helped; or blocked. */
	readonly avoided: Float64Array | Blocked;
	/** Share of the entries avoided by state: band and type. */
	readonly profile: readonly {
		readonly band: string;
		readonly type: string;
		readonly share: Value;
	}[];
	/** Why the effect is not used; null where it is. */
	readonly refused: string | null;
	readonly term: Term;
}

/** All interventions' effects, and the families that services serve. */
export interface Effects {
	readonly list: readonly Effect[];
	/** Families that a service serves in a year, in the months that weigh; over all its areas [cases]. */
	readonly servedIn: (service: string, y: number, weights: Float64Array) => Value;
}

/** The records that effects come from. */
export interface EffectRecords {
	readonly interventions: readonly Timed<Intervention>[];
	readonly services: readonly Timed<Service>[];
	readonly assumptions: readonly Assumption[];
}

/** The effects of all interventions: families served here and if we change nothing, and the entries that makes. */
export function effectsOf(
	records: EffectRecords,
	delivered: readonly AnyDelivery[],
	withoutChanges: readonly AnyDelivery[],
	context: Context
): Effects {
	const list = records.interventions.flatMap((timed) => {
		const content =
			timed.base ?? timed.versions.find((version) => version.content !== null)?.content;
		return content === null || content === undefined
			? []
			: [effectOf(timed, content, records, delivered, withoutChanges, context)];
	});
	return { list, servedIn: (service, y, weights) => served(delivered, service, y, weights) };
}

function effectOf(
	timed: Timed<Intervention>,
	intervention: Intervention,
	records: EffectRecords,
	delivered: readonly AnyDelivery[],
	withoutChanges: readonly AnyDelivery[],
	context: Context
): Effect {
	const service = records.services.find(
		({ ref }) => ref === `services/${intervention.service}`
	)?.base;
	const refused = service === null || service === undefined ? null : refusal(intervention, service);
	const table = records.assumptions.find(({ id }) => id === intervention.correctionTable);
	const term = avoidedTerm(intervention, table);
	const none = new Float64Array(context.years * 12);
	const avoided =
		refused !== null ? none : avoidedOf(timed, intervention, term, delivered, withoutChanges, none);
	return { intervention, avoided, profile: intervention.profile, refused, term };
}

function avoidedOf(
	timed: Timed<Intervention>,
	intervention: Intervention,
	term: Term,
	delivered: readonly AnyDelivery[],
	withoutChanges: readonly AnyDelivery[],
	none: Float64Array
): Float64Array | Blocked {
	const more = servedMore(intervention.service, delivered, withoutChanges, none.length);
	// Where nobody more or fewer is served, nothing changes, whatever is still blank about the effect.
	if (!isBlocked(more) && more.every((cases) => cases === 0)) return none;
	const perFamily = avoidedForEachFamily(term);
	const { engagement, completion, lagMonths, spreadMonths } = intervention;
	const fields = { engagement, completion, lagMonths, spreadMonths };
	const blanks = Object.entries(fields).flatMap(([name, value]) =>
		value === null ? [`${timed.ref}.${name}`] : []
	);
	intervention.profile.forEach((part, i) => {
		if (part.share === null) blanks.push(`${timed.ref}.profile.${String(i)}.share`);
	});
	if (isBlocked(more) || isBlocked(perFamily) || blanks.length > 0)
		return blocked(
			[
				...blanks,
				...(isBlocked(more) ? more.waitsFor : []),
				...(isBlocked(perFamily) ? perFamily.waitsFor : [])
			],
			{ more, intervention }
		);
	const finishing = floatOf(engagement ?? 0) * floatOf(completion ?? 0);
	return avoidedByMonth(
		more.map((cases) => cases * finishing),
		perFamily,
		floatOf(lagMonths ?? 0),
		floatOf(spreadMonths ?? 1)
	);
}

/** Cases served more than without changes, month by month over all areas; an area that is the same counts nothing. */
function servedMore(
	service: string,
	delivered: readonly AnyDelivery[],
	withoutChanges: readonly AnyDelivery[],
	months: number
): Float64Array | Blocked {
	const more = new Float64Array(months);
	const waiting: Blocked[] = [];
	for (const here of delivered) {
		if (here.service !== service) continue;
		const there = withoutChanges.find(
			(other) => other.service === service && other.area === here.area
		);
		if (here === there) continue;
		const both = [here, ...(there === undefined ? [] : [there])];
		const stuck = both.flatMap((one) => ('blocked' in one ? [one.blocked] : []));
		if (stuck.length > 0) {
			const same = stuck.length === 2 && isSame(stuck[0]?.basis, stuck[1]?.basis);
			if (!same) waiting.push(...stuck);
			continue;
		}
		if ('blocked' in here || there === undefined || 'blocked' in there) continue;
		here.served.forEach((cases, m) => {
			more[m] = (more[m] ?? 0) + cases - (there.served[m] ?? 0);
		});
	}
	if (waiting.length === 0) return more;
	return blocked(
		waiting.flatMap(({ waitsFor }) => waitsFor),
		waiting.map(({ basis }) => basis)
	);
}

function served(
	delivered: readonly AnyDelivery[],
	service: string,
	y: number,
	weights: Float64Array
): Value {
	const own = delivered.filter((delivery) => delivery.service === service);
	const stuck = own.flatMap((delivery) => ('blocked' in delivery ? [delivery.blocked] : []));
	if (stuck.length > 0)
		return blocked(
			stuck.flatMap(({ waitsFor }) => waitsFor),
			stuck.map(({ basis }) => basis)
		);
	let cases = 0;
	for (const delivery of own)
		if ('served' in delivery)
			for (let m = 12 * y; m < 12 * y + 12; m++)
				cases += (weights[m] ?? 0) * (delivery.served[m] ?? 0);
	return cases;
}

/** The share of an effect that falls on each state; shares that are blank have blocked the effect before. */
export function byState(
	effect: Effect,
	stateOf: (band: string, type: string) => number,
	states: number
): Float64Array {
	const shares = new Float64Array(states);
	for (const { band, type, share } of effect.profile)
		if (share !== null && isKnown(share)) {
			const state = stateOf(band, type);
			shares[state] = (shares[state] ?? 0) + floatOf(share);
		}
	return shares;
}
