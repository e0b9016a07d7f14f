import { readFileSync } from 'node:fs';
import { Decimal } from 'decimal.js';
import { expect, test } from 'vitest';
import { statedNumber, type Fact } from './fact';
import { readCouncilText } from './read';

const WORDS = [
	'no',
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten',
	'eleven',
	'twelve'
] as const;

/** What a number of times is also called. */
const TIMES = ['', '|once', '|twice'] as const;

/** The numbers that a text says, in digits or in words; '£1.2m' also as a whole. */
function numbersIn(text: string): readonly Decimal[] {
	const digits = [...text.replace(/(\d),(?=\d{3})/g, '$1').matchAll(/\d+(?:\.\d+)?/g)];
	const words = WORDS.flatMap((word, i) =>
		new RegExp(`\\b(${word}${TIMES[i] ?? ''})\\b`, 'i').test(text) ? [new Decimal(i)] : []
	);
	return [...digits.map(([number]) => new Decimal(number)), ...words];
}

/** What a unit counts in: thousands, millions or ones. */
function scaleOf(unit: string): number {
	if (/000/.test(unit)) return 1000;
	return /\bm\b|million|£m/.test(unit) ? 1_000_000 : 1;
}

function says(text: string, { unit }: Fact, value: Decimal): boolean {
	const due = [value, value.times(scaleOf(unit))];
	return numbersIn(text).some((number) => due.some((own) => own.abs().eq(number)));
}

test.each(['cheshire-east-2010', 'fernshire'])(
	'every number that a fact of %s states stands in its quote, or its note says how it was counted',
	(name) => {
		const read = readCouncilText(readFileSync(`scenarios/${name}.json`, 'utf8'));
		if (!read.ok) throw new Error(read.problems[0]?.message);
		const unsaid = read.council.facts.filter((fact) => {
			const value = statedNumber(fact);
			return (
				value !== null &&
				!says(fact.quote, fact, value) &&
				!(fact.note?.startsWith('Counted: ') === true && says(fact.note, fact, value))
			);
		});
		expect(unsaid.map(({ id, value, quote }) => `${id}: ${value} is not in "${quote}"`)).toEqual(
			[]
		);
	}
);

test.each([
	['12', 'count', 'twelve phase 2 and seven phase 3', true],
	['310', '£000', 'a receipt of £310,000', true],
	['310', '£', 'a receipt of £310,000', false],
	['1', 'centre', 'one of which', true],
	['1', 'centre', 'money', false],
	['1', 'per week', 'once a week', true],
	['23', 'count', '18.23 That', false],
	['18.23', 'count', '18.23 That', true],
	['-430', '£000', 'a saving of 430', true]
])('%s %s is in "%s": %s', (value, unit, quote, isThere) => {
	expect(says(quote, { unit } as Fact, new Decimal(value))).toBe(isThere);
});
