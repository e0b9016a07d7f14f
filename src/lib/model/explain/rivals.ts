import type { Decimal } from 'decimal.js';
import { valueOf } from '../figures/figure';
import { project, type Projection } from '../project';
import type { AnyRecord } from '../records/kinds';
import type { Evidence } from '../records/evidence';
import { statedNumber, type Fact } from '../scenario/fact';
import type { Council } from '../scenario/file';
import { parseFieldRef, withField } from '../scenario/recordField';

/**
 * The council with another fact chosen for a field: the field takes what that fact states, times the field's conversion,
 * and the fact that was chosen becomes a rival. Null where the field or a number to put there is missing.
 */
function choosing(council: Council, ref: string, fact: Fact): Council | null {
	const place = parseFieldRef(ref);
	const stated = statedNumber(fact);
	if (place === null || stated === null) return null;
	const { kind, id } = place;
	const records: readonly AnyRecord[] = council.baseline[kind];
	const record = records.find((candidate) => candidate.id === id);
	const evidence = record?.evidence?.[place.field];
	if (record === undefined || evidence === undefined) return null;
	const chosen: AnyRecord = {
		...withField(record, place.field, stated.times(evidence.conversion ?? 1)),
		evidence: { ...record.evidence, [place.field]: swapped(evidence, fact.id) }
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

/** What a figure would be in a year if a rival fact were chosen for a field; null where that cannot be said. */
export function figureIfChosen(
	projection: Projection,
	figure: string,
	y: number,
	ref: string,
	fact: Fact
): Decimal | null {
	const council = choosing(projection.council, ref, fact);
	if (council === null) return null;
	const { scenario, terms } = projection;
	const other = project(council, scenario, { terms, previous: projection }).figures.get(figure);
	return other === undefined ? null : valueOf(other, y);
}
