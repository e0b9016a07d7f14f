import { Decimal } from 'decimal.js';
import { valueOf } from '../figures/figure';
import { project, type Projection } from '../project';
import type { AnyRecord } from '../records/kinds';
import type { Evidence } from '../records/evidence';
import { statedNumber, type Fact } from '../scenario/fact';
import type { Council } from '../scenario/file';
import { getField, parseFieldRef, withField } from '../scenario/recordField';

/**
 * The council with another fact chosen for a field: the field takes what that fact states, times the field's conversion,
 * and the fact that was chosen becomes a rival. A range that would leave the value out is widened to it. Null where the field or a number to put there is missing.
 */
export function choosing(council: Council, ref: string, fact: Fact): Council | null {
	const place = parseFieldRef(ref);
	const stated = statedNumber(fact);
	if (place === null || stated === null) return null;
	const { kind, id } = place;
	const records: readonly AnyRecord[] = council.baseline[kind];
	const record = records.find((candidate) => candidate.id === id);
	const evidence = record?.evidence?.[place.field];
	if (record === undefined || evidence === undefined) return null;
	const value = stated.times(evidence.conversion ?? 1);
	const before = getField(record, place.field);
	const own = withRange(
		swapped(evidence, fact.id),
		Decimal.isDecimal(before) ? before : null,
		value
	);
	const chosen: AnyRecord = {
		...withField(record, place.field, value),
		evidence: { ...record.evidence, [place.field]: own }
	};
	return {
		...council,
		baseline: {
			...council.baseline,
			[kind]: records.map((candidate) => (candidate === record ? chosen : candidate))
		}
	};
}

function swapped(evidence: Evidence, chosen: string): Evidence {
	const others = (evidence.rivals ?? []).filter((rival) => rival !== chosen);
	const rivals = evidence.fact === undefined ? others : [evidence.fact, ...others];
	return { ...evidence, fact: chosen, rivals };
}

/** The range with the value in it: its middle goes with the value where the two were one, and its ends no further than they must. */
function withRange(evidence: Evidence, before: Decimal | null, value: Decimal): Evidence {
	const { low, mode, high } = evidence;
	return {
		...evidence,
		...(low?.gt(value) === true ? { low: value } : {}),
		...(mode !== undefined && before?.eq(mode) === true ? { mode: value } : {}),
		...(high?.lt(value) === true ? { high: value } : {})
	};
}

/** What a scenario would come to if a rival fact were chosen for a field; null where that cannot be said. */
export function projectionIfChosen(
	projection: Projection,
	ref: string,
	fact: Fact
): Projection | null {
	const council = choosing(projection.council, ref, fact);
	if (council === null) return null;
	const { scenario, terms } = projection;
	// The council of a projection is the one that its scenario stands on, agreed or not.
	return project(council, { ...scenario, baseline: null }, { terms, previous: projection });
}

/** What a figure would be in a year if a rival fact were chosen for a field; null where that cannot be said. */
export function figureIfChosen(
	projection: Projection,
	figure: string,
	y: number,
	ref: string,
	fact: Fact
): Decimal | null {
	const other = projectionIfChosen(projection, ref, fact)?.figures.get(figure);
	return other === undefined ? null : valueOf(other, y);
}
