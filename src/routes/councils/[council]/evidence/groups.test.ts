import { expect, test } from 'vitest';
import { bySubject, factsWith } from './groups';

const fact = (
	subject: string,
	measure: string,
	more: { value?: string; usedIn?: string[] } = {}
) => ({
	subject,
	measure,
	value: '119',
	document: 'The review',
	paragraph: '9.2',
	quote: 'equates to 36.72 full time equivalents',
	usedIn: [],
	...more
});
const facts = [
	fact('Third sector: Visyon', 'Contract', { value: '1200' }),
	fact('Budget', 'Family centres', { usedIn: ['Hub premises'] }),
	fact('Third sector', 'Contracts in all')
];
const found = (sought: string) => factsWith(facts, sought).map(({ measure }) => measure);

test('facts are found by every word, in any order and case, wherever they say it', () => {
	expect(found('')).toHaveLength(3);
	expect(found('  ALL   contracts ')).toEqual(['Contracts in all']);
	expect(found('hub PREMISES')).toEqual(['Family centres']);
	expect(found('1,200')).toEqual(['Contract']);
	expect(found('visyon budget')).toEqual([]);
});

test('facts stand by subject, a part of a subject with its whole, each once', () => {
	expect(
		bySubject(facts).map(({ subject, facts: own }) => [subject, own.map(({ measure }) => measure)])
	).toEqual([
		['Third sector', ['Contract', 'Contracts in all']],
		['Budget', ['Family centres']]
	]);
});
