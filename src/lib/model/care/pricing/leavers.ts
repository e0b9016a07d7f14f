import type { EarlierLeavers } from '../estimate/careLeavers';
import { TYPES } from '../estimate/careModel';
import type { Stretch } from '../estimate/path';
import { RETURN_TYPE_IDS } from '../estimate/types';

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
 * end, and those who did so before the first, whose birthdays are taken for evenly spread over the year. All are followed
 * month by month, and nobody past 25.
 */
export function leaverDays(
	stretches: readonly Stretch[],
	turned18: readonly Float64Array[],
	earlier: readonly EarlierLeavers[] = []
): readonly Float64Array[] {
	let cohorts: readonly Cohort[] = cohortsOf(earlier);
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

/** Those who turned 18 so many months ago, by the type that they left. */
interface Cohort {
	readonly months: number;
	readonly byType: Float64Array;
}

function cohortsOf(earlier: readonly EarlierLeavers[]): readonly Cohort[] {
	return LEAVER_YEARS.flatMap((year) => {
		const byType = new Float64Array(TYPES);
		for (const { age, type, people } of earlier)
			if (age === year) byType[RETURN_TYPE_IDS.indexOf(type)]! += people / MONTHS_IN_YEAR;
		return Array.from({ length: MONTHS_IN_YEAR }, (_, month) => ({
			months: (year - LEAVER_YEARS[0]) * MONTHS_IN_YEAR + month,
			byType
		}));
	});
}
