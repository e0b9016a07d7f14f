import type { Cell, CellRow } from '$lib/components/table/cell';
import { houseOf } from '$lib/format';
import { comparisonSentence, noEffectSentence, paybackText } from '$lib/messages/sentences';
import { simplePayback, type Comparison, type Projection } from '$lib/model';
import { cellOf, differenceCell, sumOf } from '../cells';
import { blanksIn, inputNames, wholeName, type Blanks } from '../names';
import { en as text } from '$lib/messages/en';
import { MEASURE_ROWS, MONEY_ROWS } from '../figureRows';

/** Scenarios side by side: the comparator's projection, and each other's comparison with it. */
export interface Sides {
	readonly base: Projection;
	readonly others: readonly Comparison[];
}

/** Which year to show, and whether rows without a difference are shown too. */
export interface View {
	readonly year: string | null;
	readonly all: boolean;
}

const TOTALS: readonly string[] = ['cost.total', 'net.total'];
const CAPITAL_ROWS = ['capital.spend', 'capital.receipts'];

/** Every projection in the order of the columns. */
export function projectionsOf({ base, others }: Sides): readonly Projection[] {
	return [base, ...others.map(({ b }) => b)];
}

/** The opening sentences, one for each scenario that is compared. */
export function headlines(sides: Sides): readonly string[] {
	return sides.others.map((comparison) => {
		const net = comparison.figures.get('net.total');
		return comparisonSentence({
			a: comparison.a.scenario.title,
			b: comparison.b.scenario.title,
			years: comparison.years,
			difference: net?.difference ?? [],
			payback: simplePayback(comparison),
			waitsFor: inputNames(comparison.b, net?.blockedBy ?? []),
			house: houseOf(comparison.b.council.council)
		});
	});
}

/** For each scenario with years that it leaves as they would be without changes: the years, and why. */
export function yearsWithoutEffect({ base, others }: Sides): readonly string[] {
	// Only against "If we change nothing" does no difference mean no effect.
	if (base.scenario.id !== base.council.scenarios[0]?.id) return [];
	const house = houseOf(base.council.council);
	return others.flatMap(({ b: { scenario }, figures, years }) => {
		const still = years.filter((_, y) =>
			[...figures.values()].every(({ difference }) => difference[y]?.isZero() === true)
		);
		if (still.length === 0) return [];
		const starts = scenario.changes.filter((change) => change.on).map(({ start }) => start);
		return [noEffectSentence(scenario.title, still, starts.sort()[0] ?? null, house)];
	});
}

interface KeyFigure {
	readonly label: string;
	/** A linked value, or words, for each scenario. */
	readonly entries: readonly { readonly cell?: Cell; readonly words?: string }[];
}

/** The four figures that a reader should leave with. */
export function keyFigures(sides: Sides): readonly KeyFigure[] {
	const { base, others } = sides;
	const last = base.years.at(-1) ?? '';
	const house = houseOf(base.council.council);
	const linked = (figure: string) =>
		projectionsOf(sides).map((projection) => ({ cell: cellOf(projection, figure, last) }));
	return [
		{
			label: text.compare.keyNet(base.scenario.title),
			entries: [
				{ words: text.compare.comparator },
				...others.map((comparison) => ({ cell: differenceCell(comparison, 'net.total', null) }))
			]
		},
		{
			label: text.compare.keyPayback,
			entries: [
				{ words: text.compare.comparator },
				...others.map((comparison) => ({
					words: paybackText(
						comparison.figures.get('net.total')?.difference ?? [],
						simplePayback(comparison),
						house
					)
				}))
			]
		},
		{ label: text.compare.keyChildren(last), entries: linked('care.children') },
		{ label: text.compare.keyUnmet(house.year(last)), entries: linked('capacity.unmet') }
	];
}

/** Net cost by year: a row a scenario, what each other differs by from the comparator, and that added up. */
export function netRows(sides: Sides): readonly CellRow[] {
	const columns = [...sides.base.years, null];
	const differences = sides.others.map((comparison) =>
		columns.map((year) => differenceCell(comparison, 'net.total', year))
	);
	const titles = sides.others.map(({ a, b }) => [b.scenario.title, a.scenario.title] as const);
	return [
		...projectionsOf(sides).map((projection) => ({
			label: projection.scenario.title,
			cells: columns.map((year) => cellOf(projection, 'net.total', year))
		})),
		...differences.map((cells, i) => ({
			label: text.compare.against(...titles[i]!),
			kind: 'difference' as const,
			cells
		})),
		...differences.map((cells, i) => ({
			label: text.compare.addedUp(...titles[i]!),
			kind: 'difference' as const,
			cells: cells.map((cell, y) =>
				cell.year === null
					? cell
					: { ...cell, year: null, value: sumOf(cells.slice(0, y + 1).map(({ value }) => value)) }
			)
		}))
	];
}

/** What each other scenario has cost more than the comparator by the end of each year, and when it has paid back. */
export function paybacks({ others }: Sides) {
	return others.map((comparison) => {
		const difference = comparison.figures.get('net.total')?.difference ?? [];
		return {
			label: comparison.b.scenario.title,
			difference,
			addedUp: difference.map((_, y) => sumOf(difference.slice(0, y + 1))),
			payback: simplePayback(comparison)
		};
	});
}

/** Columns of a table that sets figures side by side: each scenario, then each difference. */
export function sideColumns({ base, others }: Sides): readonly string[] {
	return [
		base.scenario.title,
		...others.map(({ b }) => b.scenario.title),
		...others.map(({ b }) => text.compare.differenceOf(b.scenario.title, others.length))
	];
}

/** Rows of figures side by side for one year, or over all; without a difference only where they are asked for. */
function sideRows(
	sides: Sides,
	figures: readonly string[],
	year: string | null,
	all: boolean
): readonly CellRow[] {
	return figures.flatMap((figure): CellRow[] => {
		const differences = sides.others.map((comparison) => differenceCell(comparison, figure, year));
		const differs = differences.some(({ value }) => value?.isZero() !== true);
		if (!all && !differs && !TOTALS.includes(figure)) return [];
		return [
			{
				label: wholeName(figure),
				kind: TOTALS.includes(figure) ? 'total' : 'plain',
				cells: [
					...projectionsOf(sides).map((projection) => cellOf(projection, figure, year)),
					...differences
				]
			}
		];
	});
}

/** Where the money goes, side by side. */
export function moneyRows(sides: Sides, { year, all }: View): readonly CellRow[] {
	return sideRows(sides, MONEY_ROWS, year, all);
}

/** Capital, which is never added to revenue. */
export function capitalRows(sides: Sides, { year, all }: View): readonly CellRow[] {
	return sideRows(sides, CAPITAL_ROWS, year, all);
}

/** Staff, buildings, families and children, for which a year has to be named. */
export function measureRows(sides: Sides, { year, all }: View): readonly CellRow[] {
	return sideRows(sides, MEASURE_ROWS, yearOrLast(sides, year), all);
}

/** The savings target and what the changes make of it, as rows of their own. */
export function savingsRows(sides: Sides, { year }: View): readonly CellRow[] {
	const shown = yearOrLast(sides, year);
	return ['savings.target', 'savings.identified'].map((figure) => ({
		label: wholeName(figure),
		cells: projectionsOf(sides).map((projection) => cellOf(projection, figure, shown))
	}));
}

/** The year asked for, or the last where what is shown cannot be added up over years. */
export function yearOrLast({ base }: Sides, year: string | null): string {
	return year ?? base.years.at(-1) ?? '';
}

/** Children in care by type of placement: a panel a type, a row of cells a scenario, "If we change nothing" always among them. */
export function childrenByType(sides: Sides, nothing: Projection | null) {
	const projections = [...projectionsOf(sides), ...(nothing === null ? [] : [nothing])];
	return sides.base.council.baseline.placementTypes.flatMap(({ id, title }) => {
		const figure = `care.childrenByType/${id}`;
		const rows = projections.flatMap((projection) =>
			projection.figures.has(figure)
				? [
						{
							label: projection.scenario.title,
							cells: projection.years.map((year) => cellOf(projection, figure, year))
						}
					]
				: []
		);
		// A type that holds no child and takes none in is no figure.
		return rows.length < projections.length ? [] : [{ id, title, rows }];
	});
}

/** Names of the blank inputs that block any figure of the page. */
export function blanksOf(sides: Sides): Blanks {
	const all = projectionsOf(sides).map((projection) =>
		blanksIn(
			projection,
			['net.total', 'capacity.unmet', 'care.children', 'savings.identified'].flatMap(
				(figure) => projection.figures.get(figure)?.blockedBy ?? []
			)
		)
	);
	return {
		names: [...new Set(all.flatMap(({ names }) => names))],
		kinds: [...new Set(all.flatMap(({ kinds }) => kinds))]
	};
}
