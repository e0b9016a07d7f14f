import type { Council } from '../scenario/file';
import { standingUnder } from '../scenario/baselines';
import { readAnswers } from './answers';
import { careRates } from './careRates';
import { closeBuilding } from './closeBuilding';
import { earlyHelp } from './earlyHelp';
import { endContract } from './endContract';
import { moveService } from './moveService';
import type { Operation } from './operation';
import { reviseTarget } from './reviseTarget';
import { newChange } from './scenarios';
import { staffing } from './staffing';
import { startContract } from './startContract';
import type { AnswerProblem, Answers, Template } from './template';

/** The common decisions that a change can be made from, in the order in which they are offered. */
export const TEMPLATES: readonly Template[] = [
	closeBuilding,
	moveService,
	startContract,
	endContract,
	staffing,
	earlyHelp,
	careRates,
	reviseTarget
];

/** What the answers to a template make: the steps that add one change to a scenario, or what is wrong with them. */
export type TemplateOutcome =
	| { readonly ok: true; readonly operations: readonly Operation[] }
	| { readonly ok: false; readonly problems: readonly AnswerProblem[] };

/** The steps that add the change which a template makes of the answers to a scenario. */
export function changeFrom(
	council: Council,
	scenario: string,
	template: Template,
	answers: Answers
): TemplateOutcome {
	const position = council.scenarios.findIndex(({ id }) => id === scenario);
	const own = council.scenarios[position];
	if (own === undefined || position === 0)
		return refused({
			question: null,
			message: 'changes need a scenario of their own; choose another'
		});
	// A scenario on an agreed baseline knows the records of that one.
	const standing = standingUnder(council, own);
	const { answered, problems } = readAnswers(standing, template.questions(standing), answers);
	if (problems.length > 0) return { ok: false, problems };
	const built = template.build(standing, own, answered);
	if (problems.length > 0) return { ok: false, problems };
	return {
		ok: true,
		operations: [
			newChange(council, scenario, {
				start: answered.text('start') ?? '',
				reason: answered.text('reason') ?? '',
				owner: answered.text('owner') ?? '',
				...built,
				title: answered.text('title') ?? built.title
			})
		]
	};
}

function refused(problem: AnswerProblem): TemplateOutcome {
	return { ok: false, problems: [problem] };
}
