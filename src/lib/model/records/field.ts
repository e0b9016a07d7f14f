import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { parseYear } from '../calendar/calendar';
import { Exact } from '../money/money';

/** What a numeric field of a record means: its name on screen, its unit and one sentence. */
export interface FieldAbout {
	readonly label: string;
	readonly unit: string;
	readonly meaning: string;
	/** What its numbers may be; left out where the field is a map of numbers. */
	readonly bounds?: Bounds;
	/** True where only whole numbers are. */
	readonly isWhole?: boolean;
}

/** Inclusive limits of a numeric field, in its own unit. */
export interface Bounds {
	readonly min?: number;
	readonly max?: number;
}

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
const LONGEST_NUMBER = 40;

/** The mend for text that should have been a number, as a clause: "write 12.5". */
function numberMend(text: string): string {
	const tidy = text.trim().replace(/^£/, '').replace(/\s/g, '');
	const percentage = /^(-?[\d.,]+)%$/.exec(tidy)?.[1];
	if (percentage !== undefined) {
		const number = pointed(percentage);
		if (PLAIN_NUMBER.test(number)) return `write ${new Exact(number).div(100).toFixed()}`;
	}
	const plain = pointed(tidy);
	if (PLAIN_NUMBER.test(plain)) return `write ${plain}`;
	if (tidy === '') return 'write null where it is not known';
	return 'write digits with a full stop for decimals, such as 12.5';
}

/** A number with its commas made out: one before the last digit or two is a point, others part thousands. */
const pointed = (text: string): string =>
	/^-?\d+,\d{1,2}$/.test(text) ? text.replace(',', '.') : text.replace(/,/g, '');

function numberProblem(text: string, { min, max }: Bounds): string | null {
	if (!PLAIN_NUMBER.test(text)) return `'${text}' is not a number; ${numberMend(text)}`;
	if (text.length > LONGEST_NUMBER)
		return `a number has at most ${String(LONGEST_NUMBER)} characters; shorten it`;
	if (min !== undefined && sideOf(text, min) < 0)
		return `${text} is below ${String(min)}; write ${String(min)} or more`;
	if (max !== undefined && sideOf(text, max) > 0)
		return `${text} is above ${String(max)}; write ${String(max)} or less`;
	return null;
}

/** Below 0 where the number of a text is less than a bound, above 0 where it is more. */
function sideOf(text: string, bound: number): number {
	const nearest = Number(text);
	// A float is never on the other side of a bound than the number that it was rounded from; only on it can both meet.
	return nearest === bound ? new Decimal(text).cmp(bound) : nearest - bound;
}

/** A codec between decimal text, as files and rows hold it, and an exact Decimal. */
export function decimalText(bounds: Bounds = {}) {
	return z.codec(
		z.string({ error: (issue) => textNeeded(issue.input) }).superRefine((text, context) => {
			const problem = numberProblem(text, bounds);
			if (problem !== null) context.addIssue({ code: 'custom', message: problem });
		}),
		z.instanceof(Decimal),
		{ decode: (text) => new Decimal(text), encode: (value) => value.toFixed() }
	);
}

function textNeeded(input: unknown): string {
	if (input === undefined)
		return 'is missing; write a number in quotes, or null where it is not known';
	if (typeof input === 'number')
		return `${String(input)} must stand in quotes, so that no digit is lost; write "${String(input)}"`;
	return 'must be a number in quotes, such as "12.5", or null where it is not known';
}

/** A numeric field that may be blank (null): blank is never zero. */
export function quantity(about: FieldAbout, bounds: Bounds = {}) {
	return decimalText(bounds)
		.nullable()
		.meta({ ...about, bounds });
}

/** A field holding pounds, zero or more. */
export function pounds(label: string, meaning: string) {
	return quantity({ label, unit: '£', meaning }, { min: 0, max: 1e12 });
}

/** A field holding pounds a year, zero or more. */
export function poundsPerYear(label: string, meaning: string) {
	return quantity({ label, unit: '£ a year', meaning }, { min: 0, max: 1e12 });
}

/** A field holding a share between 0 and 1: 0.5 is 50 %. */
export function share(label: string, meaning: string) {
	return quantity({ label, unit: 'share of 1', meaning }, { min: 0, max: 1 });
}

/** The id of a record, fact, pack, scenario or change: lower-case letters, digits and hyphens. */
export const id = z
	.string()
	.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, {
		error: (issue) =>
			`'${String(issue.input)}' is not an id; write letters, digits and hyphens, at most 64`
	})
	// Records hold maps by id, and every object answers to these names without having been given them.
	.refine((text) => !(text in Object.prototype), {
		error: (issue) => `'${String(issue.input)}' is a word kept for programs; write another id`
	});

/** A short text that people read: a title, a reason, a name. */
export const title = z.string().min(1, 'must not be empty; write a few words').max(400);

/** A longer text that people read. */
export const prose = z.string().max(4000);

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;

// Prices compounded over thousands of years are a slip of the keyboard, not a projection.
const isNearYear = (year: number | null): boolean =>
	year !== null && year >= EARLIEST_YEAR && year <= LATEST_YEAR;

/** A financial year in text: '2010/11'. */
export const financialYear = z.string().refine((text) => isNearYear(parseYear(text)), {
	error: (issue) => `'${String(issue.input)}' is not a financial year; write it as 2010/11`
});

/** A calendar month in text: '2011-04'. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, {
	error: (issue) => `'${String(issue.input)}' is not a month; write it as 2011-04`
});

/** A date in text: '2010-11-30'. */
export const date = z.iso.date({
	error: (issue) => `'${String(issue.input)}' is not a date; write it as 2010-11-30`
});

/** A field holding a whole number of months. */
export function wholeMonths(label: string, meaning: string, bounds: Bounds = { min: 0, max: 600 }) {
	return decimalText(bounds)
		.refine((months) => months.isInteger(), 'is not a whole number of months; write one such as 6')
		.nullable()
		.meta({ label, unit: 'months', meaning, bounds, isWhole: true });
}

/** A map from financial years to a blankable amount. */
export function byYear(about: FieldAbout, bounds: Bounds = {}) {
	return z.record(financialYear, quantity(about, bounds)).meta({ ...about });
}
