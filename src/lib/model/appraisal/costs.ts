import { explainTerm } from '../formula/explain';
import type { Term } from '../formula/term';
import { COST_PARTS } from '../figures/figureList';
import { exact } from '../figures/figure';
import { poundsOf } from '../money/money';
import type { Assumption } from '../records/assumption';
import type { Series } from '../ledger/series';
import { CORRECTED_COST } from './formulas';
import { differingLines, termPence, type RowLine, type Sides } from './line';

/** The table that corrects costs for optimism by type of work. */
export type CostTable = Extract<Assumption, { use: 'costCorrection' }>;

/** A line of cost, with the figure and the part of it that it comes from: 'capital.spend/hub-refit'. */
export interface CostLine extends RowLine {
	readonly figure: string;
	readonly source: string;
}

/** The parts of the cost of a scenario, as they are called. */
export const COST_PART_LABELS: Readonly<Record<string, string>> = {
	staffing: 'staffing',
	buildings: 'buildings',
	contracts: 'contracts',
	interventions: 'interventions',
	headings: 'budget headings',
	oneOff: 'one-off costs',
	places: 'council places for children in care',
	capital: 'capital',
	receipts: 'capital receipts',
	clawback: 'clawback of capital grant',
	income: 'income',
	funding: 'funding'
};

/** Council places cost what they cost whoever is in them: a cost of the scenario. All else about placements is an outcome. */
const isFixed = ({ id }: Series): boolean => id.endsWith('/fixed');

/** What a scenario costs more than its counterfactual, line by line [pence, real terms]: services, council places, capital. */
export function costLines(sides: Sides): readonly CostLine[] {
	const lines = (figure: string, sign: 1 | -1, partOf: (series: Series) => string | null) =>
		differingLines(sides, figure, sign, partOf).map((line) => ({
			...line,
			figure,
			source: `${figure}/${sourcePart(sides, figure, line.id)}`
		}));
	return [
		...COST_PARTS.flatMap((figure) =>
			lines(figure, 1, (series) =>
				figure !== 'cost.placements'
					? figure.slice('cost.'.length)
					: isFixed(series)
						? 'places'
						: null
			)
		),
		...lines('capital.spend', 1, ({ id }) => (id.endsWith('/clawback') ? 'clawback' : 'capital')),
		...lines('capital.receipts', -1, () => 'receipts'),
		...lines('income.total', -1, () => 'income'),
		...lines('funding.total', -1, () => 'funding')
	];
}

/** The part of its own figure that a line falls in: a team, a building, a change. */
function sourcePart({ from, to }: Sides, figure: string, id: string): string {
	const find = (series: readonly Series[] | undefined) => series?.find((own) => own.id === id);
	return (find(to.byFigure.get(figure)) ?? find(from.byFigure.get(figure)))?.part ?? '';
}

/** The costs with the optimism correction of their type of work on those that rise; one that falls is not corrected. */
export function correctedCosts(
	lines: readonly CostLine[],
	table: CostTable | null
): readonly RowLine[] {
	return lines.map((line) => {
		const at = table === null ? -1 : workOf(table, line);
		if (table === null || at < 0) return line;
		const term = (y: number) => correctedTerm(table, at, line.values[y] ?? 0);
		const blanks = new Set(line.blockedBy);
		const values = line.values.map((pence, y) => (pence > 0 ? termPence(term(y), blanks) : pence));
		return {
			...line,
			values,
			blockedBy: [...blanks],
			working: (y) => {
				const own = line.working(y);
				if (!((line.values[y] ?? 0) > 0)) return own;
				const working = explainTerm(term(y));
				return {
					...working,
					label: line.title,
					value: exact(values[y] ?? NaN, '£'),
					note: `Corrected as ${table.works[at]?.work ?? ''}; rounded once to the penny`,
					parts: working.parts.map((part) => (part.label === 'Cost' ? own : part))
				};
			}
		};
	});
}

/** The type of work that a line is of: the one that names its part, else the one that names its figure; −1 for none. */
function workOf({ works }: CostTable, { figure, source }: CostLine): number {
	const own = works.findIndex(({ figures }) => figures.includes(source));
	return own < 0 ? works.findIndex(({ figures }) => figures.includes(figure)) : own;
}

function correctedTerm(table: CostTable, at: number, pence: number): Term {
	const work = table.works[at];
	const place = `assumptions/${table.id}.works.${String(at)}`;
	return {
		formula: CORRECTED_COST,
		record: `assumptions/${table.id}`,
		changes: [],
		values: {
			cost: poundsOf(pence),
			uplift: work?.uplift ?? null,
			mitigation: work?.mitigation ?? null
		},
		elsewhere: { uplift: `${place}.uplift`, mitigation: `${place}.mitigation` }
	};
}
