import { edits as text } from '$lib/messages/edits';
import { newChange as words } from '$lib/messages/newChange';
import type { Change, Edit, Scenario } from '$lib/model';
import { month } from '$lib/dates';
import { adjustmentWords } from './adjustmentWords';
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

/** Where a change and others of its scenario that are switched on undo what the other says of a field, side by side. */
export function conflictRows(
	names: Names,
	scenario: Scenario,
	{ id, edits, start: ownStart }: Pick<Change, 'id' | 'edits' | 'start'>
): readonly ConflictRow[] {
	const listed = scenario.changes.findIndex((change) => change.id === id);
	const others = scenario.changes.flatMap((change, place) => {
		if (!change.on || change.id === id) return [];
		// A change that is still to be added comes last.
		const isListedAfter = listed >= 0 && place > listed;
		const isAfter = change.start > ownStart || (change.start === ownStart && isListedAfter);
		return [{ change, isAfter }];
	});
	return edits.flatMap((edit): readonly ConflictRow[] => {
		if (edit.edit === 'add') return [];
		const name = edit.edit === 'remove' ? [] : edit.field.split('.');
		const field = name.length > 0 ? recordField(names, edit.record, name, scenario.id) : null;
		const said = (own: Edit): string => {
			if (field === null || own.edit === 'remove' || own.edit === 'add') return words.takesAway;
			return own.edit === 'set'
				? valueWords(names, field, own.value)
				: adjustmentWords(own, field.unit ?? '');
		};
		const meeting = others.flatMap(({ change: { title, start, edits: theirs }, isAfter }) =>
			theirs
				.filter((own) => (isAfter ? isUndone(edit, own) : isUndone(own, edit)))
				.map((own) => ({ title, start: month(start), value: said(own) }))
		);
		if (meeting.length === 0) return [];
		const path = recordPath(names, edit.record, scenario.id);
		const label = text.path([...path, ...(field?.steps ?? [])]);
		return [{ label, own: said(edit), others: meeting }];
	});
}

/**
 * True where a later edit takes back what an earlier one says: sets the same field, or one of them takes the record away. An
 * adjustment works on what stands, and so takes nothing back.
 */
function isUndone(earlier: Edit, later: Edit): boolean {
	if (earlier.edit === 'add' || later.edit === 'add' || earlier.record !== later.record)
		return false;
	if (earlier.edit === 'remove' || later.edit === 'remove') return true;
	return later.edit === 'set' && earlier.field === later.field;
}
