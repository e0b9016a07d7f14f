import { input as text } from '$lib/messages/input';
import type { Reading } from './reading';
import type { CellCheck } from './table';

/** What is wrong with a cell as it was typed: it cannot be read, or its value is refused; null where nothing is. */
export function wrongWith(
	check: CellCheck | undefined,
	row: string | null,
	column: string,
	typed: string,
	reading: Reading
): string | null {
	if (!reading.ok) return reading.message;
	const message = check?.(row, column, reading.value) ?? null;
	const { value } = reading;
	// A refusal names the value, and who typed brackets for less than zero sees no such number.
	const isBracketed = typed.trim().startsWith('(') && value !== null;
	if (message === null || !isBracketed || !message.startsWith(`${value} is `)) return message;
	return text.inBrackets(
		typed.trim(),
		value.replace('-', '−'),
		message.slice(`${value} is `.length)
	);
}
