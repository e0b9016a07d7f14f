import {
	APPRAISAL_HEADLINES,
	APPRAISAL_ROWS,
	appraise,
	areOnOne,
	ENGINE_VERSION,
	explainAppraisal,
	splitFigureId,
	type Appraisal,
	type Council,
	type Scenario
} from '../lib/model';
import type { Option } from './appraiseOption';
import { appraisalLines, headlineTable } from './appraiseTables';
import { appraisalJson, headlinesJson } from './appraiseJson';
import { failed, printed, withCouncil, withScenario, type Outcome } from './outcome';
import type { Call } from './usage';
import { workingLines } from './workings';

/** True for the id of a figure of an appraisal. */
export function isOfAppraisal(id: string): boolean {
	const { figure } = splitFigureId(id);
	return Object.hasOwn(APPRAISAL_HEADLINES, figure) || Object.hasOwn(APPRAISAL_ROWS, figure);
}

/** Appraises one scenario in full, or all in brief; the one that changes nothing, and the least that must be done, are always there. */
export function appraiseScenarios(call: Call): Outcome {
	return withAgainst(call, (council, against) => {
		const asked = call.scenario;
		if (asked === undefined) return inBrief(call, council, against);
		return withScenario(council, asked, (scenario) => {
			if (!areOnOne(council, against, scenario)) return apart(against, scenario);
			const appraisal = appraise(council, scenario, against, call);
			const options = optionsOf(council, against, appraisal, [scenario], call);
			return call.json
				? printed([JSON.stringify(appraisalJson(appraisal, options), null, 2)])
				: printed([...headlineTable(options, against), '', ...appraisalLines(appraisal)]);
		});
	});
}

function inBrief(call: Call, council: Council, against: Scenario): Outcome {
	const own = council.scenarios.filter(
		(scenario) => !scenario.archived && areOnOne(council, against, scenario)
	);
	const [first = against] = own;
	const options = optionsOf(council, against, appraise(council, first, against, call), own, call);
	return call.json
		? printed([
				JSON.stringify(
					{
						engine: ENGINE_VERSION,
						council: council.council.id,
						against: against.id,
						years: options[0]?.appraisal.years ?? [],
						options: options.map(headlinesJson)
					},
					null,
					2
				)
			])
		: printed(headlineTable(options, against));
}

/** The options of an appraisal: changing nothing first, then the least that must be done where it is marked, then the others. */
function optionsOf(
	council: Council,
	against: Scenario,
	known: Appraisal,
	scenarios: readonly Scenario[],
	call: Call
): readonly Option[] {
	const least = known.settings?.appraisal.doMinimum;
	const roleOf = (scenario: Scenario): Option['role'] =>
		scenario.id === council.scenarios[0]?.id
			? 'doNothing'
			: scenario.id === least
				? 'doMinimum'
				: 'option';
	const wanted = council.scenarios.filter(
		(scenario) =>
			areOnOne(council, against, scenario) &&
			(roleOf(scenario) !== 'option' || scenarios.includes(scenario))
	);
	const order = ['doNothing', 'doMinimum', 'option'];
	return wanted
		.map((scenario) => ({
			role: roleOf(scenario),
			scenario,
			appraisal:
				scenario.id === known.to.scenario.id
					? known
					: appraise(council, scenario, against, { packs: call.packs, gross: false })
		}))
		.sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

/** Explains a figure of an appraisal down to the inputs and the facts behind them. */
export function explainOfAppraisal(call: Call): Outcome {
	const id = call.rest[0] ?? '';
	return withAgainst(call, (council, against) =>
		withScenario(council, call.scenario, (scenario) => {
			if (!areOnOne(council, against, scenario)) return apart(against, scenario);
			const appraisal = appraise(council, scenario, against, call);
			const y = call.year === undefined ? 0 : appraisal.years.indexOf(call.year);
			if (y < 0)
				return failed(
					`there is no year '${call.year ?? ''}'; the projection has ${appraisal.years.join(', ')}`
				);
			const working = explainAppraisal(appraisal, id, y);
			if (working === null) return failed(noFigure(appraisal, id));
			return printed([
				`${scenario.title} against ${against.title}, real terms in ${appraisal.years[0] ?? ''} prices${id in APPRAISAL_HEADLINES || appraisal.headlines.has(id) ? '' : `, ${appraisal.years[y] ?? ''}`}`,
				'',
				...workingLines(appraisal.to, working, { id, y })
			]);
		})
	);
}

function noFigure({ rows, headlines }: Appraisal, id: string): string {
	const { figure } = splitFigureId(id);
	const parts = [...headlines.keys(), ...rows.keys()].filter((own) => own.startsWith(`${figure}/`));
	return `there is no figure '${id}'; ${figure} has the parts ${parts.join(', ')}`;
}

/** Finds the scenario that a call is against, the first where none is named. */
export function withAgainst(
	call: Call,
	command: (council: Council, against: Scenario) => Outcome
): Outcome {
	return withCouncil(call, (council) =>
		withScenario(council, call.against, (against) => command(council, against))
	);
}

/** Two scenarios that nobody can set against each other. */
export function apart(against: Scenario, scenario: Scenario): Outcome {
	return failed(
		`'${against.id}' and '${scenario.id}' stand on different baselines; re-base one of them, or leave out --against`
	);
}
