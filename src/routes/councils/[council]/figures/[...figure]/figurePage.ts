import type { Cell, CellRow } from '$lib/components/table/cell';
import {
	explainFigure,
	inputOf,
	parseFieldRef,
	type Comparison,
	type Fact,
	type Projection,
	type Working
} from '$lib/model';
import { differenceCell } from '../../cells';
import { figureName } from '../../names';

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

/** An input that stands in a working: its value, its range and where it comes from. */
export interface InputRow {
	readonly ref: string;
	readonly label: string;
	readonly record: string;
	readonly unit: string;
	readonly meaning: string;
	readonly value: Working['value'];
	readonly range: {
		readonly low: NonNullable<Working['value']>;
		readonly high: NonNullable<Working['value']>;
	} | null;
	readonly origin: 'baseline' | 'pack' | 'change' | 'blank';
	readonly by: readonly string[];
	readonly fact: Fact | null;
	readonly rivals: readonly Fact[];
	readonly conversion: Working['value'];
	readonly source: string | null;
	readonly note: string | null;
	readonly isIllustrative: boolean;
}

/** The working of a figure with names in place of ids; null where the figure does not exist. */
export function stepsOf(projection: Projection, figure: string, y: number): Step | null {
	const working = explainFigure(projection, figure, y);
	return working === null
		? null
		: { ...named(projection, working), label: figureName(projection, figure) };
}

function named(projection: Projection, working: Working): Step {
	const figure = working.figure ?? null;
	return {
		label: figure === null ? working.label : figureName(projection, figure),
		unit: working.unit,
		value: working.value,
		formula: working.parts.some((part) => part.figure !== undefined)
			? null
			: (working.formula ?? null),
		note: working.note ?? null,
		isBlocked: working.value === null,
		figure,
		isInput: working.ref !== undefined,
		parts: working.parts.map((part) => named(projection, part))
	};
}

/** Every input below a figure's working, each once, in the order of the working. */
export function inputsOf(projection: Projection, figure: string, y: number): readonly InputRow[] {
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
	const own = [...comparison.figures.keys()].filter((id) => id.startsWith(`${figure}/`));
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

function sideValue(comparison: Comparison, id: string, key: 'a' | 'b', year: string | null) {
	const values = comparison.figures.get(id)?.[key] ?? [];
	if (year !== null) return values[comparison.years.indexOf(year)] ?? null;
	return values.reduce((total, value) =>
		total === null || value === null ? null : total.plus(value)
	);
}
