import { input, product, restOf, type Formula } from '../formula/expression';
import type { Term } from '../formula/term';
import { fieldInput } from '../ledger/line';
import type { Assumption } from '../records/assumption';
import type { Intervention } from '../records/intervention';
import type { Service } from '../records/service';

/** Children kept from entering care for each family that a service with the help serves. */
const avoidedPerFamily: Formula = {
	id: 'earlyHelp.avoidedPerFamily',
	title: 'Entries to care avoided for each family served',
	unit: 'children',
	inputs: {
		engagement: fieldInput('engagement', 'Engagement', 'share of 1'),
		completion: fieldInput('completion', 'Completion', 'share of 1'),
		childrenPerFamily: fieldInput('childrenPerFamily', 'Children per family', 'children'),
		p0: fieldInput('p0', 'Chance of entering care without help', 'share of 1'),
		relativeReduction: fieldInput('relativeReduction', 'Relative reduction', 'share of 1'),
		deadweight: fieldInput('deadweight', 'Deadweight', 'share of 1'),
		correction: { label: 'Optimism correction', unit: 'share of 1' }
	},
	expression: product(
		input('engagement'),
		input('completion'),
		input('childrenPerFamily'),
		input('p0'),
		input('relativeReduction'),
		restOf(input('deadweight')),
		restOf(input('correction'))
	)
};

/** Why an effect may not be used for a claim about entries to care; null where it may. */
export function refusal(intervention: Intervention, service: Service): string | null {
	if (intervention.outcome !== 'entryToCare')
		return `${intervention.title}: its effect was measured on another outcome (${intervention.outcome}), not on entries to care`;
	if (intervention.population !== service.population)
		return `${intervention.title}: its effect was measured on '${intervention.population}', the service is for '${service.population}'`;
	if (intervention.needLevel !== service.needLevel)
		return `${intervention.title}: its effect was measured at need level ${intervention.needLevel}, the service works at ${service.needLevel}`;
	return null;
}

/** The term that gives the entries avoided for each family served. */
export function avoidedTerm(
	intervention: Intervention,
	table: Assumption | undefined,
	changes: readonly string[]
): Term {
	const correction =
		table?.use === 'correction' ? table.rows[intervention.evidenceGrade] : undefined;
	return {
		formula: avoidedPerFamily,
		record: `interventions/${intervention.id}`,
		changes,
		values: {
			engagement: intervention.engagement,
			completion: intervention.completion,
			childrenPerFamily: intervention.childrenPerFamily,
			p0: intervention.p0,
			relativeReduction: intervention.relativeReduction,
			deadweight: intervention.deadweight,
			correction: correction ?? null
		},
		elsewhere: {
			correction: `assumptions/${intervention.correctionTable}.rows.${intervention.evidenceGrade}`
		}
	};
}

/**
 * When the entries avoided come about [children a month]: what the families served in a month will avoid comes after
 * the lag, spread evenly. Before month 0 scenario and baseline are the same, so nothing comes from there.
 */
export function delayed(
	avoidedByServed: Float64Array,
	lagMonths: number,
	spreadMonths: number
): Float64Array {
	return avoidedByServed.map((_, month) => {
		let total = 0;
		for (let back = lagMonths; back < lagMonths + spreadMonths; back++)
			total += avoidedByServed[month - back] ?? 0;
		return total / spreadMonths;
	});
}

/** Entries after early help, and by how many children the effects exceeded the entries expected. */
export interface Combined {
	readonly entries: Float64Array;
	readonly capped: number;
}

/**
 * Entries of one month after several interventions, state by state: help removes shares of what the others left,
 * cuts add up, and nobody is kept from entering who was not expected to.
 */
export function combineEffects(expected: Float64Array, effects: readonly Float64Array[]): Combined {
	let capped = 0;
	const entries = expected.map((children, state) => {
		if (children === 0) return 0;
		let left = children;
		let added = 0;
		for (const effect of effects) {
			const avoided = effect[state] ?? 0;
			if (avoided <= 0) added -= avoided;
			else {
				capped += Math.max(0, avoided - children);
				left *= 1 - Math.min(avoided, children) / children;
			}
		}
		return left + added;
	});
	return { entries, capped };
}
