import { blocked, floatOf, isBlocked, isSame, type Blocked, type Value } from '../formula/value';
import type { Context } from '../ledger/context';
import { anyContent, isEverThere, type Timed } from '../ledger/line';
import type { Intervention } from '../records/intervention';
import { floatTerm, type Term } from '../formula/term';
import { delayed } from './avoided';
import {
	deliveredIn,
	differenceIn,
	tableOf,
	type AnyDelivery,
	type EffectRecords,
	type HelpSide,
	type Sides
} from './basis';
import { effectTerm, followedOutcome, refusal, type EffectOutcome } from './outcomes';

/** What one intervention brings about, against the projection without changes. */
export interface Effect {
	readonly ref: string;
	readonly intervention: Intervention;
	readonly outcome: EffectOutcome;
	/**
	 * In each month: entries avoided, returns home or steps down [children], or plans avoided [plan-months]; negative
	 * where fewer families are helped; or blocked, its basis being that of every year, in order, and null in years in
	 * which nobody more or fewer is helped.
	 */
	readonly amount: Float64Array | Blocked;
	/** What one family served brings about, as the record stands before changes. */
	readonly term: Term;
}

/** All interventions' effects, and the families that services serve. */
export interface Effects {
	readonly list: readonly Effect[];
	/** Why effects are not used, a sentence each. */
	readonly refused: readonly string[];
	/** Families that a service serves in a year, in the months that weigh; over all its areas [cases]. */
	readonly servedIn: (service: string, y: number, weights: Float64Array) => Value;
	/** What that depends on in a year, beside the weights. */
	readonly servedBasisIn: (service: string, y: number) => unknown;
}

/** The effects of all interventions: what the families served here bring about, less what they do if we change nothing. */
export function effectsOf(here: HelpSide, nothing: HelpSide, context: Context): Effects {
	const months = context.years * 12;
	const refused: string[] = [];
	const list = here.records.interventions.flatMap((timed): readonly Effect[] => {
		if (!isEverThere(timed)) return [];
		const content = anyContent(timed);
		const service = here.records.services.find(({ ref }) => ref === `services/${content.service}`);
		const reason = service === undefined ? null : refusal(content, anyContent(service));
		const outcome = followedOutcome(content);
		if (reason !== null) refused.push(reason);
		if (reason !== null || outcome === null) return [];
		return [
			{
				ref: timed.ref,
				intervention: content,
				outcome,
				amount: amountOf(timed, content, outcome, { here, nothing, months }),
				term: effectTerm(content, outcome, tableOf(content, here.records), [])
			}
		];
	});
	return {
		list,
		refused,
		servedIn: (service, y, weights) => served(here.delivered, service, y, weights),
		servedBasisIn: (service, y) => deliveredIn(here, service, y)
	};
}

function amountOf(
	timed: Timed<Intervention>,
	intervention: Intervention,
	outcome: EffectOutcome,
	sides: Sides
): Float64Array | Blocked {
	const more = moreByServed(timed, intervention.service, outcome, sides);
	// Where nobody more or fewer is helped, nothing changes, whatever is still blank about the effect.
	if (!isBlocked(more) && more.every((amount) => amount === 0)) return more;
	const { lagMonths, spreadMonths } = intervention;
	const blanks = [
		...Object.entries({ lagMonths, spreadMonths }).flatMap(([name, value]) =>
			value === null ? [`${timed.ref}.${name}`] : []
		),
		...intervention.profile.flatMap(({ share }, i) =>
			share === null ? [`${timed.ref}.profile.${String(i)}.share`] : []
		)
	];
	if (isBlocked(more) || blanks.length > 0)
		return blocked(
			[...blanks, ...(isBlocked(more) ? more.waitsFor : [])],
			Array.from({ length: sides.months / 12 }, (_, y) => differenceIn(timed, sides, y))
		);
	return delayed(more, floatOf(lagMonths ?? 0), floatOf(spreadMonths ?? 1));
}

/**
 * What the families served in each month will bring about, more than if we change nothing. An area where the service
 * and the help are the same on both sides counts nothing, blocked or not.
 */
function moreByServed(
	timed: Timed<Intervention>,
	service: string,
	outcome: EffectOutcome,
	{ here, nothing, months }: Sides
): Float64Array | Blocked {
	const before = nothing.records.interventions.find(({ ref }) => ref === timed.ref);
	const isSameOnBoth = isSameHelp(timed, before, here.records, nothing.records);
	const more = new Float64Array(months);
	const waiting: Blocked[] = [];
	for (const own of here.delivered) {
		if (own.service !== service) continue;
		const other = nothing.delivered.find(
			(delivery) => delivery.service === service && delivery.area === own.area
		);
		if (isSameOnBoth && isSameDelivery(own, other)) continue;
		for (const [side, delivery, help, sign] of [
			[here, own, timed, 1],
			[nothing, other, before, -1]
		] as const) {
			if (delivery === undefined || help === undefined) continue;
			const each = byEachServed(help, outcome, side.records, months);
			if ('blocked' in delivery) waiting.push(delivery.blocked);
			else if (isBlocked(each)) waiting.push(each);
			else
				delivery.served.forEach((cases, m) => {
					more[m] = (more[m] ?? 0) + sign * cases * (each[m] ?? 0);
				});
		}
	}
	return waiting.length === 0
		? more
		: blocked(
				waiting.flatMap(({ waitsFor }) => waitsFor),
				null
			);
}

/** True where help is the same on both sides, with the corrections that it is read by. */
export function isSameHelp(
	help: Timed<Intervention>,
	other: Timed<Intervention> | undefined,
	here: EffectRecords,
	there: EffectRecords
): boolean {
	return (
		other !== undefined &&
		isSame(other.versions, help.versions) &&
		help.versions.every(
			({ content }) => content === null || isSame(tableOf(content, here), tableOf(content, there))
		)
	);
}

function isSameDelivery(a: AnyDelivery, b: AnyDelivery | undefined): boolean {
	if (a === b) return true;
	if (b === undefined) return false;
	return 'blocked' in a || 'blocked' in b
		? 'blocked' in a && 'blocked' in b && isSame(a.blocked.basis, b.blocked.basis)
		: isSame(a.served, b.served);
}

/** What each family served in a month brings about, by the versions of the help that hold in it. */
function byEachServed(
	{ versions }: Timed<Intervention>,
	outcome: EffectOutcome,
	records: EffectRecords,
	months: number
): Float64Array | Blocked {
	const each = new Float64Array(months);
	for (const { content, weights, changes } of versions) {
		if (content === null || weights.every((weight) => weight === 0)) continue;
		const term = effectTerm(content, outcome, tableOf(content, records), changes);
		const amount = floatTerm(term);
		if (isBlocked(amount)) return blocked(amount.waitsFor, term.values);
		weights.forEach((weight, m) => {
			each[m] = (each[m] ?? 0) + weight * amount;
		});
	}
	return each;
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
