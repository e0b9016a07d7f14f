/** When something has paid for itself: the year, never within the horizon, or blocked by blanks. */
export type Payback =
	{ readonly year: string } | { readonly never: true } | { readonly blockedBy: readonly string[] };

/** The first year from which a cumulative net cost stays at or below 0; `isDearer` says of each year whether it is above. */
export function firstPaid(isDearer: readonly boolean[], years: readonly string[]): Payback {
	const year = years[isDearer.lastIndexOf(true) + 1];
	return year === undefined ? { never: true } : { year };
}
