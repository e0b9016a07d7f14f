import { edits as text } from '$lib/messages/edits';
import { newChange as words } from '$lib/messages/newChange';
import type { Change, Edit, Scenario } from '$lib/model';
import { month } from '$lib/dates';
import { recordField, valueWords } from './fieldWords';
import { recordPath, type Names } from './names';

/** A field that a change sets and others of its scenario set or take away too, each side with its own value. */
export interface ConflictRow {
	/** The whole path to the field: 'Outreach › Outreach workers (post) › FTE'. */
	readonly label: string;
	readonly own: string;
	/** The title of each other change, the month it starts in, and its value. */
	readonly others: readonly {
		readonly title: string;
		readonly start: string;
		readonly value: string;
	}[];
}

/** Where a change and others of its scenario that are switched on say something of the same field, side by side. */
export function conflictRows(
	names: Names,
	scenario: Scenario,
	{ id, edits }: Pick<Change, 'id' | 'edits'>
): readonly ConflictRow[] {
	const others = scenario.changes.filter((change) => change.on && change.id !== id);
	return edits.flatMap((edit): readonly ConflictRow[] => {
		if (edit.edit === 'add') return [];
		const name = edit.edit === 'set' ? edit.field.split('.') : [];
		const field = name.length > 0 ? recordField(names, edit.record, name, scenario.id) : null;
		const said = (own: Edit): string =>
			own.edit === 'set' && field !== null ? valueWords(names, field, own.value) : words.takesAway;
		const meeting = others.flatMap(({ title, start, edits: theirs }) =>
			theirs
				.filter((own) => meets(edit, own))
				.map((own) => ({ title, start: month(start), value: said(own) }))
		);
		if (meeting.length === 0) return [];
		const path = recordPath(names, edit.record, scenario.id);
		const label = text.path([...path, ...(field?.steps ?? [])]);
		return [{ label, own: said(edit), others: meeting }];
	});
}

/** True where two edits set one field, or one of them takes away the record of which the other sets a field. */
function meets(one: Exclude<Edit, { readonly edit: 'add' }>, other: Edit): boolean {
	if (other.edit === 'add' || one.record !== other.record) return false;
	if (one.edit === 'set' && other.edit === 'set') return one.field === other.field;
	return true;
}
