import { Decimal } from 'decimal.js';
import { publishedValue, type PublishedCouncil } from '$lib/model';

/** Published years that are shown. */
const YEARS_SHOWN = 6;
const PER = 10_000;

/** The years of a council that have a figure of children in care, the newest few. */
export function yearsShown({ years }: PublishedCouncil): readonly number[] {
	return years
		.filter(({ inCare, starting, ceasing }) => (inCare ?? starting ?? ceasing) !== null)
		.map(({ year }) => year)
		.slice(-YEARS_SHOWN);
}

/** Children in care per 10,000 who live there; null where either is not published. */
export function rateIn(council: PublishedCouncil, year: number): Decimal | null {
	const inCare = publishedValue(council, year, 'inCare');
	const children = publishedValue(council, year, 'children');
	return inCare === null || children === null || children === 0
		? null
		: new Decimal(inCare).div(children).times(PER);
}

/** The mean rate of councils in a year, of those that have one; null where none has. */
export function meanRate(councils: readonly PublishedCouncil[], year: number): Decimal | null {
	const rates = councils.flatMap((council) => rateIn(council, year) ?? []);
	return rates.length === 0
		? null
		: rates.reduce((sum, rate) => sum.plus(rate), new Decimal(0)).div(rates.length);
}
