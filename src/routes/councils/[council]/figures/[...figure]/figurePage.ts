import type { Cell, CellRow } from '$lib/components/table/cell';
import { capital } from '$lib/format';
import { en as text } from '$lib/messages/en';
import {
	explainFigure,
	inputOf,
	parseFieldRef,
	type Comparison,
	type InputOrigin,
	type Projection,
	type Working
} from '$lib/model';
import { differenceCell } from '../../cells';
import { figureName, partName } from '../../names';

/** A step of a working with its names on; parts below it, or another figure to open. */
export interface Step {
	readonly label: string;
	readonly unit: string;
	readonly value: Working['value'];
	readonly formula: string | null;
	readonly note: string | null;
	readonly isBlocked: boolean;
	/** The figure that the step is; null where it is none by itself. */
	readonly figure: string | null;
	readonly isInput: boolean;
	readonly parts: readonly Step[];
}

/** The working of a figure with names in place of ids; null where the figure does not exist. */
export function stepsOf(projection: Projection, figure: string, y: number): Step | null {
	const working = explainFigure(projection, figure, y);
	return working === null
		? null
		: { ...named(projection, working, figure), label: figureName(projection, figure) };
}

function named(projection: Projection, working: Working, above: string): Step {
	const figure = working.figure ?? null;
	return {
		label: labelOf(projection, working, above),
		unit: working.unit,
		value: working.value,
		formula: formulaOf(projection, working, figure ?? above),
		note: working.note ?? null,
		isBlocked: working.value === null,
		figure,
		isInput: working.ref !== undefined,
		parts: working.parts.map((part) => named(projection, part, figure ?? above))
	};
}

/** More parts than these are counted in a formula and not named. */
const MOST_NAMES = 12;

/** The formula in names; a sum of figures in the names that they have on the pages. */
function formulaOf(
	projection: Projection,
	{ parts, formula }: Working,
	figure: string
): string | null {
	if (parts.length === 0 || !parts.every((part) => part.figure !== undefined))
		return formula ?? null;
	return parts.length > MOST_NAMES
		? text.figure.sumOfParts(parts.length)
		: parts.map((part) => labelOf(projection, part, figure)).join(' + ');
}

/** What a step is called; a part of the figure above it needs only the part's own name. */
function labelOf(projection: Projection, { label, figure, value }: Working, above: string): string {
	if (figure === undefined) return label;
	if (figure.startsWith(`${above}/`)) {
		const pieces = figure.slice(above.length + 1).split('/');
		return capital(pieces.map((piece) => partName(projection, piece)).join(', '));
	}
	const name = figureName(projection, figure);
	const isTakenOff = figure === 'income.total' || figure === 'funding.total';
	return isTakenOff && value?.isPositive() !== true ? text.figure.takenOff(name) : name;
}

/** Every input below a figure's working, each once, in the order of the working. */
export function inputsOf(
	projection: Projection,
	figure: string,
	y: number
): readonly InputOrigin[] {
	const working = explainFigure(projection, figure, y);
	const refs = new Set<string>();
	const visit = (step: Working): void => {
		if (step.ref !== undefined && parseFieldRef(step.ref) !== null) refs.add(step.ref);
		step.parts.forEach(visit);
	};
	if (working !== null) visit(working);
	return [...refs].flatMap((ref) => {
		const input = inputOf(projection, ref);
		return input === null ? [] : [input];
	});
}

/** The parts of a figure that two scenarios differ in, each with both values and the difference. */
export function differingParts(
	comparison: Comparison,
	figure: string,
	year: string | null
): readonly CellRow[] {
	const { a, b } = comparison;
	const own = [...comparison.figures.keys()]
		.filter((id) => id.startsWith(`${figure}/`))
		.map((id) => leadsTo(figure, id));
	return own.flatMap((id): CellRow[] => {
		const difference = differenceCell(comparison, id, year);
		if (difference.value?.isZero() === true) return [];
		const side = (projection: Projection, key: 'a' | 'b'): Cell => ({
			...difference,
			scenario: projection.scenario.id,
			against: undefined,
			value: sideValue(comparison, id, key, year)
		});
		const names = b.figures.has(id) ? b : a;
		return [{ label: figureName(names, id), cells: [side(a, 'a'), side(b, 'b'), difference] }];
	});
}

/** The part of a total is a figure of its own: net.total/staffing is cost.staffing. */
function leadsTo(figure: string, id: string): string {
	const part = id.slice(figure.length + 1);
	if (figure !== 'net.total' && figure !== 'cost.total') return id;
	return part === 'income' || part === 'funding' ? `${part}.total` : `cost.${part}`;
}

function sideValue(comparison: Comparison, id: string, key: 'a' | 'b', year: string | null) {
	const values = comparison.figures.get(id)?.[key] ?? [];
	if (year !== null) return values[comparison.years.indexOf(year)] ?? null;
	return values.reduce((total, value) =>
		total === null || value === null ? null : total.plus(value)
	);
}
