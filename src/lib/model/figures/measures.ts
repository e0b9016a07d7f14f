import type { BlockedDelivery, Delivery } from '../capacity/capacity';
import { floatOf, isKnown } from '../formula/value';
import type { Context } from '../ledger/context';
import { anyContent, heldIn, type Timed } from '../ledger/line';
import { measure, type Series } from '../ledger/series';
import type { Building } from '../records/building';
import type { PartTitle } from './partTitles';
import type { Post } from '../records/post';

const NO_BLANKS: readonly string[] = [];
const LAST_MONTH = 11;

/** Heads and FTE of a group of posts, beside what they cost. */
export function postMeasures(timed: Timed<Post>, context: Context): readonly Series[] {
	return [
		postMeasure(timed, 'staffing.heads', 'heads', context),
		postMeasure(timed, 'staffing.fte', 'fte', context)
	];
}

/** Heads or FTE of a group of posts, on average over each year. */
function postMeasure(
	timed: Timed<Post>,
	figure: string,
	field: 'heads' | 'fte',
	context: Context
): Series {
	const record = anyContent(timed);
	const blanks = new Set<string>();
	const values = new Float64Array(context.years);
	for (let y = 0; y < values.length; y++)
		for (const { content, months } of timed.versions) {
			const held = months[y] ?? 0;
			if (content === null || held === 0) continue;
			const value = content[field];
			if (!isKnown(value)) blanks.add(`${timed.ref}.${field}`);
			values[y] = (values[y] ?? 0) + (isKnown(value) ? floatOf(value) * floatOf(held) : NaN) / 12;
		}
	return measure(
		`${timed.ref}/${field}`,
		record.title,
		figure,
		record.team,
		values,
		[...blanks],
		(y) => [...monthsByValue(timed, field, y)]
	);
}

/** Months of a year by value: versions that leave the value alone make no difference to it. */
function monthsByValue(
	timed: Timed<Post>,
	field: 'heads' | 'fte',
	y: number
): ReadonlyMap<string, number> {
	const byValue = new Map<string, number>();
	for (const { content, months } of heldIn(timed, y)) {
		const key = content[field]?.toFixed() ?? 'blank';
		byValue.set(key, (byValue.get(key) ?? 0) + floatOf(months));
	}
	return byValue;
}

/** Whether a building is open on 31 March of each year. */
export function openMeasure(timed: Timed<Building>, context: Context): Series {
	const record = anyContent(timed);
	const values = new Float64Array(context.years);
	for (const { content, weights } of timed.versions)
		for (let y = 0; content !== null && y < values.length; y++)
			values[y] = (values[y] ?? 0) + (weights[12 * y + LAST_MONTH] ?? 0);
	return measure(
		`${timed.ref}/open`,
		record.title,
		'estate.open',
		record.id,
		values,
		NO_BLANKS,
		null
	);
}

/** Demand, capacity, families served, unmet and spare, by service and area [cases a year]. */
export function deliveryMeasures(
	delivered: readonly (Delivery | BlockedDelivery)[],
	titleOf: PartTitle,
	context: Context
): readonly Series[] {
	return delivered.flatMap((delivery) => {
		const part = `${delivery.service}/${delivery.area}`;
		const series = (
			name: string,
			title: string,
			of: (open: Delivery, m: number) => number
		): Series => {
			const stuck = 'blocked' in delivery ? delivery.blocked : null;
			const values = Float64Array.from({ length: context.years }, (_, y) => {
				if ('blocked' in delivery) return NaN;
				let total = 0;
				for (let m = 12 * y; m < 12 * y + 12; m++) total += of(delivery, m);
				return total;
			});
			return measure(
				`services/${part}/${name}`,
				`${title}: ${titleOf(`capacity.${name}`, part)}`,
				`capacity.${name}`,
				part,
				values,
				stuck?.waitsFor ?? NO_BLANKS,
				delivery.basisIn
			);
		};
		const demand = (open: Delivery, m: number): number => open.demand[m] ?? 0;
		const capacity = (open: Delivery, m: number): number => open.capacity[m] ?? 0;
		return [
			series('demand', 'Cases that ask', demand),
			series('total', 'Cases that could be taken', capacity),
			series('served', 'Cases served', (open, m) => open.served[m] ?? 0),
			series('unmet', 'Cases not served', (open, m) =>
				Math.max(0, demand(open, m) - capacity(open, m))
			),
			series('spare', 'Capacity not used', (open, m) =>
				Math.max(0, capacity(open, m) - demand(open, m))
			)
		];
	});
}
