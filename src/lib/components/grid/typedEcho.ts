import { workedOutWords } from '$lib/components/history/adjustmentWords';
import { echoOf, optionsOf } from '$lib/input/human';
import type { Reading } from '$lib/input/reading';
import type { CellAdjusts, GridColumn } from '$lib/input/table';
import { grid as text } from '$lib/messages/grid';

/** What a typed text says in full, with the sum where it works on what stands there; '' where it says no more than was typed. */
export function typedEcho(
	typed: string,
	reading: Reading,
	column: GridColumn,
	adjusts: CellAdjusts | undefined
): string {
	if (!reading.ok || reading.value === null) return '';
	if (column.type === 'text' || optionsOf(column).length > 0) return '';
	const value = echoOf(reading.value, column);
	if (reading.adjustment !== undefined && adjusts !== undefined) {
		const sum = workedOutWords(reading.adjustment, adjusts.from, column.unit ?? '');
		return adjusts.isKept ? sum : text.keptOnce(sum, value);
	}
	if (reading.range !== undefined)
		return `${echoOf(reading.value, column, reading.range)}, ${text.counted(value)}`;
	return value === typed ? '' : value;
}
