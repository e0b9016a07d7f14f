import { yearsLater, type DayNumber } from '../../calendar/days';
import type { CleanReturn, Stay } from '../return/clean';
import { costLineOf, type CostLine } from './costLines';
import {
	ageGroupOf,
	categoryOf,
	DAILY_AGES,
	NOT_IN_CARE,
	type AgeGroup,
	type DailyCategory,
	type Whereabouts
} from './states';

/** A part of a stay within one age group, with where the child was before and is after it. */
export interface Spell {
	readonly stay: Stay;
	readonly start: DayNumber;
	readonly end: DayNumber | null;
	/** Ages in years of 365.24 days; on a birthday that cuts a stay, the whole years. */
	readonly age: number;
	readonly endAge: number;
	readonly ageGroup: AgeGroup;
	readonly endAgeGroup: AgeGroup;
	readonly category: DailyCategory;
	readonly line: CostLine;
	readonly before: Whereabouts;
	/** Null while the stay goes on. */
	readonly after: Whereabouts | null;
}

const DAYS_IN_YEAR = 365.24;

/** A part of a stay before it knows its neighbours. */
type Part = Pick<Spell, 'stay' | 'start' | 'end' | 'age' | 'endAge'>;

/** Cuts the stays of a return at the birthdays that begin an age group, and links each part with those beside it. */
export function spellsOf({ stays, to }: CleanReturn): readonly Spell[] {
	const parts = stays.flatMap((stay) => cutAtBirthdays(stay, to));
	return parts.flatMap((part, i) => {
		const { stay, start, end } = part;
		const [ageGroup, endAgeGroup] = [ageGroupOf(part.age), ageGroupOf(part.endAge)];
		// Nobody of these ages is in care: the date of birth or of the stay is wrong.
		if (ageGroup === null || endAgeGroup === null) return [];
		const [previous, next] = [parts[i - 1], parts[i + 1]];
		return [
			{
				stay,
				start,
				end,
				age: part.age,
				endAge: part.endAge,
				ageGroup,
				endAgeGroup,
				category: categoryOf(stay.placement),
				line: costLineOf(stay.placement, stay.provider),
				before:
					previous?.stay.child === stay.child && previous.end === start
						? categoryOf(previous.stay.placement)
						: NOT_IN_CARE,
				after:
					end === null
						? null
						: next?.stay.child === stay.child && next.start === end
							? categoryOf(next.stay.placement)
							: NOT_IN_CARE
			}
		];
	});
}

function cutAtBirthdays(stay: Stay, to: DayNumber): readonly Part[] {
	const { born } = stay.child;
	const age = (stay.start - born) / DAYS_IN_YEAR;
	const endAge = ((stay.end ?? to) - born) / DAYS_IN_YEAR;
	const parts: Part[] = [];
	let [start, ageThen] = [stay.start, age];
	for (const { to: years } of DAILY_AGES) {
		if (!(age < years && years <= endAge)) continue;
		const birthday = yearsLater(born, years);
		parts.push({ stay, start, end: birthday, age: ageThen, endAge: years });
		[start, ageThen] = [birthday, years];
	}
	return [...parts, { stay, start, end: stay.end, age: ageThen, endAge }];
}
