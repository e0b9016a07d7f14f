import { refusal } from '../earlyHelp/outcomes';
import type { EffectVersion, LibraryEffect } from '../earlyHelp/library';
import { intervention as schema } from '../records/intervention';
import type { Council } from '../scenario/file';
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

/** The steps that fill an intervention of the baseline from the library, with its range, source and grade; or why it may not be. */
export function effectSteps(
	council: Council,
	id: string,
	effect: LibraryEffect,
	version: EffectVersion
): readonly Operation[] | EffectRefusal {
	const own = council.baseline.interventions.find((record) => record.id === id);
	const service = council.baseline.services.find((record) => record.id === own?.service);
	const row = `records/interventions/${id}`;
	const before = rowOf(council, row);
	if (own === undefined || service === undefined || !isObject(before ?? undefined))
		return { why: 'missing' };
	if (own.outcome !== effect.outcome) return { why: 'outcome' };
	const table = council.baseline.assumptions.find((record) => record.id === own.correctionTable);
	if (table?.use !== 'correction' || !(effect.grade in table.rows))
		return { why: 'grade', grade: effect.grade };
	const after = filled(before as Readonly<Record<string, Json>>, effect, version);
	const read = schema.safeParse(after);
	if (!read.success) return { why: 'missing' };
	const message = refusal(read.data, service);
	return message === null ? fieldSteps(row, [], before, after) : { why: 'population', message };
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
