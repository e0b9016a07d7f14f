import {
	areOnOne,
	compare,
	explainFigure,
	FIGURES,
	monthsOf,
	project,
	simplePayback,
	splitFigureId
} from '../lib/model';
import { explainOfAppraisal, isOfAppraisal } from './appraise';
import { comparisonJson, projectionJson } from './json';
import { failed, printed, withCouncil, withScenario, type Outcome } from './outcome';
import {
	bridgeTable,
	checkList,
	differenceTable,
	figureTable,
	monthTable,
	paybackLine
} from './tables';
import { workingLines } from './workings';
import type { Call } from './usage';

/** Reads a council file and runs every check on every scenario. */
export function check(call: Call): Outcome {
	return withCouncil(call, (council) =>
		printed([
			`${council.council.name}: the file is sound (${council.facts.length} facts, ${council.scenarios.length} scenarios)`,
			...council.scenarios.flatMap((scenario) => {
				const { checks } = project(council, scenario, call);
				return ['', `${scenario.title} (${scenario.id})`, ...checkList(checks)];
			})
		])
	);
}

/** Projects one scenario. */
export function projectScenario(call: Call): Outcome {
	return withCouncil(call, (council) =>
		withScenario(council, call.scenario, (scenario) => {
			const projection = project(council, scenario, call);
			return call.json
				? printed([JSON.stringify(projectionJson(projection), null, 2)])
				: printed([...figureTable(projection), '', ...checkList(projection.checks)]);
		})
	);
}

/** Compares two scenarios: B less A, figure by figure, and the bridge between them. */
export function compareScenarios(call: Call): Outcome {
	const [first, second] = call.rest;
	return withCouncil(call, (council) =>
		withScenario(council, first, (a) =>
			withScenario(council, second, (b) => {
				if (!areOnOne(council, a, b))
					return failed(
						`'${a.id}' and '${b.id}' stand on different baselines; re-base one of them, or compare each with '${council.scenarios[0]?.id ?? ''}'`
					);
				const comparison = compare(council, a, b, call);
				return call.json
					? printed([JSON.stringify(comparisonJson(comparison), null, 2)])
					: printed([
							...differenceTable(comparison),
							'',
							paybackLine(comparison, simplePayback(comparison)),
							'',
							...bridgeTable(comparison)
						]);
			})
		)
	);
}

/** Explains one figure in one year, down to its inputs and the facts behind them. */
export function explain(call: Call): Outcome {
	const id = call.rest[0] ?? '';
	if (isOfAppraisal(id)) return explainOfAppraisal(call);
	return withCouncil(call, (council) =>
		withScenario(council, call.scenario, (scenario) => {
			const projection = project(council, scenario, call);
			const y = call.year === undefined ? 0 : projection.years.indexOf(call.year);
			if (y < 0)
				return failed(
					`there is no year '${call.year ?? ''}'; the projection has ${projection.years.join(', ')}`
				);
			const working = explainFigure(projection, id, y);
			if (working === null) return failed(noFigure(id, [...projection.figures.keys()]));
			return printed([
				`${scenario.title}, ${projection.years[y] ?? ''}`,
				'',
				...workingLines(projection, working, { id, y }),
				...(call.months ? ['', ...monthTable(monthsOf(projection, id, y))] : [])
			]);
		})
	);
}

function noFigure(id: string, known: readonly string[]): string {
	const { figure } = splitFigureId(id);
	const parts = known.filter((other) => other.startsWith(`${figure}/`));
	return figure in FIGURES && parts.length > 0
		? `there is no figure '${id}'; ${figure} has the parts ${parts.join(', ')}`
		: `there is no figure '${id}'; there are ${Object.keys(FIGURES).join(', ')}`;
}
