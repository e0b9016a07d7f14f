import { readYear } from '$lib/input/calendar';
import { home } from '$lib/messages/home';

const words = home.create;
const LONGEST_NAME = 120;
const MOST_YEARS = 30;

/** What stands in the form of a new council. */
export interface Filled {
	readonly name: string;
	readonly firstYear: string;
	readonly years: string;
	readonly invented: boolean;
}

/** What a form, or the address to which it was sent back, says. */
export function filledOf(sent: FormData | URLSearchParams): Filled {
	const typed = (name: string): string => {
		const value = sent.get(name);
		return typeof value === 'string' ? value.trim() : '';
	};
	return {
		name: typed('name'),
		firstYear: typed('firstYear'),
		years: typed('years'),
		invented: sent.has('invented')
	};
}

/** The council that a form asks for, or what is wrong with it by field. */
export function readNew(filled: Filled) {
	const firstYear = readYear(filled.firstYear);
	const years = /^\d{1,2}$/.test(filled.years) ? Number(filled.years) : 0;
	const problems = {
		...nameProblem(filled.name),
		...(firstYear.ok && firstYear.value !== null
			? {}
			: {
					firstYear: firstYear.ok || filled.firstYear === '' ? words.noYear : firstYear.message
				}),
		...(years < 1 || years > MOST_YEARS ? { years: words.badYears } : {})
	};
	const isFit = Object.keys(problems).length === 0 && firstYear.ok;
	return {
		problems,
		details: isFit
			? {
					name: filled.name,
					invented: filled.invented,
					firstYear: firstYear.value ?? '',
					horizonYears: years
				}
			: null
	};
}

function nameProblem(name: string): { readonly name?: string } {
	if (name === '') return { name: words.noName };
	return name.length > LONGEST_NAME ? { name: words.longName } : {};
}
