import { RETURN_TYPE_IDS } from '../estimate/types';
import { TYPES } from '../estimate/careModel';
import type { Stretch } from '../estimate/path';

/** The years of age that care leavers are followed through, from 18 to the 25th birthday. */
export const LEAVER_YEARS = [18, 19, 20, 21, 22, 23, 24] as const;

/** The ages that the support of care leavers is priced by. */
export const LEAVER_AGES = ['18-20', '21-24'] as const;

/** An age that the support of care leavers is priced by. */
export type LeaverAge = (typeof LEAVER_AGES)[number];

const MONTHS_IN_YEAR = 12;
const FIRST_YEARS_OF_OLDER = 21;

/** The age group of a care leaver's year of age. */
export function leaverAgeOf(year: number): LeaverAge {
	return year < FIRST_YEARS_OF_OLDER ? '18-20' : '21-24';
}

/** The place of a year of age and of the type that a care leaver left, in the days of care leavers. */
export function leaverState(year: number, type: number): number {
	return (year - LEAVER_YEARS[0]) * TYPES + type;
}

/** No days of any care leaver. */
export function noLeaverDays(): Float64Array {
	return new Float64Array(LEAVER_YEARS.length * TYPES);
}

/**
 * The days of care leavers in each stretch, by year of age and the type that they left: those who turn 18 at a stretch's
 * end are followed month by month from there on, and nobody past 25.
 */
export function leaverDays(
	stretches: readonly Stretch[],
	turned18: readonly Float64Array[]
): readonly Float64Array[] {
	let cohorts: readonly { readonly months: number; readonly byType: Float64Array }[] = [];
	return stretches.map(({ from, to, endsMonth }, at) => {
		const days = noLeaverDays();
		for (const { months, byType } of cohorts) {
			const year = LEAVER_YEARS[0] + Math.floor(months / MONTHS_IN_YEAR);
			RETURN_TYPE_IDS.forEach((_, type) => {
				days[leaverState(year, type)]! += (byType[type] ?? 0) * (to - from);
			});
		}
		if (endsMonth)
			cohorts = [
				...cohorts.map(({ months, byType }) => ({ months: months + 1, byType })),
				{ months: 0, byType: turned18[at] ?? new Float64Array(TYPES) }
			].filter(({ months }) => months < LEAVER_YEARS.length * MONTHS_IN_YEAR);
		return days;
	});
}
