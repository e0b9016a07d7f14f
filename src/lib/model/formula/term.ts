import type { Decimal } from 'decimal.js';
import type { YearStart } from '../calendar/calendar';
import { Exact, exactPence, roundedPence } from '../money/money';
import { compile } from './compile';
import { evaluate } from './evaluate';
import type { Formula } from './expression';
import { blocked, isBlocked, isKnown, isSame, type Blocked, type Value } from './value';

/** The price basis of a record: its index, null where prices do not move, and the year they were stated in. */
export interface Priced {
	readonly index: string | null;
	readonly priceYear: string;
}

/** A formula with the values of its inputs: one version of a record in one year. A line is the sum of its terms. */
export interface Term {
	readonly formula: Formula;
	readonly values: Readonly<Record<string, Value>>;
	/** The record whose fields the inputs are: 'posts/outreach'. */
	readonly record: string;
	/** Field references of the inputs that come from elsewhere: { index: 'indices/pay' }. */
	readonly elsewhere?: Readonly<Record<string, string>> | undefined;
	/** The index and price year that its factor comes from, and the year it leads to. */
	readonly priced?: Priced;
	readonly year?: YearStart;
	/** Which changes make this version, for the working: empty for the record as it stands. */
	readonly changes: readonly string[];
	/** What inputs that are worked out elsewhere depend on in the year: where that is the same, so are they, blocked or not. */
	readonly dependsOn?: () => Readonly<Record<string, unknown>>;
	/** How the amount falls on the months of the projection; evenly over its year where it is left out. */
	readonly weights?: Float64Array | undefined;
}

/** The reference of an input of a term: the field of its record, or the place it comes from. */
export function inputRef(term: Term, name: string): string {
	const { field } = term.formula.inputs[name] ?? {};
	if (name === 'index') return `indices/${term.priced?.index ?? ''}`;
	return term.elsewhere?.[name] ?? `${term.record}.${field ?? name}`;
}

/** The blank inputs that keep a term from being computed. */
export function blanksOf(term: Term): readonly string[] {
	return Object.entries(term.values).flatMap(([name, value]) =>
		isBlocked(value) ? value.waitsFor : value === null ? [inputRef(term, name)] : []
	);
}

/** Whole pence of a line: the sum of its terms, rounded once; blocked where an input of any term is blank. */
export function linePence(terms: readonly Term[]): number | Blocked {
	let pounds = 0;
	for (const term of terms) {
		const value = floatTerm(term);
		if (isBlocked(value)) return blocked(terms.flatMap(blanksOf), null);
		pounds += value;
	}
	return roundedPence(pounds) ?? exactPence(exactPounds(terms));
}

/** The exact, unrounded pounds of a line whose inputs are all known. */
export function exactPounds(terms: readonly Term[]): Decimal {
	return terms.reduce((total, term) => total.plus(exactTerm(term)), new Exact(0));
}

/** The exact, unrounded value of a term whose inputs are all known. */
function exactTerm(term: Term): Decimal {
	return evaluate(term.formula.expression, (name) => exactInput(term, name));
}

/** The exact value of a known input. */
export function exactInput(term: Term, name: string): Decimal {
	const value = term.values[name] ?? null;
	if (!isKnown(value)) throw new Error(`${inputRef(term, name)} is not known`);
	return new Exact(value);
}

/**
 * True where two lines have the same formulas with the same inputs, blank or not: their difference is nothing. Versions
 * that differ only in what the formula does not use count as one for the months they hold together.
 */
export function areSameTerms(a: readonly Term[], b: readonly Term[]): boolean {
	const [left, right] = [joined(a), joined(b)];
	return (
		left.length === right.length &&
		left.every((term, i) => {
			const other = right[i];
			return (
				other !== undefined &&
				term.formula.id === other.formula.id &&
				term.record === other.record &&
				haveSameInputs(term, other)
			);
		})
	);
}

/** True where the inputs of two terms are the same, or what those worked out elsewhere depend on is. */
function haveSameInputs(a: Term, b: Term): boolean {
	if (isSame(a.values, b.values)) return true;
	const [own, other] = [a.dependsOn?.() ?? {}, b.dependsOn?.() ?? {}];
	return [...new Set([...Object.keys(a.values), ...Object.keys(b.values)])].every(
		(name) =>
			isSame(a.values[name], b.values[name]) ||
			(name in own && name in other && isSame(own[name], other[name]))
	);
}

/** The terms of a line with those joined that differ in nothing but their months. */
function joined(terms: readonly Term[]): readonly Term[] {
	const result: Term[] = [];
	for (const term of terms) {
		const { months = null, ...values } = term.values;
		const twin = result.findIndex((other) => {
			const { months: own = null, ...rest } = other.values;
			return isKnown(own) && other.formula.id === term.formula.id && isSame(rest, values);
		});
		const found = result[twin];
		const held = found?.values['months'] ?? null;
		if (found === undefined || !isKnown(held) || !isKnown(months)) result.push(term);
		else {
			const both = new Exact(held).plus(months);
			result[twin] = { ...found, values: { ...found.values, months: both } };
		}
	}
	return result;
}

/** The float value of a term; blocked where an input is blank, or where the formula has no value (a division by 0). */
export function floatTerm(term: Term): number | Blocked {
	const value = compile(term.formula.expression)(term.values);
	if (Number.isFinite(value)) return value;
	const blanks = blanksOf(term);
	return blocked(blanks.length > 0 ? blanks : [term.record], null);
}
