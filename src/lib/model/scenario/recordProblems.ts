import { Decimal } from 'decimal.js';
import { z } from 'zod';
import type { Assumption } from '../records/assumption';
import { KIND_LABELS, RECORD_SCHEMAS, type AnyRecord, type Kind } from '../records/kinds';
import type { Known } from './known';
import { linksOf, type Link } from './links';
import { placeOf, problemsOf, type Problem } from './problem';
import { fieldSchema, getField, parseFieldRef } from './recordField';

/** What one record names that is not there, or is not what it should be. */
export function recordProblems(
	known: Known,
	kind: Kind,
	record: AnyRecord,
	path: readonly PropertyKey[]
): readonly Problem[] {
	const names = namesIn(kind, record);
	return [
		...names.links
			.filter((link) => known.find(link.kind, link.id) === undefined)
			.map((link) => missing(placeOf([...path, link.field]), KIND_LABELS[link.kind], link.id)),
		...names.cited.flatMap(({ field, isField, facts }): readonly Problem[] => {
			const unknown = facts.filter((id) => !known.facts.has(id));
			if (isField && unknown.length === 0) return [];
			const place = placeOf([...path, 'evidence', field]);
			return isField
				? unknown.map((id) => missing(place, 'fact', id))
				: [{ place, message: `names the field '${field}', which this record does not have` }];
		}),
		...kindProblems(known, kind, record, path)
	];
}

interface Names {
	readonly links: readonly Link[];
	/** What the record's evidence speaks of: a field, if it is one, and the facts about it. */
	readonly cited: readonly {
		readonly field: string;
		readonly isField: boolean;
		readonly facts: readonly string[];
	}[];
}

// Every edit has all records looked at again, and all but one are the very same as before.
const namesByRecord = new WeakMap<AnyRecord, Names>();

function namesIn(kind: Kind, record: AnyRecord): Names {
	let names = namesByRecord.get(record);
	if (names === undefined) {
		names = {
			links: linksOf(kind, record),
			cited: Object.entries(record.evidence ?? {}).map(([field, { fact, rivals = [] }]) => ({
				field,
				isField: fieldSchema(kind, record, field) !== null,
				facts: fact === undefined ? rivals : [fact, ...rivals]
			}))
		};
		namesByRecord.set(record, names);
	}
	return names;
}

function kindProblems(
	{ find }: Known,
	kind: Kind,
	record: AnyRecord,
	path: readonly PropertyKey[]
): readonly Problem[] {
	if (kind === 'headings' && 'statedSumOf' in record)
		return (record.statedSumOf ?? []).flatMap((text, i) => {
			const ref = parseFieldRef(text);
			const target = ref === null ? undefined : find(ref.kind, ref.id);
			return ref !== null && target !== undefined && isNumeric(getField(target, ref.field))
				? []
				: [
						{
							place: placeOf([...path, 'statedSumOf', i]),
							message: `'${text}' does not name a numeric field; write one such as contracts/nspcc.blockPrice`
						}
					];
		});
	if (kind === 'interventions' && 'correctionTable' in record) {
		const table = find('assumptions', record.correctionTable);
		if (
			table !== undefined &&
			!('rows' in table && Object.hasOwn(table.rows, record.evidenceGrade))
		)
			return [
				{
					place: placeOf([...path, 'evidenceGrade']),
					message: `'${record.evidenceGrade}' is not a grade of the table '${record.correctionTable}'; write one of its grades`
				}
			];
	}
	if (kind === 'posts' && 'niRule' in record && record.niRule !== undefined) {
		const found = find('rules', record.niRule);
		if (found !== undefined && (!('rule' in found) || found.rule !== 'employerNi'))
			return [
				{
					place: placeOf([...path, 'niRule']),
					message: `'${record.niRule}' is not a rule about employer NI`
				}
			];
	}
	if (kind === 'assumptions' && 'schedule' in record) return settingProblems(find, record, path);
	return [];
}

function settingProblems(
	find: Known['find'],
	{ schedule, costCorrection }: Extract<Assumption, { use: 'appraisal' }>,
	path: readonly PropertyKey[]
): readonly Problem[] {
	const rule = find('rules', schedule);
	const table = costCorrection === undefined ? undefined : find('assumptions', costCorrection);
	return [
		...(rule === undefined || ('rule' in rule && rule.rule === 'discount')
			? []
			: [
					{
						place: placeOf([...path, 'schedule']),
						message: `'${schedule}' is not a discount schedule; name a rule of the kind 'discount'`
					}
				]),
		...(table === undefined || ('use' in table && table.use === 'costCorrection')
			? []
			: [
					{
						place: placeOf([...path, 'costCorrection']),
						message: `'${costCorrection ?? ''}' does not correct costs; name an assumption of use 'costCorrection'`
					}
				])
	];
}

/**
 * What the fields of a record say against each other; good ones one by one may not be so together. The place is the
 * field.
 */
export function contradictions(kind: Kind, record: AnyRecord): readonly Problem[] {
	const schema: z.ZodType = RECORD_SCHEMAS[kind];
	const encoded = z.safeEncode(schema, record);
	return encoded.success ? [] : problemsOf(encoded.error);
}

/** True for a value that a numeric field may hold, blank or not. */
export function isNumeric(value: unknown): boolean {
	return value === null || value instanceof Decimal;
}

/** A name that leads nowhere. */
export function missing(place: string, what: string, id: string): Problem {
	return { place, message: `there is no ${what} '${id}'; add it or mend the name` };
}
