import { Decimal } from 'decimal.js';
import type { House } from '$lib/format';
import { chanceWords, moreOrLess, sure } from '$lib/messages/sure';
import type { Sureness } from '$lib/runner/sureness/protocol';

/** A scenario, by its id and its title. */
interface Named {
	readonly id: string;
	readonly title: string;
}

/** What the draws come to, in sentences that can be repeated; against "If we change nothing" unless it is that. */
export function answersOf(
	sureness: Sureness,
	title: string,
	nothing: Named | null,
	house: House
): readonly string[] {
	const last = house.year(sureness.years.at(-1) ?? '');
	if (nothing === null) {
		const net = sureness.figures.get('net.total')?.byYear.at(-1) ?? null;
		if (net === null) return [sure.blocked(title)];
		const pounds = (value: number): string => house.pounds(new Decimal(value));
		return [
			sure.level({
				title,
				period: last,
				middle: pounds(net.p50),
				from: pounds(net.p10),
				to: pounds(net.p90)
			})
		];
	}
	const total = sureness.differences.get(nothing.id)?.get('net.total')?.total ?? null;
	if (total === null) return [sure.blocked(title)];
	const against = nothing.title;
	const pays = sureness.paysBack.at(-1) ?? null;
	const meets = sureness.meetsTarget.at(-1) ?? null;
	return [
		total.sd === 0
			? sure.noSpread(title, against)
			: sure.difference({
					title,
					against,
					period: house.period(sureness.years),
					middle: moreOrLess(total.p50, house),
					from: moreOrLess(total.p10, house),
					to: moreOrLess(total.p90, house)
				}),
		...(pays === null ? [] : [sure.pays(chanceWords(pays), last)]),
		...(meets === null ? [] : [sure.meets(chanceWords(meets), last)])
	];
}
