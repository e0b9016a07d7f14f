import { Decimal } from 'decimal.js';
import { input as text } from '$lib/messages/input';
import { isInPence, readNumber } from './number';
import { plainCharacters, refused, type Reading } from './reading';
import type { CellAdjusts, TypedAdjustment } from './table';

/** Decimals that never round what a person typed. */
const Exact = Decimal.clone({ precision: 200 });

const TIMES = /^(?:×|x|\*) ?(.+)$/i;
const MORE = /^(?:add |plus |\+= ?)(.+)$/i;
const LESS = /^(?:less |minus |take away |-= ?)(.+)$/i;
const BY_PERCENT = /^([+-]) ?(\d[\d.,]*) ?%$/;
const SHOWN_DECIMALS = 20;

/**
 * Reads what works on the value of a cell: '× 0.9', '+10%', '-10%', 'add 2', 'less 2', '+= 2'; null where the text spells
 * none of them. A bare '-10' or '+0.5' is a plain number, and so is '-10%' in a column of shares.
 */
export function readAdjustment(typed: string, unit: string, adjusts: CellAdjusts): Reading | null {
	const spelled = spelledIn(plainCharacters(typed), unit);
	if (spelled === null || 'ok' in spelled) return spelled;
	if (adjusts.from === null)
		return refused(adjusts.isAssumed === true ? text.assumedToAdjust : text.nothingToAdjust);
	const from = new Exact(adjusts.from);
	const exact = spelled.edit === 'scale' ? from.times(spelled.factor) : from.plus(spelled.by);
	// A change keeps what was typed and works it out exactly; elsewhere the cell holds the result as it could be typed.
	const places = !adjusts.isKept && isInPence(unit) ? 2 : SHOWN_DECIMALS;
	const value = exact.toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toFixed();
	return { ok: true, value, adjustment: spelled };
}

function spelledIn(
	tidy: string,
	unit: string
): TypedAdjustment | ReturnType<typeof refused> | null {
	const [, sign, percent] = unit.startsWith('share') ? [] : (BY_PERCENT.exec(tidy) ?? []);
	if (percent !== undefined) {
		const part = factorIn(`${percent}%`);
		if ('ok' in part) return part;
		const factor = sign === '-' ? new Exact(1).minus(part) : part.plus(1);
		return factor.isNegative() ? refused(text.negativeFactor) : { edit: 'scale', factor };
	}
	const times = TIMES.exec(tidy)?.[1];
	if (times !== undefined) {
		const factor = factorIn(times);
		return 'ok' in factor ? factor : { edit: 'scale', factor };
	}
	const [more, less] = [MORE.exec(tidy)?.[1], LESS.exec(tidy)?.[1]];
	const amount = more ?? less;
	if (amount === undefined) return null;
	const read = readNumber(amount, unit);
	if (!read.ok) return read;
	const by = new Exact(read.value ?? 0);
	return { edit: 'shift', by: more === undefined ? by.neg() : by };
}

/** The factor of '0.9' and of '90%'. */
function factorIn(typed: string): Decimal | ReturnType<typeof refused> {
	const number = typed.replace(/ ?%$/, '');
	const read = readNumber(number);
	if (!read.ok) return read;
	const value = new Exact(read.value ?? 0).div(number === typed ? 1 : 100);
	return value.isNegative() ? refused(text.negativeFactor) : value;
}
