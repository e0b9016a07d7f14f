import type { Decimal } from 'decimal.js';
import { readFileSync } from 'node:fs';
import {
	applyOperations,
	changeFrom,
	differenceOf,
	newScenario,
	project,
	readCouncilText,
	TEMPLATES,
	textOfWords,
	valueOf,
	type Council,
	type Operation,
	type Projection,
	type Template
} from '$lib/model';
import { scenarioIn } from './council';

/** The invented county with an empty scenario 'trial' behind its own. */
export const fernshire = ((): Council => {
	const read = readCouncilText(readFileSync('scenarios/fernshire.json', 'utf8'));
	if (!read.ok) throw new Error('the example cannot be read');
	return after(read.council, newScenario(read.council, 'Trial'));
})();

function after(council: Council, operations: readonly Operation[]): Council {
	const done = applyOperations(council, operations);
	if (done.outcome !== 'done') throw new Error(JSON.stringify(done));
	const back = applyOperations(done.council, done.inverse);
	const isBack = back.outcome === 'done' && differenceOf(back.council, council).length === 0;
	if (!isBack) throw new Error('the edit cannot be taken back');
	return done.council;
}

function templateOf(id: string): Template {
	const found = TEMPLATES.find((template) => template.id === id);
	if (found === undefined) throw new Error(`there is no template ${id}`);
	return found;
}

const answered = (answers: Readonly<Record<string, string>>) => new Map(Object.entries(answers));

/** The council with the change that a template makes of the answers. */
export function made(
	id: string,
	answers: Readonly<Record<string, string>>,
	{ council = fernshire, scenario = 'trial' } = {}
): Council {
	const outcome = changeFrom(council, scenario, templateOf(id), answered(answers));
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return after(council, outcome.operations);
}

/** What a template says of answers that make no change, by question; 'none' where it is no question's. */
export function problemsOf(
	id: string,
	answers: Readonly<Record<string, string>>,
	{ council = fernshire, scenario = 'trial' } = {}
) {
	const outcome = changeFrom(council, scenario, templateOf(id), answered(answers));
	if (outcome.ok) throw new Error('no problem was found');
	return Object.fromEntries(
		outcome.problems.map(
			({ question, message }) => [question ?? 'none', textOfWords(message)] as const
		)
	);
}

/** The change that stands last in the trial. */
export const newest = (council: Council) => scenarioIn(council, 'trial').changes.at(-1);

const projections = new WeakMap<Council, Projection>();

function projectionOf(council: Council): Projection {
	const known = projections.get(council) ?? project(council, scenarioIn(council, 'trial'));
	projections.set(council, known);
	return known;
}

/** What the trial differs by from what it was while it was empty, by year from 2026/27, in text. */
export function effect(council: Council, id: string): readonly string[] {
	const [before, now] = [projectionOf(fernshire), projectionOf(council)];
	return now.years.map((_, y) =>
		valueIn(now, id, y)
			.minus(valueIn(before, id, y))
			.toFixed()
	);
}

function valueIn({ figures }: Projection, id: string, y: number): Decimal {
	const figure = figures.get(id);
	const value = figure === undefined ? null : valueOf(figure, y);
	if (value === null) throw new Error(`the figure ${id} is not known`);
	return value;
}
