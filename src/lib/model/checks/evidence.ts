import { Decimal } from 'decimal.js';
import { weekdayOf } from '../calendar/calendar';
import { theDate, worded } from '../calendar/words';
import { KINDS } from '../records/kinds';
import { fieldAbout, getField } from '../scenario/recordField';
import { statedNumber, type Fact } from '../scenario/fact';
import type { Checked, CheckRule } from './check';
import { grouped } from './numbers';

/** Checks on where figures come from: facts that agree with fields, units, dates, rivals. */
export const evidenceChecks: readonly CheckRule[] = [
	{
		id: 'facts.agree',
		holds: 'Every field that rests on a fact has the value that the fact states',
		find: (checked) =>
			citations(checked).flatMap(({ field, value, fact, conversion }) => {
				const stated = statedNumber(fact);
				if (stated === null || value === null) return [];
				const due = stated.times(conversion ?? 1);
				return due.eq(value)
					? []
					: [
							`${field} is ${grouped(value)} but ${fact.id} states ${grouped(stated)} ${fact.unit}${conversion === undefined ? '' : `, times ${grouped(conversion)}`}`
						];
			})
	},
	{
		id: 'units.mixed',
		holds: 'No figure in thousands or millions is used as if it were in pounds',
		find: (checked) =>
			citations(checked).flatMap(({ field, unit, fact, conversion }) =>
				/000|\bm\b|million/i.test(fact.unit) && unit.startsWith('£') && conversion === undefined
					? [`${field} is in ${unit} but ${fact.id} is in ${fact.unit}; state the conversion`]
					: []
			)
	},
	{
		id: 'facts.rivals',
		holds: 'No chosen fact has a rival that says something else',
		find: (checked) =>
			citations(checked).flatMap(({ field, fact, rivals }) =>
				rivals.length === 0
					? []
					: [
							`${field} uses ${saidBy(fact)} (${fact.paragraph}); ${rivals.map((rival) => `${saidBy(rival)} is said in ${rival.paragraph}`).join(', ')}`
						]
			)
	},
	{
		id: 'dates.weekday',
		holds: 'Every stated weekday is that of its date',
		find: ({ council }) =>
			council.facts.flatMap((fact) => {
				if (fact.weekday === undefined) return [];
				const actual = weekdayOf(fact.value);
				return actual === null || actual.toLowerCase() === fact.weekday.toLowerCase()
					? []
					: [
							worded`${fact.id}: ${theDate(fact.value)} was a ${actual}, the document says ${fact.weekday}`
						];
			})
	},
	{
		id: 'sources.rules',
		holds: 'Every rate and threshold of the law that a pack fills has a source',
		find: ({ council }) =>
			council.packs
				.filter(({ on }) => on)
				.flatMap(({ title, values }) =>
					council.baseline.rules.flatMap((rule) => {
						const own = values.filter(
							({ field, source }) => source === null && field.startsWith(`rules/${rule.id}.`)
						);
						return own.length === 0
							? []
							: [
									`${rule.title}: ${own.length === 1 ? 'a value' : `${String(own.length)} values`} of the pack '${title}' ${own.length === 1 ? 'has' : 'have'} no source; look the law up, and write where it says so`
								];
					})
				)
	},
	{
		id: 'sources.stale',
		holds: 'No source was due for review before the projection starts',
		find: ({ council }) =>
			KINDS.flatMap((kind) =>
				council.baseline[kind].flatMap((record) =>
					Object.entries(record.evidence ?? {}).flatMap(([field, { reviewDate }]) =>
						reviewDate !== undefined &&
						reviewDate < `${council.council.firstYear.slice(0, 4)}-04-01`
							? [
									worded`${record.title}, ${fieldAbout(kind, record, field)?.label.toLowerCase() ?? field}, was due for review on ${theDate(reviewDate)}`
								]
							: []
					)
				)
			)
	}
];

interface Citation {
	readonly field: string;
	readonly unit: string;
	readonly value: Decimal | null;
	readonly fact: Checked['council']['facts'][number];
	readonly rivals: readonly Checked['council']['facts'][number][];
	readonly conversion: Decimal | undefined;
}

const cited = new WeakMap<Checked['council']['baseline'], readonly Citation[]>();

/** Every field that rests on a fact; looked up once for a baseline. */
function citations({ council }: Checked): readonly Citation[] {
	const known = cited.get(council.baseline);
	if (known !== undefined) return known;
	const found = findCitations(council);
	cited.set(council.baseline, found);
	return found;
}

function findCitations(council: Checked['council']): readonly Citation[] {
	const facts = new Map(council.facts.map((fact) => [fact.id, fact]));
	return KINDS.flatMap((kind) =>
		council.baseline[kind].flatMap((record) =>
			Object.entries(record.evidence ?? {}).flatMap(([field, evidence]) => {
				const fact = facts.get(evidence.fact ?? '');
				if (fact === undefined) return [];
				const value = getField(record, field);
				const about = fieldAbout(kind, record, field);
				return [
					{
						field: `${record.title}, ${(about?.label ?? field).toLowerCase()},`,
						unit: about?.unit ?? '',
						value: value instanceof Decimal ? value : null,
						fact,
						rivals: (evidence.rivals ?? []).flatMap((id) => facts.get(id) ?? []),
						conversion: evidence.conversion
					}
				];
			})
		)
	);
}

/** The value of a fact, its thousands parted where it is a number. */
function saidBy(fact: Fact): string {
	const stated = statedNumber(fact);
	return stated === null ? fact.value : grouped(stated);
}
