import { Decimal } from 'decimal.js';
import {
	appraise,
	areOnOne,
	asksForYear,
	FIGURES,
	inputAt,
	isMeasured,
	project,
	solveFor,
	splitFigureId,
	switchGoal,
	switchingValues,
	targetGoal,
	type Appraisal,
	type FigureQuestion,
	type Solution
} from '../lib/model';
import { apart, withAgainst } from './appraise';
import { failed, printed, withScenario, type Outcome } from './outcome';
import { listed, table } from './tables';
import type { Call } from './usage';

type Asked = { readonly question: FigureQuestion; readonly years: readonly string[] };

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Reads what is asked of which figure, and goes on with it where it can be measured. */
function withQuestion(call: Call, figure: string, command: (asked: Asked) => Outcome): Outcome {
	return withAgainst(call, (council, against) =>
		withScenario(council, call.scenario, (scenario) => {
			if (!areOnOne(council, against, scenario)) return apart(against, scenario);
			const { years, figures } = project(council, scenario, call);
			const y = call.year === undefined ? 0 : years.indexOf(call.year);
			if (y < 0)
				return failed(
					`there is no year '${call.year ?? ''}'; the projection has ${years.join(', ')}`
				);
			const problem = isMeasured(figure)
				? figures.has(figure)
					? null
					: headlineProblem(appraise(council, scenario, against, { ...call, gross: false }), figure)
				: noFigure(figure);
			if (problem !== null) return failed(problem);
			return command({
				years,
				question: { council, scenario, against, figure, y, packs: call.packs, terms: call.terms }
			});
		})
	);
}

const noFigure = (figure: string): string =>
	`there is no figure '${figure}' to solve for; write one such as appraisal.npsv/council, or one of ${Object.keys(FIGURES).join(', ')}`;

/** Why a headline cannot be solved for; null where it can. */
function headlineProblem({ headlines }: Appraisal, figure: string): string | null {
	const answer = headlines.get(figure)?.answer;
	if (answer === undefined) return noFigure(figure);
	if ('blockedBy' in answer)
		return `${figure} waits for ${listed(answer.blockedBy)}; fill them in first`;
	// There may be a payback, and a ratio, at another value of the input.
	const mayCome = asksForYear(figure) || figure.startsWith('appraisal.bcr/');
	return 'refused' in answer && !mayCome
		? `there is no ${splitFigureId(figure).figure}: ${answer.refused}`
		: null;
}

/** Finds the switching value of every input that has a range. */
export function switchFigure(call: Call): Outcome {
	const figure = call.rest[0] ?? '';
	if (asksForYear(figure))
		return failed(
			`${figure} is a year and does not switch; ask when appraisal.npsv does, or solve for a year`
		);
	return withQuestion(call, figure, ({ question, years }) => {
		const solutions = switchingValues(switchGoal(question));
		if (call.json)
			return printed([
				JSON.stringify(
					{
						...questionJson(question, years),
						inputs: solutions.map(solutionJson)
					},
					null,
					2
				)
			]);
		const own = solutions.filter(({ found }) => 'at' in found).toSorted(byDistance);
		const none = solutions.filter(({ found }) => 'none' in found && found.none === 'notInRange');
		const unknown = solutions.filter(({ found }) => 'none' in found && found.none === 'notKnown');
		const still = solutions.length - own.length - none.length - unknown.length;
		return printed([
			`${question.scenario.title}: where ${figure} switches, one input at a time, the nearest first`,
			'',
			...(own.length === 0
				? ['No input switches it within its range.']
				: table([
						['', 'now', 'switches at', 'low', 'high'],
						...own.map((solution) => [
							`${solution.input.ref} [${solution.input.unit}]`,
							...[
								solution.input.value,
								'at' in solution.found ? solution.found.at : null,
								solution.low,
								solution.high
							].map(digits)
						])
					])),
			'',
			`No switch within its range: ${none.length === 0 ? 'none' : none.map(({ input }) => input.ref).join(', ')}`,
			...(unknown.length === 0
				? []
				: [`Not known within its range: ${unknown.map(({ input }) => input.ref).join(', ')}`]),
			`No effect: ${still} of ${solutions.length} inputs with a range`
		]);
	});
}

/** Solves one input for a value of a figure, or for a year by which it has paid back. */
export function solveInput(call: Call): Outcome {
	const [ref = '', equation = ''] = call.rest;
	const [, figure = '', wanted = ''] = /^([^=]+)=(.+)$/.exec(equation) ?? [];
	if (figure === '')
		return failed(`'${equation}' is not FIGURE=VALUE; write one such as appraisal.npsv/council=0`);
	for (const bound of [call.low, call.high])
		if (bound !== undefined && !NUMBER.test(bound))
			return failed(`'${bound}' is not a number; write one such as 12.5`);
	return withQuestion(call, figure, ({ question, years }) => {
		const byYear = years.indexOf(wanted);
		if (asksForYear(figure) && byYear < 0)
			return failed(`'${wanted}' is no year of the projection; it has ${years.join(', ')}`);
		if (!asksForYear(figure) && !NUMBER.test(wanted))
			return failed(`'${wanted}' is not a number; write one such as 12.5`);
		const goal = targetGoal(question, asksForYear(figure) ? { byYear } : new Decimal(wanted));
		const input = inputAt(goal.place, ref);
		if (input === null)
			return failed(
				`'${ref}' names no number; write one such as posts/outreach.fte, or changes/pilot.posts/outreach.fte for what a change sets`
			);
		const low = call.low === undefined ? input.range?.low : new Decimal(call.low);
		const high = call.high === undefined ? input.range?.high : new Decimal(call.high);
		if (low === undefined || high === undefined)
			return failed(`${ref} has no range; say between what with --low and --high`);
		if (low.gte(high))
			return failed(
				`the range of ${ref} is empty: ${low.toFixed()} is not below ${high.toFixed()}`
			);
		const outside = [low, high].find((bound) => !input.accepts(bound));
		if (outside !== undefined)
			return failed(`${ref} may not be ${outside.toFixed()}; narrow the range`);
		const solution = solveFor(goal, input, { low, high });
		return printed(
			call.json
				? [
						JSON.stringify(
							{ ...questionJson(question, years), target: wanted, ...solutionJson(solution) },
							null,
							2
						)
					]
				: solutionLines(solution, `${figure} = ${wanted}`)
		);
	});
}

const REASONS = {
	notInRange: 'not achievable within its range',
	noEffect: 'it makes no difference to it',
	notKnown: 'not known somewhere within its range'
} as const;

function solutionLines({ input, low, high, found }: Solution, goal: string): readonly string[] {
	const range = `${low.toFixed()} to ${high.toFixed()}`;
	return [
		`${input.label} (${input.ref}), now ${digits(input.value)} ${input.unit}, looked for in ${range}`,
		'none' in found
			? `${goal}: ${REASONS[found.none]}`
			: `${goal}: at ${digits(found.at)}${input.isWhole ? ', a whole number past it' : ''}`
	];
}

const MOST_DIGITS = 8;

function digits(value: Decimal | null): string {
	return value === null ? 'blank' : value.toSignificantDigits(MOST_DIGITS).toFixed();
}

function byDistance(a: Solution, b: Solution): number {
	return share(a) - share(b);
}

/** How far an input must move, as a part of its range. */
function share({ input, low, high, found }: Solution): number {
	if (!('at' in found) || input.value === null) return Infinity;
	return found.at.minus(input.value).abs().div(high.minus(low)).toNumber();
}

function questionJson(
	{ council, scenario, against, figure, y }: FigureQuestion,
	years: readonly string[]
) {
	return {
		council: council.council.id,
		scenario: scenario.id,
		against: against.id,
		figure,
		...(figure in FIGURES || splitFigureId(figure).figure in FIGURES ? { year: years[y] } : {})
	};
}

function solutionJson({ input, low, high, atLow, atHigh, found }: Solution) {
	return {
		input: input.ref,
		label: input.label,
		unit: input.unit,
		now: input.value?.toFixed() ?? null,
		low: low.toFixed(),
		high: high.toFixed(),
		atLow,
		atHigh,
		...('at' in found
			? {
					value: found.at.toFixed(),
					measured: found.measured
				}
			: { value: null, reason: REASONS[found.none] })
	};
}
