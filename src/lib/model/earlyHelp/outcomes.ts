import { input, product, restOf, type Formula } from '../formula/expression';
import type { Term } from '../formula/term';
import { fieldInput } from '../ledger/line';
import type { Assumption } from '../records/assumption';
import { EFFECT_OUTCOMES, type Intervention } from '../records/intervention';
import type { Service } from '../records/service';

/** An outcome that the model follows from families helped to children and plans. */
export type EffectOutcome = (typeof EFFECT_OUTCOMES)[number];

/** What is said of an outcome: what an effect on it brings about, in which unit, and which chance the help lowers. */
interface OutcomeAbout {
	readonly effect: string;
	readonly unit: string;
	readonly chance: string;
}

/** What an effect on each outcome brings about, and in which unit. */
export const OUTCOMES: Readonly<Record<EffectOutcome, OutcomeAbout>> = {
	entryToCare: {
		effect: 'Entries to care avoided',
		unit: 'children',
		chance: 'Chance of entering care without help'
	},
	returnHome: {
		effect: 'Returns home',
		unit: 'children',
		chance: 'Chance of still being in care without help'
	},
	stepDown: {
		effect: 'Steps down to another placement',
		unit: 'children',
		chance: 'Chance of still being in the placement without help'
	},
	protectionPlan: {
		effect: 'Months of child protection plans avoided',
		unit: 'plan-months',
		chance: 'Chance of a child protection plan without help'
	}
};

const share = 'share of 1';

/** What one family that a service serves with the help brings about. */
function perFamily(outcome: EffectOutcome): Formula {
	const { effect, unit, chance } = OUTCOMES[outcome];
	const isOnPlans = outcome === 'protectionPlan';
	return {
		id: `earlyHelp.${outcome}`,
		title: `${effect} for each family served`,
		unit,
		inputs: {
			engagement: fieldInput('engagement', 'Engagement', share),
			completion: fieldInput('completion', 'Completion', share),
			childrenPerFamily: fieldInput('childrenPerFamily', 'Children per family', 'children'),
			p0: fieldInput('p0', chance, share),
			relativeReduction: fieldInput('relativeReduction', 'Relative reduction', share),
			deadweight: fieldInput('deadweight', 'Deadweight', share),
			correction: { label: 'Optimism correction', unit: share },
			...(isOnPlans ? { planMonths: fieldInput('planMonths', 'Months of a plan', 'months') } : {})
		},
		expression: product(
			input('engagement'),
			input('completion'),
			input('childrenPerFamily'),
			input('p0'),
			input('relativeReduction'),
			restOf(input('deadweight')),
			restOf(input('correction')),
			...(isOnPlans ? [input('planMonths')] : [])
		)
	};
}

const FORMULAS: Readonly<Record<EffectOutcome, Formula>> = {
	entryToCare: perFamily('entryToCare'),
	returnHome: perFamily('returnHome'),
	stepDown: perFamily('stepDown'),
	protectionPlan: perFamily('protectionPlan')
};

/** The outcome of an intervention as far as the model follows it; null where it does not. */
export function followedOutcome({ outcome }: Intervention): EffectOutcome | null {
	return EFFECT_OUTCOMES.find((followed) => followed === outcome) ?? null;
}

/** Why an effect may not be used; null where it may. */
export function refusal(intervention: Intervention, service: Service): string | null {
	if (followedOutcome(intervention) === null)
		return `${intervention.title}: its effect was measured on another outcome (${intervention.outcome}), not on entries to care, return home, stepping down or protection plans`;
	if (intervention.population !== service.population)
		return `${intervention.title}: its effect was measured on '${intervention.population}', the service is for '${service.population}'`;
	if (intervention.needLevel !== service.needLevel)
		return `${intervention.title}: its effect was measured at need level ${intervention.needLevel}, the service works at ${service.needLevel}`;
	return null;
}

/** The term that gives what the help brings about for each family served, on the outcome that it was measured on. */
export function effectTerm(
	intervention: Intervention,
	outcome: EffectOutcome,
	table: Assumption | undefined,
	changes: readonly string[]
): Term {
	const correction =
		table?.use === 'correction' ? table.rows[intervention.evidenceGrade] : undefined;
	return {
		formula: FORMULAS[outcome],
		record: `interventions/${intervention.id}`,
		changes,
		values: {
			engagement: intervention.engagement,
			completion: intervention.completion,
			childrenPerFamily: intervention.childrenPerFamily,
			p0: intervention.p0,
			relativeReduction: intervention.relativeReduction,
			deadweight: intervention.deadweight,
			correction: correction ?? null,
			...(outcome === 'protectionPlan' ? { planMonths: intervention.planMonths ?? null } : {})
		},
		elsewhere: {
			correction: `assumptions/${intervention.correctionTable}.rows.${intervention.evidenceGrade}`
		}
	};
}
