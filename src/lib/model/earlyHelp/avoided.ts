import { input, named, product, restOf, type Formula } from '../formula/expression';
import { evaluate } from '../formula/evaluate';
import { blanksOf, exactInput, type Term } from '../formula/term';
import { blocked, type Blocked } from '../formula/value';
import { fieldInput } from '../ledger/line';
import type { Assumption } from '../records/assumption';
import type { Intervention } from '../records/intervention';
import type { Service } from '../records/service';

/** Children kept from entering care for each family that finishes the help. */
export const avoidedPerFamily: Formula = {
	id: 'earlyHelp.avoidedPerFamily',
	title: 'Entries to care avoided for each family helped',
	unit: 'children',
	inputs: {
		childrenPerFamily: fieldInput('childrenPerFamily', 'Children per family', 'children'),
		p0: fieldInput('p0', 'Chance of entering care without help', 'share of 1'),
		relativeReduction: fieldInput('relativeReduction', 'Relative reduction', 'share of 1'),
		deadweight: fieldInput('deadweight', 'Deadweight', 'share of 1'),
		correction: { label: 'Optimism correction', unit: 'share of 1' }
	},
	expression: named(
		'Entries to care avoided for each family helped',
		'children',
		product(
			input('childrenPerFamily'),
			input('p0'),
			input('relativeReduction'),
			restOf(input('deadweight')),
			restOf(input('correction'))
		)
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

/** The term that gives the entries avoided for each family helped by an intervention. */
export function avoidedTerm(intervention: Intervention, table: Assumption | undefined): Term {
	const ref = `interventions/${intervention.id}`;
	const correction =
		table?.use === 'correction' ? table.rows[intervention.evidenceGrade] : undefined;
	return {
		formula: avoidedPerFamily,
		record: ref,
		changes: [],
		values: {
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

/** Entries avoided for each family helped [children]; blocked where an input is blank. */
export function avoidedForEachFamily(term: Term): number | Blocked {
	const blanks = blanksOf(term);
	if (blanks.length > 0) return blocked(blanks, term.values);
	return evaluate(term.formula.expression, (name) => exactInput(term, name)).toNumber();
}

/**
 * Entries to care avoided in each month [children] by the families helped more (or fewer) than if we change nothing:
 * each family's effect comes after the lag, spread evenly. Before month 0 both are the same.
 */
export function avoidedByMonth(
	helpedMore: Float64Array,
	perFamily: number,
	lagMonths: number,
	spreadMonths: number
): Float64Array {
	const avoided = new Float64Array(helpedMore.length);
	for (let month = 0; month < avoided.length; month++) {
		let families = 0;
		for (let back = lagMonths; back < lagMonths + spreadMonths; back++)
			families += helpedMore[month - back] ?? 0;
		avoided[month] = (families * perFamily) / spreadMonths;
	}
	return avoided;
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
