import { expect, test } from 'vitest';
import { project, readCouncil } from '$lib/model';
import { newCouncil } from './newCouncil';

const file = newCouncil({
	id: 'northshire',
	name: 'Northshire',
	invented: false,
	firstYear: '2027/28',
	horizonYears: 4
});

test('a new council is one that the program reads, and projects over its years', () => {
	const read = readCouncil(file);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	const [nothing] = read.council.scenarios;
	if (nothing === undefined) throw new Error('It has no scenario.');
	expect(nothing.title).toBe('If we change nothing');
	expect(project(read.council, nothing, { packs: true }).years).toEqual([
		'2027/28',
		'2028/29',
		'2029/30',
		'2030/31'
	]);
});

test('a new council holds no number that nobody has given', () => {
	expect(JSON.stringify(file.baseline)).not.toMatch(/:\s*"?\d+(\.\d+)?"?[,}\]]/);
	expect(file.facts).toEqual([]);
});

test('the rule for National Insurance is in force on the first day of the projection', () => {
	const [rule] = file.baseline.rules;
	expect(rule?.rule === 'employerNi' ? rule.rows.map(({ from }) => from) : []).toEqual([
		'2026-04-06'
	]);
});
