import { describe, expect, test } from 'vitest';
import { parseArguments, USAGE } from './usage';

const PLAIN = {
	rest: [],
	scenario: undefined,
	year: undefined,
	packs: true,
	terms: 'cash',
	json: false
};

describe('a call', () => {
	test('names a command and a file', () => {
		expect(parseArguments(['check', 'a.json'])).toMatchObject({
			...PLAIN,
			command: 'check',
			file: 'a.json'
		});
	});

	test('of project takes a scenario, packs, terms and JSON in any order', () => {
		const words = ['--json', 'project', '--scenario', 'plan', 'a.json', '--without-pack', '--real'];
		expect(parseArguments(words)).toMatchObject({
			command: 'project',
			file: 'a.json',
			rest: [],
			scenario: 'plan',
			packs: false,
			terms: 'real',
			json: true
		});
	});

	test('of compare takes two scenarios', () => {
		expect(parseArguments(['compare', 'a.json', 'x', 'y'])).toMatchObject({
			command: 'compare',
			rest: ['x', 'y']
		});
	});

	test('of explain takes a figure and a year', () => {
		expect(parseArguments(['explain', 'a.json', 'cost.total', '--year', '2011/12'])).toMatchObject({
			command: 'explain',
			rest: ['cost.total'],
			year: '2011/12'
		});
	});
});

test.each([
	[['fly', 'a.json'], "There is no command 'fly'."],
	[['project'], 'project needs a council file.'],
	[['project', 'a.json', 'plan'], 'project needs nothing after the file, not 1.'],
	[['compare', 'a.json', 'x'], 'compare needs two scenarios after the file, not 1.'],
	[['explain', 'a.json'], 'explain needs one figure after the file, not 0.'],
	[['switch', 'a.json'], 'switch needs one figure after the file, not 0.'],
	[['solve', 'a.json', 'x'], 'solve needs an input and FIGURE=VALUE after the file, not 1.'],
	[['toString', 'a.json'], "There is no command 'toString'."]
])('%j is refused in a sentence', (words, problem) => {
	expect(parseArguments(words)).toEqual({ problem });
});

test('an option that nobody knows is refused by name', () => {
	const parsed = parseArguments(['project', 'a.json', '--colour']);
	expect('problem' in parsed ? parsed.problem : '').toContain("'--colour'");
});

test.each([[[]], [['--help']], [['project', '-h']]])('%j asks for help', (words) => {
	expect(parseArguments(words)).toEqual({ help: true });
});

test('the usage names every command and option', () => {
	for (const word of [
		'check',
		'project',
		'compare',
		'explain',
		'appraise',
		'switch',
		'solve',
		'--scenario',
		'--against',
		'--low',
		'--high',
		'--year',
		'--without-pack',
		'--real',
		'--json'
	])
		expect(USAGE).toContain(word);
});
