import { Decimal } from 'decimal.js';
import { numberEcho, numberShown } from '$lib/input/number';
import { edits as text } from '$lib/messages/edits';
import { adjusted, type AdjustmentAmount } from '$lib/model';

/** An adjustment in words, with its sign: '× 0.9', '− 2 FTE', '+ 3 percentage points'. */
export function adjustmentWords(edit: AdjustmentAmount, unit: string): string {
	return signed(edit, (amount) => shareWords(amount, unit) ?? numberEcho(amount, unit));
}

function signed(edit: AdjustmentAmount, words: (amount: string) => string): string {
	if (edit.edit === 'scale') return text.times(numberEcho(edit.factor.toFixed()));
	const amount = words(edit.by.abs().toFixed());
	return edit.by.isNegative() ? text.less(amount) : text.plus(amount);
}

/** More or less of a share is told in points, for 2% more of 40% could be 42% or 40.8%; null for other units. */
function shareWords(amount: string, unit: string): string | null {
	const [share, ...time] = unit.split(/^share(?: of 1)? ?/);
	return share === '' && time.length > 0
		? text.points(numberEcho(new Decimal(amount).times(100).toFixed()), time.join(' '))
		: null;
}

/** What an adjustment does to a value, with the unit once: '10 × 0.9 = 9 FTE'; the adjustment alone where there is no number. */
export function workedOutWords(edit: AdjustmentAmount, from: unknown, unit: string): string {
	const value = numberIn(from);
	if (value === null) return adjustmentWords(edit, unit);
	const [was, result] = [value, adjusted(value, edit)].map((own) => own.toFixed());
	const by = signed(edit, (amount) => shareWords(amount, unit) ?? numberShown(amount, unit));
	return text.workedOut(numberShown(was ?? '', unit), by, numberEcho(result ?? '', unit));
}

function numberIn(value: unknown): Decimal | null {
	if (value instanceof Decimal) return value;
	return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? new Decimal(value) : null;
}
