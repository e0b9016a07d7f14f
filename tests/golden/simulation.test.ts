import { readFileSync } from 'node:fs';
import { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import {
	project,
	readCouncilText,
	scenarioOf,
	simulate,
	type Council,
	type Scenario
} from '../../src/lib/model';
import { withInput } from '../../src/lib/model/solving/inputRange';

const TOLERANCE = 1e-9;

function councilOf(name: string, mended: (text: string) => string = (text) => text): Council {
	const read = readCouncilText(mended(readFileSync(`scenarios/${name}.json`, 'utf8')));
	if (!read.ok) throw new Error(read.problems[0]?.message);
	return read.council;
}

function scenarioIn(council: Council, id: string): Scenario {
	const scenario = scenarioOf(council, id);
	if (scenario === undefined) throw new Error(`there is no scenario ${id}`);
	return scenario;
}

/** Figures of a draw that the exact engine, with the drawn values typed into the file, does not agree with. */
function strangers(
	council: Council,
	scenario: Scenario,
	result: ReturnType<typeof simulate>,
	draw: number
) {
	let place = { council, scenario };
	for (const [ref, draws] of result.inputDraws)
		place = withInput(place, ref, new Decimal(draws[draw] ?? NaN));
	const { figures } = project(place.council, place.scenario);
	return [...result.figureDraws].flatMap(([id, byYear]) =>
		byYear.flatMap((draws, y) => {
			const figure = figures.get(id);
			const own = draws[draw] ?? NaN;
			const exact = (figure?.values[y] ?? NaN) / (figure?.unit === '£' ? 100 : 1);
			const isSame =
				(Number.isNaN(own) && Number.isNaN(exact)) ||
				Math.abs(own - exact) <= TOLERANCE * Math.max(1, Math.abs(exact));
			return isSame ? [] : [`${id} in year ${String(y)}: ${String(own)}, not ${String(exact)}`];
		})
	);
}

const FERNSHIRE = councilOf('fernshire');

describe.each(FERNSHIRE.scenarios.map(({ id }) => id))('Fernshire, %s', (id) => {
	test('comes in each draw to what the engine projects from the drawn values', () => {
		const scenario = scenarioIn(FERNSHIRE, id);
		const result = simulate({ council: FERNSHIRE, scenario, draws: 2, seed: 11 });
		expect(result.inputDraws.size).toBeGreaterThan(20);
		expect(strangers(FERNSHIRE, scenario, result, 0)).toEqual([]);
		expect(strangers(FERNSHIRE, scenario, result, 1)).toEqual([]);
	});
});

test('draws that come later are as exact as the first, though they are worked out in the same memory', () => {
	const scenario = scenarioIn(FERNSHIRE, 'early-help-cut');
	const result = simulate({ council: FERNSHIRE, scenario, draws: 130, seed: 5 });
	expect(strangers(FERNSHIRE, scenario, result, 0)).toEqual([]);
	expect(strangers(FERNSHIRE, scenario, result, 129)).toEqual([]);
});

describe('Cheshire East 2010', () => {
	const council = councilOf('cheshire-east-2010');

	test.each(council.scenarios.map(({ id }) => id))('%s agrees as well', (id) => {
		const scenario = scenarioIn(council, id);
		const result = simulate({ council, scenario, draws: 2, seed: 3 });
		expect(strangers(council, scenario, result, 1)).toEqual([]);
	});
});

describe('the draws', () => {
	const scenario = scenarioIn(FERNSHIRE, 'edge-of-care');
	const asked = { council: FERNSHIRE, scenario, draws: 6, seed: 2 };
	const result = simulate(asked);

	test('are those of the seed, and of the seed alone', () => {
		expect(simulate(asked).figureDraws).toEqual(result.figureDraws);
		expect(simulate({ ...asked, seed: 3 }).figureDraws).not.toEqual(result.figureDraws);
	});

	test('of one input stay as they are where another becomes random', () => {
		const more = councilOf('fernshire', (text) => {
			const file = JSON.parse(text) as { baseline: { posts: { evidence?: object }[] } };
			const [post] = file.baseline.posts;
			if (post === undefined) throw new Error('there is a post');
			post.evidence = { ...post.evidence, vacancy: { low: '0', high: '0.2' } };
			return JSON.stringify(file);
		});
		const other = simulate({ ...asked, council: more, scenario: scenarioIn(more, scenario.id) });
		expect(other.inputDraws.size).toBe(result.inputDraws.size + 1);
		for (const [ref, draws] of result.inputDraws) expect(other.inputDraws.get(ref)).toEqual(draws);
	});

	test('are common to all scenarios: one against itself differs by nothing in any of them', () => {
		const nothing = scenarioIn(FERNSHIRE, 'nothing');
		const alone = simulate({ ...asked, scenario: nothing });
		expect(alone.figureDraws).toEqual(alone.nothingDraws);
		expect(result.nothingDraws.get('net.total')).toEqual(alone.figureDraws.get('net.total'));
	});
});
