import { text, type Entry } from './council';
import { distanceToHalf, isWaiting, rounded, traceOf, ZERO, type Fraction } from './fraction';

/** One line of the accounts: what figure and part of it it falls in, and its pence by year; null where it waits. */
export interface Line {
	readonly id: string;
	readonly figure: string;
	readonly part: string;
	readonly heading: string | null;
	readonly pence: readonly (bigint | null)[];
	/** The exact pounds, which tell by their traces whether two lines wait for the same. */
	readonly pounds: readonly Fraction[];
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
		pence: pounds.map((amount) => (isWaiting(amount) ? null : rounded(amount, PENCE))),
		pounds,
		nearestHalf: Math.min(
			...pounds
				.filter((amount) => !isWaiting(amount))
				.map((amount) => distanceToHalf(amount, PENCE))
		)
	};
}

/**
 * What a line differs by from another [pence by year]; null where that waits. Two that wait for the same differ by
 * nothing.
 */
export function differenceOf(
	own: Line | undefined,
	other: Line | undefined
): readonly (bigint | null)[] {
	return (
		(own ?? other)?.pounds.map((_, y) => {
			const [here, there] = [own?.pounds[y] ?? ZERO, other?.pounds[y] ?? ZERO];
			if (!isWaiting(here) && !isWaiting(there))
				return rounded(here, PENCE) - rounded(there, PENCE);
			return isWaiting(here) && isWaiting(there) && traceOf(here) === traceOf(there) ? 0n : null;
		}) ?? []
	);
}
