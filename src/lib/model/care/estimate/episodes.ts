import { calendarYearOf, yearsLater, type DayNumber } from '../../calendar/days';
import type { Child, CleanReturn } from '../return/clean';
import { returnTypeOf, type ReturnType } from './types';

/** A stretch in which a child is of one year of age and in one placement type: from the start day to, and not with, the end day. */
export interface Stretch {
	readonly child: Child;
	readonly start: DayNumber;
	readonly end: DayNumber;
	/** Completed years of age, 0 to 17. */
	readonly age: number;
	readonly type: ReturnType;
	readonly provider: string;
	/** When the child came into care this time: the start of the first of the stays without a gap. */
	readonly since: DayNumber;
	/** What ends it; null where it goes on past what the return tells. */
	readonly endsBy: EndsBy | null;
	/** What begins it. */
	readonly beginsBy: 'firstEntry' | 'reEntry' | 'move' | 'birthday';
}

/** How a stretch ends: by a birthday, by a move to another placement, by turning 18, or by leaving care for a reason (REC). */
export type EndsBy =
	| { readonly how: 'birthday' }
	| { readonly how: 'turned18' }
	| { readonly how: 'move'; readonly to: ReturnType }
	| { readonly how: 'exit'; readonly reason: string };

const ADULT = 18;

const known = new WeakMap<CleanReturn, readonly Stretch[]>();

/**
 * Cuts the stays of a return at every birthday up to the 18th, by the calendar; nobody is in care from then on. A stay that
 * begins on the day on which the one before ends is a move, whatever the reason written.
 */
export function stretchesOf(clean: CleanReturn): readonly Stretch[] {
	// What is counted of a return is counted several times over: its flows, its stocks, its types with few children.
	let own = known.get(clean);
	if (own === undefined) known.set(clean, (own = cutAtBirthdays(clean)));
	return own;
}

function cutAtBirthdays({ stays, to }: CleanReturn): readonly Stretch[] {
	const stretches: Stretch[] = [];
	let type: ReturnType | null = null;
	let since: DayNumber = 0;
	stays.forEach((stay, i) => {
		const [previous, next] = [stays[i - 1], stays[i + 1]];
		const isSame = previous?.child === stay.child;
		const goesOn = isSame && previous.end === stay.start;
		if (!goesOn) since = stay.start;
		type = returnTypeOf(stay.placement, goesOn ? type : null);
		const after = next?.child === stay.child && next.start === stay.end ? next : null;
		stretches.push(
			...byYearOfAge(stay.child.born, stay.start, stay.end, to + 1).map((part, n, parts) => ({
				child: stay.child,
				start: part.start,
				end: part.end,
				age: part.age,
				type: type as ReturnType,
				provider: stay.provider,
				since,
				beginsBy:
					n > 0
						? ('birthday' as const)
						: goesOn
							? ('move' as const)
							: isSame
								? ('reEntry' as const)
								: ('firstEntry' as const),
				endsBy: endOf(part, n === parts.length - 1, stay.end, {
					to: after === null ? null : returnTypeOf(after.placement, type),
					reason: stay.endReason
				})
			}))
		);
	});
	return stretches;
}

interface Part {
	readonly start: DayNumber;
	readonly end: DayNumber;
	readonly age: number;
	/** Whether the 18th birthday ends it. */
	readonly turns18: boolean;
}

function endOf(
	part: Part,
	isLast: boolean,
	end: DayNumber | null,
	after: { readonly to: ReturnType | null; readonly reason: string }
): EndsBy | null {
	if (part.turns18) return { how: 'turned18' };
	if (!isLast) return { how: 'birthday' };
	if (end === null) return null;
	return after.to === null ? { how: 'exit', reason: after.reason } : { how: 'move', to: after.to };
}

/** The years of age of a stay, each with its days; an open stay goes up to the end of what is known. */
function byYearOfAge(
	born: DayNumber,
	start: DayNumber,
	end: DayNumber | null,
	known: DayNumber
): readonly Part[] {
	const parts: Part[] = [];
	const until = end ?? known;
	let from = start;
	for (let age = Math.max(completedYears(born, start), 0); age < ADULT; age++) {
		const birthday = yearsLater(born, age + 1);
		const stop = Math.min(birthday, until);
		parts.push({
			start: from,
			end: stop,
			age,
			turns18: age === ADULT - 1 && stop === birthday
		});
		if (stop === until) break;
		from = birthday;
	}
	return parts;
}

/** Completed years of age on a day of who was born on another. */
export function completedYears(born: DayNumber, day: DayNumber): number {
	const years = calendarYearOf(day) - calendarYearOf(born);
	return yearsLater(born, years) > day ? years - 1 : years;
}
