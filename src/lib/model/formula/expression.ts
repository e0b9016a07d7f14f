/** The nodes that formulas are made of. A label names an intermediate result in workings. */
export type Expression =
	| { readonly op: 'input'; readonly name: string }
	| { readonly op: 'constant'; readonly name: string; readonly value: number }
	| { readonly op: 'indexFactor' }
	| { readonly op: 'monthsShare' }
	| {
			readonly op: 'sum' | 'product' | 'min' | 'max';
			readonly of: readonly Expression[];
			readonly label?: Label;
	  }
	| {
			readonly op: 'difference' | 'quotient';
			readonly of: readonly [Expression, Expression];
			readonly label?: Label;
	  };

/** The name and unit of an intermediate result. */
export interface Label {
	readonly label: string;
	readonly unit: string;
}

/** What an input of a formula is, and where its value comes from. */
export interface InputAbout {
	readonly label: string;
	readonly unit: string;
	/** Field of the record that the line belongs to; left out for inputs from elsewhere. */
	readonly field?: string;
}

/** One definition with several readings: exact, float, explained, and later a spreadsheet's. */
export interface Formula {
	readonly id: string;
	readonly title: string;
	readonly unit: string;
	readonly inputs: Readonly<Record<string, InputAbout>>;
	readonly expression: Expression;
}

/** Reads an input by name. */
export const input = (name: string): Expression => ({ op: 'input', name });

/** A unit conversion or a neutral number, by name: 12 months in a year, 1 for the whole, 0 for nothing. */
export const constant = (name: string, value: number): Expression => ({
	op: 'constant',
	name,
	value
});

/** The factor that takes the price year's prices to the year of the line; its input is called 'index'. */
export const indexFactor: Expression = { op: 'indexFactor' };

/** The share of the year in which a version of a record holds; its input is called 'months'. */
export const monthsShare: Expression = { op: 'monthsShare' };

/** Adds. */
export const sum = (...of: readonly Expression[]): Expression => ({ op: 'sum', of });

/** Multiplies. */
export const product = (...of: readonly Expression[]): Expression => ({ op: 'product', of });

/** The smallest. */
export const min = (...of: readonly Expression[]): Expression => ({ op: 'min', of });

/** The largest. */
export const max = (...of: readonly Expression[]): Expression => ({ op: 'max', of });

/** First less second. */
export const difference = (a: Expression, b: Expression): Expression => ({
	op: 'difference',
	of: [a, b]
});

/** First over second; 0 where both are 0, so that nobody's pay is nothing. */
export const quotient = (a: Expression, b: Expression): Expression => ({
	op: 'quotient',
	of: [a, b]
});

/** Names an intermediate result. */
export function named(label: string, unit: string, expression: Expression): Expression {
	return 'of' in expression ? { ...expression, label: { label, unit } } : expression;
}

/** Months in a year. */
export const MONTHS_IN_YEAR = 12;

const whole = constant('1', 1);

/** What is left of the whole after a share: 1 − vacancy. */
export const restOf = (share: Expression): Expression => difference(whole, share);

/** The whole and a share on top: 1 + allowances. */
export const wholeAnd = (share: Expression): Expression => sum(whole, share);

/** The part of a value above a threshold, never negative. */
export const above = (value: Expression, threshold: Expression): Expression =>
	max(constant('0', 0), difference(value, threshold));
