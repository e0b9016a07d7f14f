import { Decimal } from 'decimal.js';
import { Exact } from '../money/money';
import type { Bounds } from '../records/field';
import type { AnyRecord } from '../records/kinds';
import type { Adjustment, Edit } from './change';
import { fieldAbout, getField, parseRef, withField } from './recordField';

/** True for an edit that works on the value that stands in a field. */
export function isAdjustment(edit: Edit): edit is Adjustment {
	return edit.edit === 'scale' || edit.edit === 'shift';
}

/** What an adjustment does, wherever it does so. */
export type AdjustmentAmount =
	| { readonly edit: 'scale'; readonly factor: Decimal }
	| { readonly edit: 'shift'; readonly by: Decimal };

/** What an adjustment makes of a number, exactly and whether or not its field may hold it; in the field's unit. */
export function adjusted(value: Decimal, edit: AdjustmentAmount): Decimal {
	const exact = new Exact(value);
	return new Decimal(edit.edit === 'scale' ? exact.times(edit.factor) : exact.plus(edit.by));
}

/**
 * A record after an adjustment of one of its fields. Blank stays blank, and a field that does not apply stays away. A file
 * in which a field would go beyond its limits is refused; where a comparison leaves changes out, it stays at the limit.
 */
export function afterAdjustment(content: AnyRecord, edit: Adjustment): AnyRecord {
	const value = getField(content, edit.field);
	if (!(value instanceof Decimal)) return content;
	const about = fieldAbout(parseRef(edit.record).kind, content, edit.field);
	return withField(content, edit.field, heldWithin(adjusted(value, edit), about?.bounds ?? {}));
}

/** The limit that a number lies beyond; null where it may stand. */
export function limitBeyond(value: Decimal, { min, max }: Bounds): number | null {
	if (min !== undefined && value.lt(min)) return min;
	return max !== undefined && value.gt(max) ? max : null;
}

function heldWithin(value: Decimal, bounds: Bounds): Decimal {
	const limit = limitBeyond(value, bounds);
	return limit === null ? value : new Decimal(limit);
}
