import { Decimal } from 'decimal.js';
import { workedOutWords } from '$lib/components/history/adjustmentWords';
import { recordField, valueWords } from '$lib/components/history/fieldWords';
import { namesIn, type Names } from '$lib/components/history/names';
import { month } from '$lib/dates';
import { houseOf, input, type House } from '$lib/format';
import { en as text } from '$lib/messages/en';
import {
	fieldAbout,
	getField,
	KIND_LABELS,
	parseRef,
	parseYear,
	type Adjustment,
	type Council,
	type Edit,
	type Json,
	type Kind,
	type Scenario
} from '$lib/model';
import { recordTitles } from '../../names';

type AnyRecord = Parameters<typeof getField>[0];

/** The fields of an added record that are no quantity and need no words of their own. */
const SILENT = new Set(['id', 'title', 'note', 'evidence']);

/** What each edit of a change does, a sentence each, with what it was and what it becomes. */
export function editSentences(
	council: Council,
	scenario: Scenario,
	edits: readonly Edit[]
): readonly string[] {
	const titles = recordTitles(council, scenario);
	const names = namesIn(council, []);
	const house = houseOf(council.council);
	return edits.map((edit) => {
		if (edit.edit === 'add') return addSentence(edit.kind, edit.record, house);
		const { kind, id } = parseRef(edit.record);
		const title = titles.get(edit.record) ?? id;
		if (edit.edit === 'set') {
			return setSentence(names, titles, scenario.id, edit, title);
		}
		if (edit.edit !== 'remove') return adjustSentence(names, titles, edit, title);
		return removeSentence(kind, title, edit);
	});
}

function addSentence(kind: Kind, record: Readonly<Record<string, unknown>>, house: House): string {
	const title = typeof record['title'] === 'string' ? record['title'] : String(record['id']);
	const details = Object.entries(record).flatMap(([field, value]) => {
		if (SILENT.has(field)) return [];
		const about = fieldAbout(kind, record as unknown as AnyRecord, field);
		const amount = asDecimal(value);
		if (about === null) return [];
		const label = fieldName(about.label, field, new Map(), house);
		if (value === null) return [text.scenario.isBlank(label)];
		return amount === null ? [] : [`${label} ${input(amount, about.unit === about.label ? '' : about.unit)}`];
	});
	return details.length === 0
		? text.scenario.add(KIND_LABELS[kind], title)
		: text.scenario.addWith(KIND_LABELS[kind], title, details.join('; '));
}

function setSentence(
	names: Names,
	titles: ReadonlyMap<string, string>,
	scenario: string,
	{ record: ref, field, value }: Extract<Edit, { readonly edit: 'set' }>,
	title: string
): string {
	const { kind, id } = parseRef(ref);
	const record = names.council.baseline[kind].find((candidate) => candidate.id === id);
	const about = record === undefined ? null : fieldAbout(kind, record, field);
	const own = recordField(names, ref, field.split('.'), scenario);
	const shown = (now: unknown): string => {
		if (now === null || now === undefined) return text.scenario.blank;
		const amount = asDecimal(now);
		return amount === null ? valueWords(names, own, now as Json) : input(amount, about?.unit ?? '');
	};
	const name = about?.label ?? own.steps.at(-1) ?? field;
	return text.scenario.set(
		`${title} (${KIND_LABELS[kind]}), ${fieldName(name, field, titles, houseOf(names.council.council))}`,
		shown(record === undefined ? null : getField(record, field)),
		shown(value)
	);
}

function adjustSentence(
	names: Names,
	titles: ReadonlyMap<string, string>,
	edit: Adjustment,
	title: string
): string {
	const { kind, id } = parseRef(edit.record);
	const record = names.council.baseline[kind].find((candidate) => candidate.id === id);
	const about = record === undefined ? null : fieldAbout(kind, record, edit.field);
	const from = record === undefined ? undefined : getField(record, edit.field);
	return text.scenario.adjusts(
		`${title} (${KIND_LABELS[kind]}), ${fieldName(about?.label ?? edit.field, edit.field, titles, houseOf(names.council.council))}`,
		workedOutWords(edit, from, about?.unit ?? '')
	);
}

/** A field's name in a sentence, with the service, area or year that it is about: 'share of time on ‘Contact’'. */
function fieldName(
	label: string,
	field: string,
	titles: ReadonlyMap<string, string>,
	house: House
): string {
	const name = /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
	const part = field.split('.')[1] ?? '';
	const about = titles.get(`services/${part}`) ?? titles.get(`areas/${part}`);
	if (about !== undefined) return text.scenario.fieldOf(name, about);
	return parseYear(part) === null ? name : text.figure.forYear(name, house.year(part));
}

function removeSentence(
	kind: Kind,
	title: string,
	edit: Extract<Edit, { readonly edit: 'remove' }>
): string {
	const words = text.scenario;
	if (kind === 'buildings') return words.closes(title);
	if (kind === 'contracts')
		return words.endsContract(
			title,
			edit.noticeGiven === undefined ? null : month(edit.noticeGiven)
		);
	if (kind === 'posts' && edit.destination !== undefined)
		return words.removesPost[edit.destination](title);
	return words.removes(KIND_LABELS[kind], title);
}

function asDecimal(value: unknown): Decimal | null {
	if (Decimal.isDecimal(value)) return value;
	return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? new Decimal(value) : null;
}
