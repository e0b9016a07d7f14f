import { Decimal } from 'decimal.js';
import { workedOutWords } from '$lib/components/history/adjustmentWords';
import { houseOf, input } from '$lib/format';
import { month } from '$lib/dates';
import { en as text } from '$lib/messages/en';
import {
	fieldAbout,
	getField,
	KIND_LABELS,
	parseRef,
	type Adjustment,
	type Council,
	type Edit,
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
	const { yearsIn } = houseOf(council.council);
	return edits.map((edit) => {
		if (edit.edit === 'add') return yearsIn(addSentence(edit.kind, edit.record));
		const { kind, id } = parseRef(edit.record);
		const title = titles.get(edit.record) ?? id;
		if (edit.edit === 'set') {
			const record = council.baseline[kind].find((candidate) => candidate.id === id);
			return yearsIn(setSentence(kind, title, record, edit.field, edit.value, titles));
		}
		if (edit.edit !== 'remove') {
			const record = council.baseline[kind].find((candidate) => candidate.id === id);
			return yearsIn(adjustSentence(kind, title, record, edit, titles));
		}
		return removeSentence(kind, title, edit);
	});
}

function addSentence(kind: Kind, record: Readonly<Record<string, unknown>>): string {
	const title = typeof record['title'] === 'string' ? record['title'] : String(record['id']);
	const details = Object.entries(record).flatMap(([field, value]) => {
		if (SILENT.has(field)) return [];
		const about = fieldAbout(kind, record as unknown as AnyRecord, field);
		const amount = asDecimal(value);
		if (about === null) return [];
		const label = fieldName(about.label, field, new Map());
		if (value === null) return [text.scenario.isBlank(label)];
		return amount === null ? [] : [`${label} ${input(amount, about.unit === about.label ? '' : about.unit)}`];
	});
	return details.length === 0
		? text.scenario.add(KIND_LABELS[kind], title)
		: text.scenario.addWith(KIND_LABELS[kind], title, details.join('; '));
}

function setSentence(
	kind: Kind,
	title: string,
	record: AnyRecord | undefined,
	field: string,
	value: unknown,
	titles: ReadonlyMap<string, string>
): string {
	const about = record === undefined ? null : fieldAbout(kind, record, field);
	const unit = about?.unit ?? '';
	const was = record === undefined ? null : getField(record, field);
	return text.scenario.set(
		`${title} (${KIND_LABELS[kind]}), ${fieldName(about?.label ?? field, field, titles)}`,
		shown(was, unit),
		shown(value, unit)
	);
}

function adjustSentence(
	kind: Kind,
	title: string,
	record: AnyRecord | undefined,
	edit: Adjustment,
	titles: ReadonlyMap<string, string>
): string {
	const about = record === undefined ? null : fieldAbout(kind, record, edit.field);
	const from = record === undefined ? undefined : getField(record, edit.field);
	return text.scenario.adjusts(
		`${title} (${KIND_LABELS[kind]}), ${fieldName(about?.label ?? edit.field, edit.field, titles)}`,
		workedOutWords(edit, from, about?.unit ?? '')
	);
}

/** A field's name in a sentence, with the service or area that it is about: 'share of time on ‘Contact’'. */
function fieldName(label: string, field: string, titles: ReadonlyMap<string, string>): string {
	const name = /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
	const part = field.split('.')[1] ?? '';
	const about = titles.get(`services/${part}`) ?? titles.get(`areas/${part}`);
	return about === undefined ? name : text.scenario.fieldOf(name, about);
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

/** A value of a field as text: a number with its unit, a blank as such, anything else as it stands. */
function shown(value: unknown, unit: string): string {
	if (value === null || value === undefined) return text.scenario.blank;
	const amount = asDecimal(value);
	if (amount !== null) return input(amount, unit);
	return typeof value === 'string' ? value : JSON.stringify(value);
}

function asDecimal(value: unknown): Decimal | null {
	if (Decimal.isDecimal(value)) return value;
	return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? new Decimal(value) : null;
}
