import { Decimal } from 'decimal.js';
import type { Json } from '../edit/operation';
import { project, type Projection } from '../project';
import type { AnyRecord } from '../records/kinds';
import type { Change, Edit } from '../scenario/change';
import type { Council } from '../scenario/file';
import {
	fieldSchema,
	getField,
	parseFieldRef,
	withField,
	type FieldRef
} from '../scenario/recordField';

const A_TENTH_LOWER = new Decimal('0.9');

/**
 * What a scenario would come to if one input were a tenth lower: in the baseline or the pack that fills it, and wherever a
 * change sets it. Null where the input has no number above 0, or may not have the lower one, as half a month may not.
 */
export function projectionIfLower(projection: Projection, ref: string): Projection | null {
	const { council, scenario, terms } = projection;
	const place = parseFieldRef(ref);
	const lowered = place === null ? council : withLowerField(council, place);
	const changes = scenario.changes.map((change) =>
		place === null ? withLowerAmount(change, ref) : withLowerEdits(council, change, place)
	);
	const isSame = changes.every((change, at) => change === scenario.changes[at]);
	if (lowered === council && isSame) return null;
	// The council of a projection is the one that its scenario stands on, agreed or not.
	return project(
		lowered,
		{ ...scenario, baseline: null, changes: isSame ? scenario.changes : changes },
		{ terms, previous: projection }
	);
}

function recordOf(council: Council, { kind, id }: FieldRef): AnyRecord | undefined {
	return (council.baseline[kind] as readonly AnyRecord[]).find((own) => own.id === id);
}

/** The council with the field lower, or as it is where the field has no number that may be. */
function withLowerField(council: Council, place: FieldRef): Council {
	const { kind, ref, field } = place;
	const record = recordOf(council, place);
	if (record === undefined) return council;
	const filled = council.packs
		.filter(({ on }) => on)
		.flatMap(({ values }) => values)
		.find((own) => own.field === `${ref}.${field}`);
	const value = lower(getField(record, field) ?? filled?.value, record, place);
	if (value === null) return council;
	const own = withField(record, field, value);
	const records = council.baseline[kind] as readonly AnyRecord[];
	return {
		...council,
		baseline: {
			...council.baseline,
			[kind]: records.map((other) => (other === record ? own : other))
		}
	};
}

/** A tenth less than a number above 0, decoded or as a file holds it; null for anything else, and where the field may not have it. */
function lower(value: unknown, record: AnyRecord | undefined, place: FieldRef): Decimal | null {
	const less = tenthLess(value);
	if (less === null || record === undefined) return null;
	const schema = fieldSchema(place.kind, record, place.field);
	return schema?.safeParse(less.toFixed()).success === true ? less : null;
}

function tenthLess(value: unknown): Decimal | null {
	const isText = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value);
	const number = Decimal.isDecimal(value) ? value : isText ? new Decimal(value) : null;
	return number?.gt(0) === true ? number.times(A_TENTH_LOWER) : null;
}

function withLowerEdits(council: Council, change: Change, place: FieldRef): Change {
	const edits = change.edits.map((edit) => withLowerEdit(council, edit, place));
	return edits.every((edit, at) => edit === change.edits[at]) ? change : { ...change, edits };
}

function withLowerEdit(council: Council, edit: Edit, place: FieldRef): Edit {
	const { ref, kind, id, field } = place;
	if (edit.edit === 'add') {
		if (edit.kind !== kind || edit.record['id'] !== id) return edit;
		const added = edit.record as unknown as AnyRecord;
		const value = lower(getField(added, field), added, place);
		return value === null
			? edit
			: { ...edit, record: withField(edit.record, field, value.toFixed()) };
	}
	if (edit.edit === 'remove' || edit.record !== ref) return edit;
	// What is added is a tenth lower too, so that the sum is; a factor makes a tenth less of a tenth less.
	if (edit.edit === 'shift')
		return edit.field === field ? { ...edit, by: edit.by.times(A_TENTH_LOWER) } : edit;
	if (edit.edit === 'scale') return edit;
	const record = recordOf(council, place);
	if (edit.field === field) {
		const value = lower(edit.value, record, place);
		return value === null ? edit : { ...edit, value: value.toFixed() };
	}
	// An edit may set the whole of what the field is within.
	if (!field.startsWith(`${edit.field}.`)) return edit;
	const inner = field.slice(edit.field.length + 1);
	const value = lower(getField(edit.value as unknown as AnyRecord, inner), record, place);
	return value === null
		? edit
		: { ...edit, value: withField<Json>(edit.value, inner, value.toFixed()) };
}

/** 'changes/close.oneOffs.moves.amount' is a tenth lower in the change that it names. */
function withLowerAmount(change: Change, ref: string): Change {
	const [, changeId, itemId] = /^changes\/([^.]+)\.oneOffs\.([^.]+)\.amount$/.exec(ref) ?? [];
	if (change.id !== changeId) return change;
	const oneOffs = change.oneOffs.map((item) => {
		const amount = item.id === itemId ? tenthLess(item.amount) : null;
		return amount === null ? item : { ...item, amount };
	});
	return oneOffs.every((item, at) => item === change.oneOffs[at]) ? change : { ...change, oneOffs };
}
