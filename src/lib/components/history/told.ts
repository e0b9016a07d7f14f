import { edits as text } from '$lib/messages/edits';
import {
	KIND_LABELS,
	listOf,
	rowOf,
	textOf,
	valueAt,
	type Council,
	type Json,
	type Operation
} from '$lib/model';
import { toldOfChange, toldOfNewChange, type Told } from './changeWords';
import { packField, plainField, recordField, valueWords, type Field } from './fieldWords';
import { isKind, recordPath, type Names } from './names';

type SetStep = Extract<Operation, { op: 'set' }>;

/** A step in words; a change that is added also tells what it does. */
export function toldOf(names: Names, step: Operation): readonly Told[] {
	if (step.op === 'set') return [toldOfSet(names, step)];
	const { list, id } = listOf(step.row);
	const label = text.path(rowPath(names, step.row));
	const what = rowWords(names, step.row);
	const { titles } = text;
	switch (step.op) {
		case 'insert': {
			const own = { label, was: null, now: text.added, title: titles.addedRow(what) };
			const scenario = list.startsWith('changes/') ? list.slice('changes/'.length) : null;
			if (scenario === null) return [own];
			return [
				own,
				...toldOfNewChange(names, { scenario, title: names.row(step.row), label }, step.data)
			];
		}
		case 'remove':
			return [{ label, was: null, now: text.removed, title: titles.removedRow(what) }];
		case 'move': {
			const now = text.moved(step.was + 1, step.position + 1);
			return [
				{ label, was: null, now, title: titles.movedRow(rowWords(names, `${list}/${id}`), now) }
			];
		}
	}
}

/** The steps that lead to a row: to a record by its team, area or provider, to a change by its scenario. */
function rowPath(names: Names, row: string): readonly string[] {
	const { list, id } = listOf(row);
	const [head = '', name = ''] = list.split('/');
	if (row === 'council') return [text.council];
	if (head === 'records') return recordPath(names, `${name}/${id}`, null);
	if (head === 'changes')
		return [
			...rowPath(names, `scenarios/${name}`),
			text.named(...named('changes', names.row(row)))
		];
	return [capitalised(text.named(...named(head, names.row(row))))];
}

const named = (list: string, title: string): readonly [string, string] => [
	text.rows[list as keyof typeof text.rows][0],
	title
];

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A row within a sentence: 'post ‘Outreach workers’', 'change ‘Close Nantwich’'. */
export function rowWords(names: Names, row: string): string {
	const { list, id } = listOf(row);
	const [head = '', name = ''] = list.split('/');
	if (head === 'records' && isKind(name))
		return text.named(KIND_LABELS[name], names.title(`${name}/${id}`, null));
	return text.named(...named(head, names.row(row)));
}

function toldOfSet(names: Names, step: SetStep): Told {
	const { list, id } = listOf(step.row);
	const [head = '', name = ''] = list.split('/');
	if (head === 'changes')
		return toldOfChange(
			names,
			{ scenario: name, title: names.row(step.row), label: text.path(rowPath(names, step.row)) },
			step
		);
	const whole = rowPath(names, step.row);
	if (head === 'records') {
		const ref = `${name}/${id}`;
		return toldOfField(names, step, {
			field: recordField(names, ref, step.path, null),
			path: whole,
			owner: isUnique(names, ref) ? names.title(ref, null) : rowWords(names, step.row)
		});
	}
	const [part, kind = '', of = '', ...inner] = step.path;
	if (head === 'agreed' && part === 'baseline' && isKind(kind) && inner.length > 0)
		return toldOfField(names, step, {
			field: recordField(names, `${kind}/${of}`, inner, null),
			path: [...whole, ...recordPath(names, `${kind}/${of}`, null)],
			owner: rowWords(names, step.row)
		});
	const isAssumption = head === 'packs' && step.path[0] === 'values' && step.path.length > 1;
	return toldOfField(names, step, {
		field: isAssumption ? packField(names, step.path) : plainField(head, step.path, null),
		path: whole,
		owner: head === 'council' ? text.theCouncil : rowWords(names, step.row)
	});
}

/** True where no other record of the council has this one's title. */
function isUnique({ council }: Names, ref: string): boolean {
	const title = textOf(valueAt(rowOf(council, `records/${ref}`), ['title']).value) ?? '';
	return (countsOf(council).get(title) ?? 1) === 1;
}

const counts = new WeakMap<Council['baseline'], ReadonlyMap<string, number>>();

function countsOf({ baseline }: Council): ReadonlyMap<string, number> {
	let known = counts.get(baseline);
	if (known === undefined) {
		const found = new Map<string, number>();
		for (const records of Object.values(baseline))
			for (const { title } of records) found.set(title, (found.get(title) ?? 0) + 1);
		known = found;
		counts.set(baseline, known);
	}
	return known;
}

function toldOfField(
	names: Names,
	step: { readonly was?: Json | undefined; readonly value?: Json | undefined },
	about: { readonly field: Field; readonly path: readonly string[]; readonly owner: string }
): Told {
	const { field, path, owner } = about;
	const was = valueWords(names, field, step.was);
	const now = valueWords(names, field, step.value);
	return {
		label: text.path([...path, ...field.steps]),
		was,
		now,
		title: text.line(text.fieldOf(text.path(field.steps), owner), text.arrow(was, now))
	};
}
