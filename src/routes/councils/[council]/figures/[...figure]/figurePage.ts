import type { CellRow, FigureCell } from '$lib/components/table/cell';
import { type Comparison, type Projection } from '$lib/model';
import { differenceCell, valueIn } from '../../cells';
import { figureName } from '../../names';

/** The parts of a figure that two scenarios differ in, each with both values and the difference. */
export function differingParts(
	comparison: Comparison,
	figure: string,
	year: string | null
): readonly CellRow[] {
	const { a, b, figures, years } = comparison;
	const own = [...figures.keys()]
		.filter((id) => id.startsWith(`${figure}/`))
		.map((id) => leadsTo(figure, id));
	return own.flatMap((id): CellRow[] => {
		const difference = differenceCell(comparison, id, year);
		if (difference.value?.isZero() === true) return [];
		const side = (projection: Projection, key: 'a' | 'b'): FigureCell => ({
			...difference,
			scenario: projection.scenario.id,
			against: undefined,
			value: valueIn(figures.get(id)?.[key] ?? [], years, year)
		});
		return [{ label: figureName(comparison, id), cells: [side(a, 'a'), side(b, 'b'), difference] }];
	});
}

/** The part of a total is a figure of its own: net.total/staffing is cost.staffing. */
function leadsTo(figure: string, id: string): string {
	const part = id.slice(figure.length + 1);
	if (figure !== 'net.total' && figure !== 'cost.total') return id;
	return part === 'income' || part === 'funding' ? `${part}.total` : `cost.${part}`;
}
