import { text, type Entry } from './council';
import { distanceToHalf, rounded, type Fraction } from './fraction';

/** One line of the accounts: what figure and part of it it falls in, and its pence by year. */
export interface Line {
	readonly id: string;
	readonly figure: string;
	readonly part: string;
	readonly heading: string | null;
	readonly pence: readonly bigint[];
	/** How near any year's exact amount comes to half a penny [pence]; 0 is a tie. */
	readonly nearestHalf: number;
}

const PENCE = 2;

/**
 * The heading whose savings a record's lines count towards: the one it stands under, whether or not the published
 * figure of its base year contains it, which no post that a change adds could.
 */
export function headingOf(record: Entry): string | null {
	return text(record, 'heading');
}

/** A line from its exact pounds by year: each year is rounded once, halves away from nought. */
export function line(
	id: string,
	figure: string,
	part: string,
	heading: string | null,
	pounds: readonly Fraction[]
): Line {
	return {
		id,
		figure,
		part,
		heading,
		pence: pounds.map((amount) => rounded(amount, PENCE)),
		nearestHalf: Math.min(...pounds.map((amount) => distanceToHalf(amount, PENCE)))
	};
}
