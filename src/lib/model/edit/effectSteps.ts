import { refusal } from '../earlyHelp/outcomes';
import type { EffectVersion, LibraryEffect } from '../earlyHelp/library';
import type { Assumption } from '../records/assumption';
import { intervention as schema } from '../records/intervention';
import type { Service } from '../records/service';
import { standingUnder } from '../scenario/baselines';
import type { Council } from '../scenario/file';
import { decodeAdded } from '../scenario/versions';
import type { Target } from './cells';
import { fieldSteps } from './difference';
import { isObject, valueAt } from './jsonPath';
import type { Json, Operation } from './operation';
import { rowOf } from './rows';

/** Why an effect is not taken for an intervention. */
export type EffectRefusal =
	| { readonly why: 'missing' | 'outcome' }
	/** The intervention's table of optimism correction has no such grade. */
	| { readonly why: 'grade'; readonly grade: string }
	/** The service works with others; in one sentence. */
	| { readonly why: 'population'; readonly message: string };

/**
 * The steps that fill an intervention from the library, with its range, source and grade; or why it may not be. Of the
 * baseline, or one that a change adds: what the evidence of one says cannot change in time.
 */
export function effectSteps(
	council: Council,
	target: Target,
	id: string,
	effect: LibraryEffect,
	version: EffectVersion
): readonly Operation[] | EffectRefusal {
	const { row, path } = rowUnder(target, id);
	const { value: before } = valueAt(rowOf(council, row), path);
	if (!isObject(before)) return { why: 'missing' };
	const { services, assumptions } = around(council, target);
	const service = services.find((record) => record.id === before['service']);
	if (service === undefined) return { why: 'missing' };
	if (before['outcome'] !== effect.outcome) return { why: 'outcome' };
	const table = assumptions.find((record) => record.id === before['correctionTable']);
	if (table?.use !== 'correction' || !(effect.grade in table.rows))
		return { why: 'grade', grade: effect.grade };
	const after = filled(before, effect, version);
	const read = schema.safeParse(after);
	if (!read.success) return { why: 'missing' };
	const message = refusal(read.data, service);
	return message === null ? fieldSteps(row, path, before, after) : { why: 'population', message };
}

/** Where an intervention is written under a target. */
function rowUnder(
	target: Target,
	id: string
): { readonly row: string; readonly path: readonly string[] } {
	return target.into === 'baseline'
		? { row: `records/interventions/${id}`, path: [] }
		: {
				row: `changes/${target.scenario}/${target.change}`,
				path: ['edits', `add interventions/${id}`, 'record']
			};
}

/** The services and assumptions that an intervention may name: of the baseline under it, and services that its scenario adds. */
function around(
	council: Council,
	target: Target
): { readonly services: readonly Service[]; readonly assumptions: readonly Assumption[] } {
	const scenario =
		target.into === 'change'
			? council.scenarios.find((own) => own.id === target.scenario)
			: undefined;
	if (scenario === undefined) return council.baseline;
	const { services, assumptions } = standingUnder(council, scenario).baseline;
	const added = scenario.changes.flatMap(({ edits }) =>
		edits.flatMap((edit) =>
			edit.edit === 'add' && edit.kind === 'services'
				? [decodeAdded('services', edit.record) as Service]
				: []
		)
	);
	return { services: [...services, ...added], assumptions };
}

function filled(
	before: Readonly<Record<string, Json>>,
	{ design, outcome, population, grade, id }: LibraryEffect,
	{ p0, reduction, source, size, interval, version }: EffectVersion
): Readonly<Record<string, Json>> {
	const evidenceOf = (field: string, range: object): Json => ({
		...kept(valueAt(before, ['evidence', field]).value),
		...('low' in range && 'high' in range && 'value' in range
			? { low: String(range.low), mode: String(range.value), high: String(range.high) }
			: {}),
		note: interval
	});
	return {
		...before,
		design,
		outcome,
		population,
		evidenceGrade: grade,
		source: `${source}. ${size}. Library of effects: ${id}, version ${String(version)}.`,
		relativeReduction: reduction.value,
		...(p0 === null ? {} : { p0: p0.value }),
		...(design === 'controlledTrial' ? { deadweight: '0' } : {}),
		evidence: {
			...(before['evidence'] as Readonly<Record<string, Json>> | undefined),
			relativeReduction: evidenceOf('relativeReduction', reduction),
			...(p0 === null ? {} : { p0: evidenceOf('p0', p0) })
		}
	};
}

/** What stays of a field's evidence when its number comes from elsewhere: how much it matters. */
function kept(evidence: Json | undefined): Readonly<Record<string, Json>> {
	const impact = valueAt(evidence ?? null, ['impact']).value;
	return impact === undefined ? {} : { impact };
}
