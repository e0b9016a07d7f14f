import type { BlockedDelivery, Delivery } from '../capacity/capacity';
import { isBlocked, isSame, type Blocked } from '../formula/value';
import { heldBetween } from '../ledger/basis';
import { anyContent, type Timed } from '../ledger/line';
import type { Assumption } from '../records/assumption';
import type { Intervention } from '../records/intervention';
import type { Service } from '../records/service';

/** A service in one area, blocked or not. */
export type AnyDelivery = Delivery | BlockedDelivery;

/** The records that effects come from. */
export interface EffectRecords {
	readonly interventions: readonly Timed<Intervention>[];
	readonly services: readonly Timed<Service>[];
	readonly assumptions: readonly Assumption[];
}

/** A run as far as effects need it: its records, and what its services deliver. */
export interface HelpSide {
	readonly records: EffectRecords;
	readonly delivered: readonly AnyDelivery[];
}

/** The two sides of a difference, over the months of the projection. */
export interface Sides {
	readonly here: HelpSide;
	readonly nothing: HelpSide;
	readonly months: number;
}

/** The table of optimism corrections that an intervention goes by. */
export function tableOf(
	intervention: Intervention,
	{ assumptions }: EffectRecords
): Assumption | undefined {
	return assumptions.find(({ id }) => id === intervention.correctionTable);
}

/** What an intervention does in a year more than if we change nothing rests on; null where both sides are the same. */
export function differenceIn(
	timed: Timed<Intervention>,
	{ here, nothing }: Sides,
	y: number
): unknown {
	const [own, other] = [here, nothing].map((side) => {
		const help = side.records.interventions.find(({ ref }) => ref === timed.ref);
		return [
			help === undefined
				? null
				: heldBetween(help, 12 * y, 12 * y + 12, (content) => ({
						content,
						table: tableOf(content, side.records)
					})),
			deliveredIn(side, anyContent(timed).service, y)
		];
	});
	return isSame(own, other) ? null : [own, other];
}

/** What the cases of a service in a year depend on, area by area. */
export function deliveredIn({ delivered }: HelpSide, service: string, y: number): unknown {
	return delivered
		.filter((delivery) => delivery.service === service)
		.map(({ area, basisIn }) => [area, basisIn(y)]);
}

/** What an effect has rested on up to the end of a year; null where it has brought nothing about until then. */
export function effectUpTo(amount: Float64Array | Blocked, y: number): unknown {
	const known = isBlocked(amount)
		? (amount.basis as readonly unknown[]).slice(0, y + 1)
		: [...amount.slice(0, 12 * (y + 1))];
	return known.every((own) => own === null || own === 0) ? null : known;
}
