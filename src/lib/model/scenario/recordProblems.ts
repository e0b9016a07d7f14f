import { Decimal } from 'decimal.js';
import { KIND_LABELS, type AnyRecord, type Kind } from '../records/kinds';
import type { Council } from './file';
import { linksOf } from './links';
import { placeOf, type Problem } from './problem';
import { fieldSchema, getField, parseFieldRef } from './recordField';

/** The records that others may name, by reference. */
export type Records = ReadonlyMap<string, AnyRecord>;

/** What one record names that is not there, or is not what it should be. */
export function recordProblems(
	council: Council,
	records: Records,
	kind: Kind,
	record: AnyRecord,
	path: readonly PropertyKey[]
): readonly Problem[] {
	const facts = new Set(council.facts.map((fact) => fact.id));
	const base = placeOf(path);
	const links = linksOf(kind, record).flatMap((link) =>
		records.has(`${link.kind}/${link.id}`)
			? []
			: [missing(`${base}.${link.field}`, KIND_LABELS[link.kind], link.id)]
	);
	const named = Object.entries(record.evidence ?? {}).flatMap(([field, evidence]) => {
		const place = `${base}.evidence.${field}`;
		if (fieldSchema(kind, record, field) === null)
			return [{ place, message: `names the field '${field}', which this record does not have` }];
		return [evidence.fact, ...(evidence.rivals ?? [])].flatMap((id) =>
			id === undefined || facts.has(id) ? [] : [missing(place, 'fact', id)]
		);
	});
	return [...links, ...named, ...kindProblems(records, kind, record, base)];
}

function kindProblems(
	records: Records,
	kind: Kind,
	record: AnyRecord,
	base: string
): readonly Problem[] {
	if (kind === 'headings' && 'statedSumOf' in record)
		return (record.statedSumOf ?? []).flatMap((text, i) => {
			const ref = parseFieldRef(text);
			const target = ref === null ? undefined : records.get(ref.ref);
			return ref !== null && target !== undefined && isNumeric(getField(target, ref.field))
				? []
				: [
						{
							place: `${base}.statedSumOf[${String(i)}]`,
							message: `'${text}' does not name a numeric field; write one such as contracts/nspcc.blockPrice`
						}
					];
		});
	if (kind === 'interventions' && 'correctionTable' in record) {
		const table = records.get(`assumptions/${record.correctionTable}`);
		if (
			table !== undefined &&
			!('rows' in table && Object.hasOwn(table.rows, record.evidenceGrade))
		)
			return [
				{
					place: `${base}.evidenceGrade`,
					message: `'${record.evidenceGrade}' is not a grade of the table '${record.correctionTable}'; write one of its grades`
				}
			];
	}
	if (kind === 'posts' && 'niRule' in record && record.niRule !== undefined) {
		const found = records.get(`rules/${record.niRule}`);
		if (found !== undefined && (!('rule' in found) || found.rule !== 'employerNi'))
			return [
				{ place: `${base}.niRule`, message: `'${record.niRule}' is not a rule about employer NI` }
			];
	}
	return [];
}

/** True for a value that a numeric field may hold, blank or not. */
export function isNumeric(value: unknown): boolean {
	return value === null || value instanceof Decimal;
}

/** A name that leads nowhere. */
export function missing(place: string, what: string, id: string): Problem {
	return { place, message: `there is no ${what} '${id}'; add it or mend the name` };
}
