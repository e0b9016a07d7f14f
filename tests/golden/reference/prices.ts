import { find, monthNumber, number, type Entry, type World, word } from './council';
import { ONE, per, read, sum, times, whole, type Fraction } from './fraction';

/** '2010/11' as 2010. */
export function yearStart(label: string): number {
	return Number(label.slice(0, 4));
}

/** 2010 as '2010/11'. */
export function label(start: number): string {
	return `${start}/${String(start + 1).slice(2)}`;
}

/** Days of a month counted from April of the first year. */
export function daysIn(month: number, first: number): number {
	return new Date(Date.UTC(first, 4 + month, 0)).getUTCDate();
}

/** Days of the financial year that starts in April of `start`. */
export function daysOfYear(start: number): number {
	return (Date.UTC(start + 1, 3, 1) - Date.UTC(start, 3, 1)) / 86_400_000;
}

/** What £1 of a price year is in the financial year `year`, by an index; 1 without an index. */
export function uplift(
	world: World,
	index: string | null,
	priceYear: number,
	year: number
): Fraction {
	if (index === null) return ONE;
	const record = world.written('indices', index);
	const step = (april: number) => {
		const own = find(record, `rates.${label(april)}`);
		return sum(ONE, typeof own === 'string' ? read(own) : number(record, 'otherYears'));
	};
	let factor = ONE;
	for (let april = priceYear + 1; april <= year; april++) factor = times(factor, step(april));
	for (let april = year + 1; april <= priceYear; april++) factor = per(factor, step(april));
	return factor;
}

/** A record's own index, from its own price year to `year`. */
export function ownUplift(world: World, record: Entry, year: number): Fraction {
	const index = record['index'];
	return uplift(
		world,
		typeof index === 'string' ? index : null,
		yearStart(word(record, 'priceYear')),
		year
	);
}

/** A value for each year: the mean over the year's months of what a month is worth by the year. */
export function byMonths(
	world: World,
	worth: (month: number, year: number) => Fraction
): readonly Fraction[] {
	return Array.from({ length: world.years }, (_, y) =>
		per(
			sum(...Array.from({ length: 12 }, (__, m) => worth(12 * y + m, world.first + y))),
			whole(12)
		)
	);
}

/** An amount that falls in one month; nothing where it falls outside the horizon. */
export function inMonth(
	world: World,
	month: number,
	amount: (year: number) => Fraction
): readonly Fraction[] {
	return Array.from({ length: world.years }, (_, y) =>
		Math.floor(month / 12) === y ? amount(world.first + y) : whole(0)
	);
}

/** '2011-04' in months from April of the world's first year. */
export function monthIn(world: World, text: string): number {
	return monthNumber(text, world.first);
}
