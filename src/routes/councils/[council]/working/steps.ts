import { capital, houseOf } from '$lib/format';
import { en as text } from '$lib/messages/en';
import { inputOf, type Council, type InputOrigin, type Projection, type Working } from '$lib/model';
import { figureName, wholeName } from '../names';

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
	/** The year that it is of, where it is not the working's own. */
	readonly year: string | null;
	readonly isInput: boolean;
	readonly parts: readonly Step[];
}

/** What steps are named by: the council, and figures by their labels. */
interface Names {
	readonly council: Council;
	readonly figures: ReadonlyMap<string, { readonly label: string }>;
}

/** A working as the pages show it; parts of the figure `above` go by their own names. */
export function stepOf(projection: Names, working: Working, above: string | null): Step {
	const figure = working.figure ?? null;
	const house = houseOf(projection.council.council);
	const label = labelOf(projection, working, above);
	return {
		label:
			working.year === undefined ? label : text.figure.forYear(label, house.year(working.year)),
		unit: working.unit,
		value: working.value,
		formula: formulaOf(projection, working, figure ?? above),
		note: working.note === undefined ? null : house.sentence(working.note),
		isBlocked: working.value === null,
		figure,
		year: working.year ?? null,
		isInput: working.ref !== undefined,
		parts: working.parts.map((part) => stepOf(projection, part, figure ?? above))
	};
}

/** More parts than these are counted in a formula and not named. */
const MOST_NAMES = 12;

/** The names of parts as a sum; a long one says only how many there are. */
export function sumOfNames(names: readonly string[]): string {
	return names.length > MOST_NAMES ? text.figure.sumOfParts(names.length) : names.join(' + ');
}

/** The formula in names; a sum of figures in the names that they have on the pages. */
function formulaOf(
	projection: Names,
	{ parts, formula }: Working,
	figure: string | null
): string | null {
	const isSum = formula === undefined || formula === parts.map(({ label }) => label).join(' + ');
	if (!isSum || parts.length === 0 || !parts.every((part) => part.figure !== undefined))
		return formula ?? null;
	return sumOfNames(parts.map((part) => labelOf(projection, part, figure)));
}

/** What a step is called; a part of the figure above it needs only the part's own name. */
function labelOf(
	projection: Names,
	{ label, figure, value }: Working,
	above: string | null
): string {
	if (figure === undefined) return label;
	const name = figureName(projection, figure);
	if (above !== null && figure.startsWith(`${above}/`))
		return capital(name.slice(`${wholeName(above)}: `.length));
	const isTakenOff = figure === 'income.total' || figure === 'funding.total';
	return isTakenOff && value?.gt(0) !== true ? text.figure.takenOff(name) : name;
}

/** The blank inputs that a working waits for, where it meets them. */
export function blanksOf({ value, parts, waitsFor }: Working): readonly string[] {
	const below = parts.flatMap(blanksOf);
	return value !== null || below.length > 0 ? below : (waitsFor ?? []);
}

/** Every input below a working, each once, in its order. */
export function inputsOf(projection: Projection, working: Working): readonly InputOrigin[] {
	const refs = new Set<string>();
	const visit = (step: Working): void => {
		if (step.ref !== undefined) refs.add(step.ref);
		step.parts.forEach(visit);
	};
	visit(working);
	return [...refs].flatMap((ref) => {
		const input = inputOf(projection, ref);
		return input === null ? [] : [input];
	});
}
