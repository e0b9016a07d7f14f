import { Decimal } from 'decimal.js';
import type { Json } from '../edit/operation';
import type { Bounds } from '../records/field';
import { KINDS, type AnyRecord } from '../records/kinds';
import type { Change, FieldEdit } from '../scenario/change';
import type { Council, Scenario } from '../scenario/file';
import {
	fieldAbout,
	fieldSchema,
	getField,
	parseFieldRef,
	withField
} from '../scenario/recordField';
import { fillsOf } from '../scenario/resolve';
import type { DistributionName } from '../uncertainty/distribution';
import { decodeAdded, refOf } from '../scenario/versions';

/** A council and a scenario of it: what an input is read from and written to. */
export interface Place {
	readonly council: Council;
	readonly scenario: Scenario;
}

/** An input by its reference, as it stands, with what it may be. */
export interface Input {
	/** 'posts/outreach.salary'; 'changes/pilot.posts/outreach.fte' for what a change sets; 'changes/pilot.oneOffs.x.amount'. */
	readonly ref: string;
	readonly label: string;
	readonly unit: string;
	/** Null where it is blank. */
	readonly value: Decimal | null;
	/** The range that its evidence or its assumption states; null where none does. */
	readonly range: { readonly low: Decimal; readonly high: Decimal } | null;
	/** The most likely value that its evidence states; null where that is the value itself. */
	readonly mode: Decimal | null;
	/** How its values are spread over the range; PERT where nothing says otherwise. */
	readonly distribution: DistributionName;
	/** What the field may be. */
	readonly bounds: Bounds;
	/** True where only whole numbers are accepted. */
	readonly isWhole: boolean;
	/** Whether a value may stand there. */
	readonly accepts: (value: Decimal) => boolean;
}

/** Every input that has a range: of records by their evidence, of assumptions in packs, and of records that changes add. */
export function rangedInputs(place: Place): readonly Input[] {
	const { council, scenario } = place;
	const refs = new Set<string>();
	for (const kind of KINDS)
		for (const record of council.baseline[kind] as readonly AnyRecord[])
			for (const field of Object.keys(record.evidence ?? {}))
				refs.add(`${kind}/${record.id}.${field}`);
	for (const { on, values } of council.packs)
		if (on) for (const { field } of values) refs.add(field);
	for (const { on, edits } of scenario.changes)
		for (const edit of edits)
			if (on && edit.edit === 'add') {
				const record = decodeAdded(edit.kind, edit.record);
				for (const field of Object.keys(record.evidence ?? {}))
					refs.add(`${edit.kind}/${record.id}.${field}`);
			}
	return [...refs].flatMap((ref) => {
		const input = inputAt(place, ref);
		return input?.value === null || input?.range?.low.lt(input.range.high) !== true ? [] : [input];
	});
}

/** Every input that can be solved for: those with a range, and the numbers and one-off costs of the changes that are on. */
export function solvableInputs(place: Place): readonly Input[] {
	const own = place.scenario.changes
		.filter(({ on }) => on)
		.flatMap(({ id, edits, oneOffs }) => [
			...edits.flatMap((edit) =>
				'field' in edit ? [`changes/${id}.${edit.record}.${edit.field}`] : []
			),
			...oneOffs.map((item) => `changes/${id}.oneOffs.${item.id}.amount`)
		])
		.flatMap((ref) => {
			const input = inputAt(place, ref);
			return input === null || input.value === null ? [] : [input];
		});
	return [...rangedInputs(place), ...own];
}

/** The input that a reference names; null where it names no number. */
export function inputAt(place: Place, ref: string): Input | null {
	const amount = /^changes\/([^.]+)\.oneOffs\.([^.]+)\.amount$/.exec(ref);
	if (amount !== null) {
		const change = changeOf(place.scenario, amount[1]);
		const item = change?.oneOffs.find(({ id }) => id === amount[2]);
		return item === undefined
			? null
			: {
					ref,
					label: item.title,
					unit: '£',
					value: item.amount,
					range: null,
					mode: null,
					distribution: 'pert',
					bounds: { min: 0 },
					isWhole: false,
					accepts: (value) => value.gte(0)
				};
	}
	const [, changeId, inner = ref] = /^changes\/([^.]+)\.([a-zA-Z]+\/.+)$/.exec(ref) ?? [];
	const field = parseFieldRef(inner);
	if (field === null) return null;
	const own = (place.council.baseline[field.kind] as readonly AnyRecord[]).find(
		({ id }) => id === field.id
	);
	const record = own ?? addedRecord(place.scenario, field.ref);
	if (record === undefined) return null;
	const about = fieldAbout(field.kind, record, field.field);
	const schema = fieldSchema(field.kind, record, field.field);
	if (about === null || schema === null) return null;
	const accepts = (value: Decimal): boolean => schema.safeParse(value.toFixed()).success;
	const typed = getField(record, field.field) ?? null;
	const filling = fillsOf(place.council.packs)
		.get(field.ref)
		?.find((entry) => entry.field === inner);
	const isFilled = typed === null && filling !== undefined;
	const known = isFilled ? filling : record.evidence?.[field.field];
	const set = changeId === undefined ? undefined : editOf(place.scenario, changeId, inner);
	if (changeId !== undefined && set === undefined) return null;
	const value = set === undefined ? (isFilled ? filling.value : typed) : set;
	return {
		ref,
		label: `${record.title}: ${about.label}`,
		unit: about.unit,
		value: Decimal.isDecimal(value) ? value : null,
		range:
			changeId !== undefined || known?.low === undefined || known.high === undefined
				? null
				: { low: known.low, high: known.high },
		mode:
			changeId === undefined && known !== undefined && 'mode' in known
				? (known.mode ?? null)
				: null,
		distribution:
			known !== undefined && 'distribution' in known ? (known.distribution ?? 'pert') : 'pert',
		bounds: about.bounds ?? {},
		isWhole: !accepts(new Decimal('1.5')) && accepts(new Decimal(1)) && accepts(new Decimal(2)),
		accepts
	};
}

/** The council and the scenario with another value in the place of an input. */
export function withInput({ council, scenario }: Place, ref: string, value: Decimal): Place {
	const amount = /^changes\/([^.]+)\.oneOffs\.([^.]+)\.amount$/.exec(ref);
	if (amount !== null)
		return {
			council,
			scenario: withChange(scenario, amount[1], (change) => ({
				...change,
				oneOffs: change.oneOffs.map((item) =>
					item.id === amount[2] ? { ...item, amount: value } : item
				)
			}))
		};
	const [, changeId, inner = ref] = /^changes\/([^.]+)\.([a-zA-Z]+\/.+)$/.exec(ref) ?? [];
	const field = parseFieldRef(inner);
	if (field === null) throw new Error(`'${ref}' names no input`);
	if (changeId !== undefined)
		return {
			council,
			scenario: withChange(scenario, changeId, (change) => ({
				...change,
				edits: change.edits.map((edit) =>
					'field' in edit && edit.record === field.ref && edit.field === field.field
						? withNumber(edit, value)
						: edit
				)
			}))
		};
	const records = council.baseline[field.kind] as readonly AnyRecord[];
	if (records.some(({ id }) => id === field.id))
		return {
			scenario,
			council: {
				...council,
				baseline: {
					...council.baseline,
					[field.kind]: records.map((record) =>
						record.id === field.id ? withField(record, field.field, value) : record
					)
				}
			}
		};
	return {
		council,
		scenario: {
			...scenario,
			changes: scenario.changes.map((change) => ({
				...change,
				edits: change.edits.map((edit) =>
					edit.edit === 'add' && edit.kind === field.kind && edit.record['id'] === field.id
						? {
								...edit,
								record: withField<Record<string, Json>>(edit.record, field.field, value.toFixed())
							}
						: edit
				)
			}))
		}
	};
}

function changeOf({ changes }: Scenario, id: string | undefined): Change | undefined {
	return changes.find((change) => change.id === id);
}

function withChange(
	scenario: Scenario,
	id: string | undefined,
	mended: (change: Change) => Change
): Scenario {
	return {
		...scenario,
		changes: scenario.changes.map((change) => (change.id === id ? mended(change) : change))
	};
}

/** What a change sets a field to, multiplies it by or adds to it; undefined where it does neither. */
function editOf(scenario: Scenario, change: string, ref: string): Decimal | null | undefined {
	for (const edit of changeOf(scenario, change)?.edits ?? [])
		if ('field' in edit && `${edit.record}.${edit.field}` === ref) return numberOf(edit);
	return undefined;
}

function numberOf(edit: FieldEdit): Decimal | null {
	if (edit.edit === 'scale') return edit.factor;
	if (edit.edit === 'shift') return edit.by;
	return typeof edit.value === 'string' && /^-?\d+(\.\d+)?$/.test(edit.value)
		? new Decimal(edit.value)
		: null;
}

/** The edit with another number in it. */
function withNumber(edit: FieldEdit, value: Decimal): FieldEdit {
	if (edit.edit === 'scale') return { ...edit, factor: value };
	return edit.edit === 'shift' ? { ...edit, by: value } : { ...edit, value: value.toFixed() };
}

function addedRecord({ changes }: Scenario, ref: string): AnyRecord | undefined {
	for (const { edits } of changes)
		for (const edit of edits)
			if (edit.edit === 'add' && refOf(edit) === ref) return decodeAdded(edit.kind, edit.record);
	return undefined;
}
