import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FIGURES, monthsOf, project, readCouncilText, valueOf, type Council } from '../index';

const councils = ['cheshire-east-2010', 'fernshire'].map((name): Council => {
	const read = readCouncilText(readFileSync(`scenarios/${name}.json`, 'utf8'));
	if (!read.ok) throw new Error(read.problems[0]?.message);
	return read.council;
});

test.each(
	councils.flatMap((council) => council.scenarios.map((scenario) => ({ council, scenario })))
)(
	'the months of every money figure add up to its year: $scenario.title',
	({ council, scenario }) => {
		const projection = project(council, scenario);
		const money = [...projection.figures.values()].filter(
			({ id, unit }) => unit === '£' && FIGURES[id.split('/')[0] ?? '']?.againstNothing !== true
		);
		for (const figure of money)
			projection.years.forEach((_, y) => {
				const months = monthsOf(projection, figure.id, y);
				if (months === null) throw new Error(`${figure.id} has no months`);
				const sum = months.reduce((total, month) => total.plus(month));
				expect(`${figure.id} ${sum.toFixed(2)}`).toBe(
					`${figure.id} ${valueOf(figure, y)?.toFixed(2) ?? ''}`
				);
			});
	}
);

test('a one-off cost falls in its month, and a building that closes in October costs nothing to run from then', () => {
	const [, fernshire] = councils;
	const scenario = fernshire?.scenarios.find(({ id }) => id === 'hubs-outreach');
	if (fernshire === undefined || scenario === undefined) throw new Error('Fernshire is not there');
	const projection = project(fernshire, scenario);
	const closures = monthsOf(projection, 'cost.oneOff/closures', 0)?.map((month) =>
		month.toFixed(2)
	);
	// Dilapidations of £14,500 and moves of £8,800 in October, the seventh month.
	expect(closures).toEqual([
		...Array<string>(6).fill('0.00'),
		'23300.00',
		...Array<string>(5).fill('0.00')
	]);
	const building = monthsOf(projection, 'cost.buildings/fernmouth-hill', 0)?.map((month) =>
		month.toFixed(2)
	);
	// Running £82,600 a year up to September; from October the empty building at £21,600 a year.
	expect(building).toEqual([
		...['6883.34', '6883.34', '6883.33', '6883.33', '6883.33', '6883.33'],
		...Array<string>(6).fill('1800.00')
	]);
});

test('a figure against "If we change nothing", a count and a blocked figure have no months', () => {
	const [cheshire] = councils;
	const nothing = cheshire?.scenarios[0];
	if (cheshire === undefined || nothing === undefined)
		throw new Error('Cheshire East is not there');
	expect(monthsOf(project(cheshire, nothing), 'avoidance.gross', 0)).toBeNull();
	expect(monthsOf(project(cheshire, nothing), 'care.children', 0)).toBeNull();
	expect(monthsOf(project(cheshire, nothing, { packs: false }), 'cost.staffing', 0)).toBeNull();
	expect(monthsOf(project(cheshire, nothing), 'cost.unheardOf', 0)).toBeNull();
});
