import { Decimal } from 'decimal.js';
import { Exact } from '../money/money';
import type { FieldAbout } from '../records/field';
import { TIMED_KINDS, type AnyRecord, type Kind } from '../records/kinds';
import { parseMonth } from '../calendar/calendar';
import { adjusted, isAdjustment, limitBeyond } from './adjust';
import type { Adjustment, Change } from './change';
import type { Scenario } from './file';
import type { Known } from './known';
import { placeOf, type Problem } from './problem';
import { fieldAbout, getField, parseRef } from './recordField';
import { filled, type Fills } from './resolve';
import {
	addedFirst,
	contentUnder,
	inOrder,
	refOf,
	subsetsAt,
	touchesByRecord,
	type Touch
} from './versions';

/** The name of the number in an adjustment, which its place in a file ends with. */
export const amountOf = (edit: Adjustment): 'factor' | 'by' =>
	edit.edit === 'scale' ? 'factor' : 'by';

/** Why a field can be neither multiplied nor added to, whatever stands in it; null where it can. */
export function adjustmentProblem(
	kind: Kind,
	record: AnyRecord,
	edit: Adjustment
): { readonly at: 'field' | 'factor' | 'by'; readonly message: string } | null {
	const about = fieldAbout(kind, record, edit.field);
	const place = `'${edit.field}' of ${edit.record}`;
	if (about?.bounds === undefined)
		return {
			at: 'field',
			message: `${place} is not one number, so it cannot be multiplied or added to; set it instead`
		};
	if (about.isWhole !== true) return null;
	if (edit.edit === 'scale')
		return {
			at: 'field',
			message: `${place} is a whole number of ${about.unit} and cannot be multiplied; add to it or set it instead`
		};
	return edit.by.isInteger()
		? null
		: {
				at: 'by',
				message: `${place} is a whole number of ${about.unit}; add one such as 6, or -6 to take away`
			};
}

/** One change multiplies a field once and adds to it once, so that each is found by its field. */
export function twiceProblem(edit: Adjustment, path: readonly PropertyKey[]): Problem {
	const mend =
		edit.edit === 'scale'
			? 'is multiplied twice in one change; write the product as one factor'
			: 'is added to twice in one change; write the sum as one amount';
	return {
		place: placeOf([...path, 'field']),
		message: `'${edit.field}' of ${edit.record} ${mend}`
	};
}

/**
 * Adjustments that find nothing to work on, or would put a field beyond its limits under changes that hold together. Each
 * change that is switched off is tried by itself. The edits of the scenario are right one by one.
 */
export function adjustedProblems(
	known: Known,
	fills: Fills,
	scenario: Scenario,
	position: number
): readonly Problem[] {
	const refs = new Set(
		scenario.changes.flatMap(({ edits }) => edits.filter(isAdjustment).map(({ record }) => record))
	);
	if (refs.size === 0) return [];
	const touches = touchesByRecord(scenario.changes);
	return [...refs].flatMap((ref) => {
		const { kind, id } = parseRef(ref);
		const base = known.find(kind, id) ?? null;
		const fill = (added: AnyRecord): AnyRecord => filled(added, fills.get(ref));
		const found = new Map<Adjustment, Finding>();
		for (const chosen of togetherOf(kind, touches.get(ref) ?? [], offIn(scenario, ref)))
			tryOut(base, addedFirst(chosen), fill, found);
		return scenario.changes.flatMap(({ edits }, c) =>
			edits.flatMap((edit, e) => {
				const own = isAdjustment(edit) ? found.get(edit) : undefined;
				return own === undefined || !isAdjustment(edit)
					? []
					: problemOf(edit, own, ['scenarios', position, 'changes', c, 'edits', e]);
			})
		);
	});
}

/** What an adjustment met: a value or none, and why it cannot stand. */
interface Finding {
	hasValue: boolean;
	message: string | null;
}

function problemOf(
	edit: Adjustment,
	{ hasValue, message }: Finding,
	path: readonly PropertyKey[]
): readonly Problem[] {
	if (!hasValue)
		return [
			{
				place: placeOf([...path, 'field']),
				message: `${edit.record} has no '${edit.field}' to adjust; set it instead`
			}
		];
	return message === null ? [] : [{ place: placeOf([...path, amountOf(edit)]), message }];
}

/** The changes of a record that are switched off, each by itself. */
function offIn({ changes }: Scenario, ref: string): readonly (readonly Touch[])[] {
	return changes
		.filter(({ on }) => !on)
		.map((change: Change) => [{ change, edits: change.edits.filter((own) => refOf(own) === ref) }]);
}

// Months are told apart whatever the years of the projection are.
const ANY_YEAR = 2000;

/** The changes of a record that hold together at some time: sets of them change where one starts or ends. */
function togetherOf(
	kind: Kind,
	touches: readonly Touch[],
	apart: readonly (readonly Touch[])[]
): readonly (readonly Touch[])[] {
	const ordered = inOrder(touches);
	if (!TIMED_KINDS.some((timed) => timed === kind)) return [ordered, ...apart];
	const times = new Set(ordered.flatMap(({ change: { start, end } }) => [start, end ?? start]));
	return [
		...[...times].flatMap((time) =>
			subsetsAt(ordered, parseMonth(time, ANY_YEAR) ?? 0, ANY_YEAR).map(({ chosen }) => chosen)
		),
		...apart
	];
}

/** Looks at what each adjustment would do among the changes that hold with it. */
function tryOut(
	base: AnyRecord | null,
	chosen: readonly Touch[],
	fill: (added: AnyRecord) => AnyRecord,
	found: Map<Adjustment, Finding>
): void {
	for (const [at, { change, edits }] of chosen.entries())
		for (const [e, edit] of edits.entries()) {
			if (!isAdjustment(edit)) continue;
			const own = found.get(edit) ?? { hasValue: false, message: null };
			found.set(edit, own);
			const earlier = [...chosen.slice(0, at), { change, edits: edits.slice(0, e) }];
			const content = contentUnder(base, earlier, fill);
			const value = content === null ? null : getField(content, edit.field);
			own.hasValue ||= value !== undefined;
			if (content === null || !(value instanceof Decimal)) continue;
			const about = fieldAbout(parseRef(edit.record).kind, content, edit.field);
			const after = chosen.slice(0, at).map((touch) => `'${touch.change.title}'`);
			own.message ??= beyond(
				value,
				edit,
				about,
				after.length === 0 ? '' : `after ${after.join(' and ')}, `
			);
		}
}

const MEND_DIGITS = 6;

/** Why what an adjustment makes of a value cannot stand, with the most that could; null where it can. */
function beyond(
	value: Decimal,
	edit: Adjustment,
	about: FieldAbout | null,
	after: string
): string | null {
	const result = adjusted(value, edit);
	const limit = limitBeyond(result, about?.bounds ?? {});
	if (limit === null) return null;
	const side = result.lt(limit) ? 'below' : 'above';
	const is = `is ${result.toFixed()}, ${side} ${String(limit)}`;
	const shown = value.toFixed();
	if (edit.edit === 'scale') {
		const most = new Exact(limit).div(value).toSignificantDigits(MEND_DIGITS, Decimal.ROUND_DOWN);
		return `${after}${shown} × ${edit.factor.toFixed()} ${is}; write a factor of ${most.toFixed()} or less`;
	}
	const room = new Exact(limit).minus(value).abs().toFixed();
	const by = edit.by.abs().toFixed();
	return edit.by.isNegative()
		? `${after}${shown} − ${by} ${is}; take away ${room} or less`
		: `${after}${shown} + ${by} ${is}; add ${room} or less`;
}
