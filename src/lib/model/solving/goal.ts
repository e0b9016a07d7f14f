import type { Decimal } from 'decimal.js';
import { appraise, type Appraisal } from '../appraisal/appraise';
import { APPRAISAL_HEADLINES, PERSPECTIVES, type HeadlineId } from '../appraisal/figureList';
import { sideBySide } from '../compare';
import { splitFigureId, valueOf } from '../figures/figure';
import { FIGURES } from '../figures/figureList';
import { poundsOf } from '../money/money';
import { project, type Projection } from '../project';
import { alongside, standingUnder } from '../scenario/baselines';
import type { Council, Scenario } from '../scenario/file';
import type { Place } from './inputRange';

/** What is asked of the engine: a figure of a scenario, and the counterfactual of its appraisal. */
export interface FigureQuestion {
	readonly council: Council;
	readonly scenario: Scenario;
	readonly against: Scenario;
	/** The figure's id; of a figure by year, the year counted from 0. */
	readonly figure: string;
	readonly y: number;
	readonly packs: boolean;
	readonly terms: 'cash' | 'real';
}

/** What a place comes to, measured against the goal: nothing is on it; null where it is not known. */
export interface Goal {
	readonly place: Place;
	readonly measure: (place: Place) => number | null;
}

/** The council that the two scenarios stand on, as the baseline of today, so that its inputs can be varied. */
function settled({ council, scenario, against, packs }: FigureQuestion) {
	const own = standingUnder(council, alongside(council, scenario, against));
	return {
		place: {
			council: packs ? own : { ...own, packs: own.packs.map((pack) => ({ ...pack, on: false })) },
			scenario: { ...scenario, baseline: null }
		},
		against: { ...against, baseline: null }
	};
}

/** An answer with a value, as a number of pounds or a ratio; null for any other. */
function headlineOf(appraisal: Appraisal, id: string): Decimal | null {
	const answer = appraisal.headlines.get(id)?.answer;
	return answer !== undefined && 'value' in answer ? answer.value : null;
}

/** Appraises one place after another, each taking from the one before what did not change. */
function appraising(against: Scenario): (place: Place) => Appraisal {
	let first: Appraisal | undefined;
	return ({ council, scenario }) => {
		const own = appraise(council, scenario, counterfactual(against, scenario), {
			gross: false,
			...(first === undefined ? {} : { previous: first })
		});
		first ??= own;
		return own;
	};
}

// The same changes with another value in them, where a scenario is set against itself, would be a counterfactual of its own.
const counterfactual = (against: Scenario, scenario: Scenario): Scenario =>
	against.id === scenario.id ? scenario : against;

/** What may be asked about: headlines with a value by perspective, and figures of a projection in pounds or another unit. */
export function isMeasured(figure: string): boolean {
	const { figure: id, part } = splitFigureId(figure);
	if (!Object.hasOwn(APPRAISAL_HEADLINES, id)) return Object.hasOwn(FIGURES, id);
	return PERSPECTIVES.some(
		(perspective) => part === perspective || part?.startsWith(`${perspective}/`) === true
	);
}

const isPayback = (id: string): boolean =>
	(['appraisal.payback', 'appraisal.paybackDiscounted'] as readonly string[]).includes(id);

/** The goal that a figure switches at: a net value of 0, a ratio of 1, no difference from the counterfactual in the year. */
export function switchGoal(question: FigureQuestion): Goal {
	const { figure, y } = question;
	const { place, against } = settled(question);
	const { figure: id, part } = splitFigureId(figure);
	if (Object.hasOwn(APPRAISAL_HEADLINES, id)) {
		const run = appraising(against);
		// A ratio of 1 is a net present value of 0, which is there where costs are not above 0 as well.
		const asked = (id as HeadlineId) === 'appraisal.bcr' ? `appraisal.npsv/${part ?? ''}` : figure;
		return { place, measure: (own) => headlineOf(run(own), asked)?.toNumber() ?? null };
	}
	return {
		place,
		measure: ({ council, scenario }) =>
			sideBySide(council, against, scenario, {
				terms: question.terms,
				figures: [id]
			})
				.figures.get(figure)
				?.difference[y]?.toNumber() ?? null
	};
}

/** The goal that a figure is a target: its value in the year, a headline, or that it has paid back by the year of the target. */
export function targetGoal(
	question: FigureQuestion,
	target: Decimal | { readonly byYear: number }
): Goal {
	const { figure, y } = question;
	const { place, against } = settled(question);
	const { figure: id, part } = splitFigureId(figure);
	const run = appraising(against);
	if ('byYear' in target) {
		const row = id === 'appraisal.payback' ? 'cumulative' : 'cumulativeDiscounted';
		return {
			place,
			measure: (own) => {
				const { rows, headlines } = run(own);
				const answer = headlines.get(figure)?.answer;
				const values = rows.get(`appraisal.${row}/${part ?? ''}`)?.values;
				if (answer === undefined || 'refused' in answer || 'blockedBy' in answer) return null;
				const lowest = Math.min(...(values?.subarray(target.byYear) ?? [NaN]));
				return Number.isNaN(lowest) ? null : poundsOf(lowest).toNumber();
			}
		};
	}
	if (Object.hasOwn(APPRAISAL_HEADLINES, id))
		return {
			place,
			measure: (own) => headlineOf(run(own), figure)?.minus(target).toNumber() ?? null
		};
	let previous: Projection | undefined;
	return {
		place,
		measure: ({ council, scenario }) => {
			const own = project(council, scenario, {
				terms: question.terms,
				...(previous === undefined ? {} : { previous })
			});
			previous ??= own;
			const value = own.figures.get(figure);
			return value === undefined ? null : (valueOf(value, y)?.minus(target).toNumber() ?? null);
		}
	};
}

/** True where a target of the figure is a year and no number. */
export function asksForYear(figure: string): boolean {
	return isPayback(splitFigureId(figure).figure);
}
