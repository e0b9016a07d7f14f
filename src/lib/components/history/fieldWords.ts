import { houseOf } from '$lib/format';
import { date, month } from '$lib/dates';
import { numberEcho, rangeEcho } from '$lib/input/number';
import { edits as text } from '$lib/messages/edits';
import { EDIT_CHOICES, EDIT_FIELDS } from '$lib/messages/editFields';
import { en } from '$lib/messages/en';
import { CHOICE_LABELS, FIELD_LABELS } from '$lib/messages/fields';
import {
	fieldAbout,
	isObject,
	kindNamedBy,
	parseRef,
	textOf,
	valueAt,
	type Change,
	type Json
} from '$lib/model';
import { recordPath, type Names } from './names';

/** A field as people know it: the steps that lead to it in its row, and what decides how its values are written. */
export interface Field {
	readonly steps: readonly string[];
	/** The field's own name in the file: 'fte', 'team'. */
	readonly name: string;
	/** The unit of a number; null for words. */
	readonly unit: string | null;
	/** What else an entry may hold, named: the units of its own numbers. */
	readonly within: (name: string) => Field;
	/** The scenario in which names are looked up; null for the baseline. */
	readonly scenario: string | null;
	/** The part of a council whose names of fields hold: 'changes', 'facts'; 'records' for the fields of records. */
	readonly of: string;
}

type Record = Parameters<typeof fieldAbout>[1];

/** The field at a path of a record. */
export function recordField(
	names: Names,
	ref: string,
	path: readonly string[],
	scenario: string | null
): Field {
	const [head, inner, ...rest] = path;
	if (head === 'evidence' && inner !== undefined)
		return evidenceField(names, ref, inner, rest, scenario);
	const record = names.record(ref, scenario);
	const steps: string[] = [];
	// A path goes by turns through names of fields and keys of what they hold.
	for (let at = 0; at < path.length; at += 2) {
		const name = path[at] ?? '';
		const key = path[at + 1];
		const label = aboutOf(ref, record, path.slice(0, at + 2))?.label ?? labelOf('records', name);
		if (key === undefined) steps.push(label);
		else {
			const node = valueAt(record, path.slice(0, at + 2)).value;
			const keyed = keyName(names, name, key, node, scenario);
			steps.push(at + 2 < path.length ? keyed : text.labelled(label, keyed));
		}
	}
	const isKey = path.length % 2 === 0;
	return {
		steps,
		name: (isKey ? path.at(-2) : path.at(-1)) ?? '',
		unit: aboutOf(ref, record, path)?.unit ?? null,
		within: (name) => recordField(names, ref, [...path, name], scenario),
		scenario,
		of: 'records'
	};
}

/** What the schema says of the number at a path; keys of maps and lists are all alike to it. */
function aboutOf(ref: string, record: Json, path: readonly string[]) {
	const { kind } = parseRef(ref);
	const own = isObject(record) ? (record as unknown as Record) : ({} as Record);
	for (const key of ['x', '0']) {
		const field = path.map((step, at) => (at % 2 === 0 ? step : key)).join('.');
		const about = fieldAbout(kind, own, field);
		if (about !== null) return about;
	}
	return null;
}

function evidenceField(
	names: Names,
	ref: string,
	of: string,
	rest: readonly string[],
	scenario: string | null
): Field {
	const about = recordField(names, ref, of.split('.'), scenario);
	const name = rest[0] ?? 'evidence';
	return {
		steps: [...about.steps, labelOf(rest.length === 0 ? 'records' : 'evidence', name)],
		name,
		unit: ['low', 'mode', 'high'].includes(name) ? about.unit : name === 'conversion' ? '' : null,
		within: (inner) => evidenceField(names, ref, of, [inner], scenario),
		scenario,
		of: 'evidence'
	};
}

function keyName(
	names: Names,
	name: string,
	key: string,
	entry: Json | undefined,
	scenario: string | null
): string {
	const kind = kindNamedBy(name);
	if (kind !== null) return names.title(`${kind}/${key}`, scenario);
	if (name === 'profile') return shareName(names, entry, scenario) ?? key;
	const day = textOf(valueAt(entry ?? null, ['date']).value);
	if (name === 'versions') return day ? text.versionOf(date(day)) : key;
	if (/^\d{4}-\d{2}-\d{2}$/.test(key)) return text.from(date(key));
	if (/^\d+$/.test(key)) return text.row(String(Number(key) + 1));
	return houseOf(names.council.council).year(key);
}

/** On whom a share of an effect falls; null where it is not there. */
function shareName(names: Names, entry: Json | undefined, scenario: string | null): string | null {
	if (!isObject(entry)) return null;
	const [band, ...types] = ['band', 'type', 'to'].flatMap((part) => {
		const own = entry[part];
		return typeof own === 'string' ? [own] : [];
	});
	return [
		CHOICE_LABELS['band']?.[band ?? ''] ?? band,
		...types.map((type) => names.title(`placementTypes/${type}`, scenario))
	].join(', ');
}

/** A field of a row that is not a record: of a scenario, a change, a pack, a fact or the council's details. */
export function plainField(
	of: string,
	path: readonly string[],
	scenario: string | null,
	unit: string | null = null
): Field {
	const name = path.at(-1) ?? '';
	const units: Readonly<{ [field: string]: string }> = { confidence: 'share of 1', amount: '£' };
	return {
		steps: path.map((step) => labelOf(of, step)),
		name,
		unit: unit ?? units[name] ?? null,
		within: (inner) => plainField(of, [...path, inner], scenario),
		scenario,
		of
	};
}

/** An assumption of a pack: the field that it fills, in the units of that field. */
export function packField(names: Names, path: readonly string[]): Field {
	const [, filled = '', inner] = path;
	const [ref = '', ...field] = filled.split('.');
	const about = recordField(names, ref, field, null);
	const name = inner ?? 'values';
	return {
		steps: [
			...recordPath(names, ref, null),
			...about.steps,
			...(inner === undefined ? [] : [labelOf('values', inner)])
		],
		name,
		unit: inner === undefined || ['value', 'low', 'high'].includes(inner) ? about.unit : null,
		within: (own) => packField(names, ['values', filled, own]),
		scenario: null,
		of: 'values'
	};
}

/** What a field is called: by the part of the council that it stands in, else as in tables of records. */
function labelOf(of: string, name: string): string {
	const own = EDIT_FIELDS[of] ?? {};
	if (Object.hasOwn(own, name)) return own[name] ?? name;
	return Object.hasOwn(FIELD_LABELS, name) ? (FIELD_LABELS[name] ?? name) : name;
}

/** Fields that may name nothing, which is no gap. */
const LINKS = ['area', 'heading', 'index', 'service', 'deflator'];
const MONTHS = ['start', 'end', 'month', 'ends', 'noticeGiven'];
const YEARS = ['firstYear', 'priceYear', 'baseYear', 'backlogDue', 'from'];
const DAYS = ['date', 'designated', 'reviewDate', 'from', 'statedOn'];

/** A stored value as people read it: blank is 'blank', a field that is not there 'does not apply', never zero. */
export function valueWords(names: Names, field: Field, value: Json | undefined): string {
	if (value === undefined) return text.absent;
	if (value === null) {
		if (field.of === 'changes' && field.name === 'end') return text.stays;
		if (field.of === 'scenarios' && field.name === 'baseline') return text.presentBaseline;
		return LINKS.includes(field.name) ? text.none : text.blank;
	}
	if (typeof value === 'boolean') return switchWords(field, value);
	if (Array.isArray(value)) return listWords(names, field, value);
	if (typeof value === 'object') return objectWords(names, field, value);
	return wordOf(names, field, String(value));
}

function switchWords({ name, of }: Field, value: boolean): string {
	if (name === 'on' && of !== 'records') return value ? text.on : text.off;
	return value ? text.yes : text.no;
}

function wordOf(names: Names, field: Field, value: string): string {
	const { name, unit } = field;
	if (unit !== null && /^-?\d+(\.\d+)?$/.test(value)) return numberWords(value, field);
	if (value === '') return text.blank;
	if (MONTHS.includes(name)) return month(value);
	if (DAYS.includes(name) && /^\d{4}-\d{2}-\d{2}$/.test(value)) return date(value);
	if (YEARS.includes(name)) return houseOf(names.council.council).year(value);
	if (name === 'fact' || name === 'rivals') return names.row(`facts/${value}`);
	if (field.of === 'scenarios' && name === 'baseline') return names.row(`agreed/${value}`);
	if (field.of === 'agreed' && name === 'on') return date(value);
	if (field.of === 'council' && Object.hasOwn(EDIT_CHOICES, name))
		return EDIT_CHOICES[name]?.[value] ?? value;
	if (field.of === 'changes' && name === 'status')
		return en.scenario.statuses[value as Change['status']];
	if (field.of === 'oneOffs' && name === 'ledger')
		return en.scenario.ledgers[value as Change['oneOffs'][number]['ledger']];
	const kind = name === 'deflator' ? 'indices' : field.of === 'records' ? kindNamedBy(name) : null;
	if (kind !== null && names.record(`${kind}/${value}`, field.scenario) !== null)
		return names.title(`${kind}/${value}`, field.scenario);
	return CHOICE_LABELS[name]?.[value] ?? value;
}

/** A number with its unit, which is left out where it is what the field is called. */
function numberWords(value: string, { unit, steps }: Field): string {
	const isSaid = unit !== null && steps.at(-1)?.toLowerCase() === unit.toLowerCase();
	return numberEcho(value, isSaid ? '' : (unit ?? ''));
}

function listWords(names: Names, field: Field, list: readonly Json[]): string {
	if (list.length === 0) return text.none;
	if (list.some((entry) => typeof entry === 'object')) return text.entries(list.length);
	return list.map((entry) => valueWords(names, field, entry)).join(', ');
}

function objectWords(
	names: Names,
	field: Field,
	value: Readonly<{ [name: string]: Json }>
): string {
	const { value: middle, low, high } = value;
	if (field.of === 'values' && typeof low === 'string' && typeof high === 'string')
		return text.rangeBehind(
			valueWords(names, field.within('value'), middle),
			rangeEcho(low, high, field.within('low').unit ?? '')
		);
	const parts = Object.entries(value).filter(([name]) => name !== 'id');
	return parts.length === 0
		? text.none
		: text.values(parts.map(([name, own]) => partWords(names, field, name, own)));
}

function partWords(names: Names, field: Field, name: string, value: Json): string {
	const own = field.within(name);
	return text.valueOf(own.steps.at(-1) ?? name, valueWords(names, own, value));
}
