import { month } from '$lib/dates';
import { edits as text } from '$lib/messages/edits';
import {
	editSchema,
	isAdjustment,
	isObject,
	listOf,
	parseRef,
	rowOf,
	textOf,
	valueAt,
	type Adjustment,
	type Json,
	type Operation
} from '$lib/model';
import { workedOutWords } from './adjustmentWords';
import { plainField, recordField, valueWords } from './fieldWords';
import { recordPath, type Names } from './names';

/** One step of an edit in words. */
export interface Told {
	/** The whole path to what it is about: 'Family hub North › Family support workers (post) › FTE'. */
	readonly label: string;
	/** What stood there; null where there was nothing of the kind, such as a row that is added. */
	readonly was: string | null;
	readonly now: string;
	/** The step as one line by itself: 'FTE of Family support workers: 4 → 5'. */
	readonly title: string;
}

/** The change that a step is about. */
export interface ChangeAbout {
	readonly scenario: string;
	readonly title: string;
	/** The path to it: 'Scenario ‘Plan’ › change ‘Close Nantwich’'. */
	readonly label: string;
}

type SetStep = Extract<Operation, { op: 'set' }>;
type Values = Pick<SetStep, 'was' | 'value'>;

/** A step inside a change: what it does to a record, a one-off amount, or the change's own details. */
export function toldOfChange(names: Names, about: ChangeAbout, step: SetStep): Told {
	const [head, key, ...rest] = step.path;
	if (head === 'edits' && key !== undefined) return toldOfEdit(names, about, key, rest, step);
	if (head === 'oneOffs' && key !== undefined) {
		const change = rowOf(names.council, `changes/${about.scenario}/${listOf(step.row).id}`);
		return toldOfOneOff(names, about, change, [key, ...rest], step);
	}
	const field = plainField('changes', step.path, about.scenario);
	return within(about, field.steps, [], {
		was: valueWords(names, field, step.was),
		now: valueWords(names, field, step.value)
	});
}

/** What a change that is added does, a line for each edit and one-off amount. */
export function toldOfNewChange(names: Names, about: ChangeAbout, data: Json): readonly Told[] {
	const list = (name: string): readonly Json[] => {
		const { value } = valueAt(data, [name]);
		return Array.isArray(value) ? value : [];
	};
	return [
		...list('edits').map((edit) => toldOfEdit(names, about, keyOf(edit), [], { value: edit })),
		...list('oneOffs').map((item) =>
			toldOfOneOff(names, about, data, [textOf(valueAt(item, ['id']).value) ?? ''], { value: item })
		)
	];
}

/** Edits of one field, by the first word of their keys. */
const FIELD_VERBS: readonly string[] = ['set', 'scale', 'shift'];

function keyOf(edit: Json): string {
	if (!isObject(edit)) return '';
	const [verb, kind, ref, field] = [edit.edit, edit.kind, edit.record, edit.field].map((part) =>
		typeof part === 'string' ? part : ''
	);
	if (verb === 'add') return `add ${kind}/${textOf(valueAt(edit, ['record', 'id']).value) ?? ''}`;
	return verb !== undefined && FIELD_VERBS.includes(verb)
		? `${verb} ${ref}.${field}`
		: `${verb} ${ref}`;
}

function toldOfEdit(
	names: Names,
	about: ChangeAbout,
	key: string,
	rest: readonly string[],
	step: Values
): Told {
	const space = key.indexOf(' ');
	const [verb, named] = [key.slice(0, space), key.slice(space + 1)];
	const dot = named.indexOf('.');
	const ref = dot < 0 ? named : named.slice(0, dot);
	// An edit that has no name of its own is told as the entry of a list that it is.
	if (space < 0) return toldOfList(names, about, step);
	const path = recordPath(names, ref, about.scenario);
	if (verb === 'set')
		return toldOfSetEdit(names, about, { ref, path: named.slice(dot + 1).split('.'), rest }, step);
	if (FIELD_VERBS.includes(verb))
		return toldOfAdjustment(
			names,
			about,
			{ verb, ref, path: named.slice(dot + 1).split('.') },
			step
		);
	if (verb === 'add' && rest[0] === 'record' && rest.length > 1) {
		const field = recordField(names, ref, rest.slice(1), about.scenario);
		return within(about, field.steps, path, {
			was: valueWords(names, field, step.was),
			now: valueWords(names, field, step.value)
		});
	}
	if (verb === 'remove' && rest.length > 0) {
		const field = plainField('removal', rest, about.scenario);
		return within(about, field.steps, path, {
			was: valueWords(names, field, step.was),
			now: valueWords(names, field, step.value)
		});
	}
	const words = verb === 'add' ? text.added : removalWords(ref, step.value ?? step.was ?? null);
	const now = step.value === undefined ? text.noLonger(words) : words;
	return within(about, [], path, { was: null, now });
}

function toldOfList(names: Names, about: ChangeAbout, step: Values): Told {
	const field = plainField('changes', ['edits'], about.scenario);
	return within(about, field.steps, [], {
		was: valueWords(names, field, step.was),
		now: valueWords(names, field, step.value)
	});
}

function removalWords(ref: string, edit: Json): string {
	const { kind } = parseRef(ref);
	const { value: destination } = valueAt(edit, ['destination']);
	const { value: notice } = valueAt(edit, ['noticeGiven']);
	if (kind === 'buildings') return text.closes;
	if (kind === 'contracts')
		return typeof notice === 'string'
			? text.noticeFrom(text.endsContract, month(notice))
			: text.endsContract;
	return kind === 'posts' && typeof destination === 'string'
		? text.destinations[destination as keyof typeof text.destinations]
		: text.removesRecord;
}

function toldOfSetEdit(
	names: Names,
	about: ChangeAbout,
	{ ref, path, rest }: { readonly [part in 'path' | 'rest']: readonly string[] } & { ref: string },
	step: Values
): Told {
	// Within the value that the edit sets: an entry of a list, or a field of one.
	if (rest.length > 1) {
		const inner = recordField(names, ref, [...path, ...rest.slice(1)], about.scenario);
		return within(about, inner.steps, recordPath(names, ref, about.scenario), {
			was: valueWords(names, inner, step.was),
			now: valueWords(names, inner, step.value)
		});
	}
	const field = recordField(names, ref, path, about.scenario);
	// A step may replace the whole edit or only the value in it.
	const valueIn = (part: Json | undefined): Json | undefined =>
		isObject(part) && part.edit === 'set' ? part.value : part;
	const [was, value] = [valueIn(step.was), valueIn(step.value)];
	const baseline = rowOf(names.under(about.scenario), `records/${ref}`);
	const standing = valueWords(
		names,
		field,
		valueAt(baseline ?? names.record(ref, about.scenario), path).value
	);
	const own = baseline === null ? standing : text.inBaseline(standing);
	const words = {
		was: was === undefined ? own : valueWords(names, field, was),
		now: value === undefined ? text.asBaseline(standing) : valueWords(names, field, value)
	};
	const told = within(about, field.steps, recordPath(names, ref, about.scenario), words);
	const what = text.fieldOf(text.path(field.steps), names.title(ref, about.scenario));
	return { ...told, title: text.inChange(about.title, text.setTo(what, words.now, words.was)) };
}

function toldOfAdjustment(
	names: Names,
	about: ChangeAbout,
	{
		verb,
		ref,
		path
	}: { readonly verb: string; readonly ref: string; readonly path: readonly string[] },
	step: Values
): Told {
	const field = recordField(names, ref, path, about.scenario);
	const unit = field.unit ?? '';
	// A step may replace the whole edit or only the number in it.
	const adjustmentIn = (part: Json | undefined): Adjustment | null => {
		const whole = isObject(part)
			? part
			: { edit: verb, record: ref, field: path.join('.'), [NUMBER_OF[verb] ?? '']: part ?? null };
		const read = editSchema.safeParse(whole);
		return read.success && isAdjustment(read.data) ? read.data : null;
	};
	const baseline = rowOf(names.under(about.scenario), `records/${ref}`);
	const stands = valueAt(baseline ?? names.record(ref, about.scenario), path).value;
	const standing = valueWords(names, field, stands);
	const [was, value] = [adjustmentIn(step.was), adjustmentIn(step.value)];
	const words = {
		was: was === null ? text.inBaseline(standing) : workedOutWords(was, stands, unit),
		now: value === null ? text.asBaseline(standing) : workedOutWords(value, stands, unit)
	};
	return within(about, field.steps, recordPath(names, ref, about.scenario), words);
}

/** The field of an adjustment that holds its number. */
const NUMBER_OF: Readonly<Record<string, string>> = { scale: 'factor', shift: 'by' };

function toldOfOneOff(
	names: Names,
	about: ChangeAbout,
	change: Json,
	[id = '', ...rest]: readonly string[],
	step: Values
): Told {
	const item = valueAt(change, ['oneOffs', id]).value ?? step.value ?? step.was ?? null;
	const title = textOf(valueAt(item, ['title']).value) ?? id;
	if (rest.length > 0) {
		const field = plainField('oneOffs', rest, about.scenario);
		return within(about, field.steps, [title], {
			was: valueWords(names, field, step.was),
			now: valueWords(names, field, step.value)
		});
	}
	const words = (entry: Json | undefined): string | null => {
		if (entry === undefined) return null;
		const part = (name: string): string =>
			valueWords(names, plainField('oneOffs', [name], null), valueAt(entry, [name]).value);
		return text.oneOff(part('amount'), part('month'), part('ledger'));
	};
	return within(about, [], [title], {
		was: words(step.was),
		now: words(step.value) ?? text.removed
	});
}

/** A line about something in a change: the title names the change, the label leads to the field. */
function within(
	about: ChangeAbout,
	field: readonly string[],
	path: readonly string[],
	{ was, now }: { readonly was: string | null; readonly now: string }
): Told {
	const owner = path.at(-1);
	const what =
		owner === undefined
			? text.path(field)
			: field.length === 0
				? owner
				: text.fieldOf(text.path(field), owner);
	return {
		label: text.path([about.label, ...path, ...field]),
		was,
		now,
		title: text.inChange(about.title, text.line(what, was === null ? now : text.arrow(was, now)))
	};
}
