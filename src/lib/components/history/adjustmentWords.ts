import { Decimal } from 'decimal.js';
import { numberEcho } from '$lib/input/number';
import { edits as text } from '$lib/messages/edits';
import { adjusted, type Adjustment } from '$lib/model';

/** An adjustment in words, with its sign: '× 0.9', '− 2 FTE', '+ 3 percentage points'. */
export function adjustmentWords(edit: Adjustment, unit: string): string {
	if (edit.edit === 'scale') return text.times(numberEcho(edit.factor.toFixed()));
	const amount = amountWords(edit.by.abs(), unit);
	return edit.by.isNegative() ? text.less(amount) : text.plus(amount);
}

/** More or less of a share is told in points: 2% more of 40% could be 42% or 40.8%. */
function amountWords(amount: Decimal, unit: string): string {
	const [share, ...time] = unit.split(/^share(?: of 1)? ?/);
	return share === '' && time.length > 0
		? text.points(numberEcho(amount.times(100).toFixed()), time.join(' '))
		: numberEcho(amount.toFixed(), unit);
}

/** What an adjustment does to a value: '10 FTE × 0.9 = 9 FTE'; the adjustment alone where there is no number. */
export function workedOutWords(edit: Adjustment, from: unknown, unit: string): string {
	const by = adjustmentWords(edit, unit);
	const value = numberIn(from);
	if (value === null) return by;
	const [was, result] = [value, adjusted(value, edit)].map((own) =>
		numberEcho(own.toFixed(), unit)
	);
	return text.workedOut(was ?? '', by, result ?? '');
}

function numberIn(value: unknown): Decimal | null {
	if (value instanceof Decimal) return value;
	return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? new Decimal(value) : null;
}
