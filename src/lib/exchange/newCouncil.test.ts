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

test('a new council holds no number that nobody has given or published', () => {
	const { rules, ...rest } = file.baseline;
	expect(JSON.stringify(rest)).not.toMatch(/:\s*"?\d+(\.\d+)?"?[,}\]]/);
	expect(rules.map(({ id }) => id)).toEqual(['employer-ni']);
	expect(file.facts).toEqual([]);
});

/** The rows of the rule for National Insurance of a council that begins in a year, over five years. */
function niRows(firstYear: string) {
	const [rule] = newCouncil({
		id: 'x',
		name: 'X',
		invented: true,
		firstYear,
		horizonYears: 5
	}).baseline.rules;
	if (rule?.rule !== 'employerNi') throw new Error('It has no such rule.');
	return { rule, rows: rule.rows.map(({ from, rate }) => `${from} ${rate ?? 'blank'}`) };
}

test('the rule for National Insurance holds what is published from the first year on', () => {
	expect(niRows('2027/28').rows).toEqual(['2025-04-06 0.15']);
	expect(niRows('2025/26').rows).toEqual(['2025-04-06 0.15']);
	expect(niRows('2024/25').rows).toEqual(['2024-04-06 0.138', '2025-04-06 0.15']);
});

test('where nothing is published for the first year it is blank until the first row that is', () => {
	expect(niRows('2022/23').rows).toEqual([
		'2021-04-06 blank',
		'2024-04-06 0.138',
		'2025-04-06 0.15'
	]);
	expect(niRows('2010/11').rows).toEqual(['2009-04-06 blank']);
});

test('every published number of the rule names its source at its own row', () => {
	for (const firstYear of ['2022/23', '2024/25', '2026/27']) {
		const { rule } = niRows(firstYear);
		const told = rule.rows.flatMap(({ rate }, row) =>
			rate === null ? [] : [`rows.${row}.rate`, `rows.${row}.threshold`]
		);
		expect(Object.keys(rule.evidence ?? {})).toEqual(told);
		expect(rule.evidence?.[told.at(-1) ?? '']?.note).toContain('GOV.UK');
	}
});
