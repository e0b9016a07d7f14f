import { yearLabel, type YearStart } from '../calendar/calendar';
import { blocked, type Value } from '../formula/value';
import type { Decimal } from 'decimal.js';
import { Exact } from '../money/money';
import type { PriceIndex } from '../records/priceIndex';
import type { Rule } from '../records/rule';
import { quotient, input, type Formula } from '../formula/expression';
import type { Priced, Term } from '../formula/term';
import { parseYear } from '../calendar/calendar';

/** Cash terms show what is paid; real terms show it in the prices of the first year. */
export type Terms = 'cash' | 'real';

/** The employer NI of a financial year, and the places of its two values in the rule. */
export interface EmployerNi {
	readonly rate: Value;
	readonly threshold: Value;
	readonly places: { readonly niRate: string; readonly niThreshold: string };
}

/** What every line needs to know besides its record. */
export interface Context {
	readonly first: YearStart;
	readonly years: number;
	readonly indices: ReadonlyMap<string, PriceIndex>;
	readonly rules: ReadonlyMap<string, Rule>;
	readonly terms: Terms;
	/** The index that turns cash into real terms; null where the council has chosen none. */
	readonly deflator: string | null;
	/** Index factors worked out so far, by index, price year and year. */
	readonly factors: Map<string, Map<string, Map<YearStart, Value>>>;
	/** Employer NI rows found so far, by rule and year. */
	readonly ni: Map<string, Map<YearStart, EmployerNi>>;
}

/**
 * How far prices of the price year have moved by a year: the product of the yearly rates after it, the reciprocal
 * before it. No index leaves prices as they are; a blank rate blocks.
 */
function indexFactor(
	context: Context,
	index: string | null,
	priceYear: string,
	year: YearStart
): Value {
	if (index === null) return 1;
	const byYear = entry(entry(context.factors, index), priceYear);
	let factor = byYear.get(year);
	if (factor === undefined) {
		factor = workOutFactor(context, index, parseYear(priceYear) ?? year, year);
		byYear.set(year, factor);
	}
	return factor;
}

/** The inner map of a memo, made on first use. Nested maps spare a projection half a million key strings. */
export function entry<K, L, V>(memo: Map<K, Map<L, V>>, key: K): Map<L, V> {
	let inner = memo.get(key);
	if (inner === undefined) {
		inner = new Map();
		memo.set(key, inner);
	}
	return inner;
}

function workOutFactor(context: Context, id: string, from: YearStart, to: YearStart): Value {
	const index = context.indices.get(id);
	if (index === undefined) throw new Error(`there is no price index '${id}'`);
	const waitsFor: string[] = [];
	let factor: Decimal = new Exact(1);
	for (let year = Math.min(from, to) + 1; year <= Math.max(from, to); year++) {
		const label = yearLabel(year);
		const own = label in index.rates;
		const rate = own ? (index.rates[label] ?? null) : index.otherYears;
		if (rate === null) waitsFor.push(`indices/${id}.${own ? `rates.${label}` : 'otherYears'}`);
		else factor = factor.times(rate.plus(1));
	}
	if (waitsFor.length > 0) return blocked(waitsFor, { index, from, to });
	return to < from ? new Exact(1).div(factor) : factor;
}

/** How far the prices of a record have moved by a year; blocked where a rate is blank. */
export function indexFactorOf(context: Context, priced: Priced, year: YearStart): Value {
	return indexFactor(context, priced.index, priced.priceYear, year);
}

const inRealTerms = new WeakMap<Formula, Formula>();

/** The same formula, divided by the deflator. */
function realTermsOf(formula: Formula): Formula {
	let real = inRealTerms.get(formula);
	if (real === undefined) {
		real = {
			...formula,
			id: `${formula.id}.real`,
			inputs: { ...formula.inputs, deflator: { label: 'Deflator', unit: 'factor' } },
			expression: quotient(formula.expression, input('deflator'))
		};
		inRealTerms.set(formula, real);
	}
	return real;
}

// As it is in cash terms, divided by the deflator in real terms.
function inTerms(context: Context, year: YearStart, term: Term): Term {
	if (context.terms === 'cash' || context.deflator === null) return term;
	return {
		...term,
		formula: realTermsOf(term.formula),
		values: {
			...term.values,
			deflator: indexFactor(context, context.deflator, yearLabel(context.first), year)
		},
		elsewhere: { ...term.elsewhere, deflator: `indices/${context.deflator}` }
	};
}

/** A term before it has its index factor; its values are taken over, not copied. */
export interface TermDraft extends Omit<Term, 'priced' | 'year' | 'values'> {
	readonly values: Record<string, Value>;
}

/** A term in cash of the year itself, which no index moves. */
export function cashTerm(context: Context, year: YearStart, draft: TermDraft): Term {
	return pricedTerm(context, year, { index: null, priceYear: yearLabel(year) }, draft);
}

/** A term of a record with its index factor for the year, in the terms of the projection. */
export function pricedTerm(
	context: Context,
	year: YearStart,
	priced: Priced,
	draft: TermDraft
): Term {
	const { values } = draft;
	values['index'] = indexFactor(context, priced.index, priced.priceYear, year);
	return inTerms(context, year, {
		formula: draft.formula,
		values,
		record: draft.record,
		elsewhere: draft.elsewhere,
		priced,
		year,
		changes: draft.changes,
		weights: draft.weights
	});
}
