import type { Sort, OutcomeValue } from './outcomeValues';
import { valueLines } from './outcomeValues';
import { againstNothing, addendsOf, pairs } from '../figures/addends';
import { exact } from '../figures/figure';
import type { Working } from '../explain/working';
import { explainTerm } from '../formula/explain';
import type { Term } from '../formula/term';
import { Exact, poundsOf } from '../money/money';
import type { Decimal } from 'decimal.js';
import type { Flow } from './discount';
import { CASHABLE_VALUE, WEIGHTED_VALUE } from './formulas';
import { differingLines, termPence, type RowLine, type Sides } from './line';
import { sharedOut, type Shares } from './shares';

/** A line of benefit: what it is of, and for an outcome's value the record that values it. */
export interface BenefitLine extends RowLine {
	readonly sort: Sort;
	readonly of: 'placements' | 'plans' | OutcomeValue;
}

/** What a scenario brings about, line by line [pence, real terms]: placements and plans not needed, and wider values. */
export function benefitLines(
	sides: Sides,
	values: readonly OutcomeValue[]
): readonly BenefitLine[] {
	return [
		...differingLines(sides, 'cost.placements', -1, ({ id }) =>
			id.endsWith('/fixed') ? null : 'placements'
		).map((line) => ({ ...line, sort: 'fiscal' as const, of: 'placements' as const })),
		...differingLines(sides, 'avoidance.plans', 1, () => 'plans').map((line) => ({
			...line,
			sort: 'fiscal' as const,
			of: 'plans' as const
		})),
		...values.flatMap((value) =>
			valueLines(sides, value).map((line) => ({ ...line, sort: value.sort, of: value }))
		)
	];
}

/** The sum of lines by year. */
export function sumOf(lines: readonly Flow[], years: number): Flow {
	const values = new Float64Array(years);
	const blanks = new Set<string>();
	for (const line of lines) {
		line.values.forEach((pence, y) => {
			values[y] = (values[y] ?? 0) + pence;
		});
		for (const blank of line.blockedBy) blanks.add(blank);
	}
	return { values, blockedBy: [...blanks] };
}

const ofPlacements = (lines: readonly BenefitLine[]): readonly BenefitLine[] =>
	lines.filter(({ of }) => of === 'placements');

/** Which agency has what of the corrected fiscal benefits; economic and social ones are no agency's. */
export function agencyLines(
	lines: readonly BenefitLine[],
	shares: Shares,
	years: number
): readonly RowLine[] {
	const shared = (['placements', 'plans'] as const).flatMap((of) =>
		sharedOut(
			sumOf(
				lines.filter((line) => line.of === of),
				years
			),
			of,
			shares[of]
		)
	);
	const valued = lines.flatMap((line): readonly RowLine[] =>
		typeof line.of === 'object' && line.sort === 'fiscal' ? [{ ...line, part: line.of.agency }] : []
	);
	return [...shared, ...valued];
}

/**
 * What the council can take out of its budget. Of placements: the fall in external prices paid, never more than the whole
 * fall, at the council's share; a rise counts in full. Plans are time of staff who are there in any case.
 */
export function cashableLines(
	sides: Sides,
	lines: readonly BenefitLine[],
	shares: Shares,
	years: number
): readonly RowLine[] {
	const council = sharedOut(
		cashablePlacements(sides, lines, years),
		'placements',
		shares.placements
	)
		.filter(({ part }) => part === COUNCIL)
		.map((line) => ({ ...line, part: 'placements' }));
	const values = lines.flatMap((line): readonly RowLine[] => {
		const { of } = line;
		if (typeof of !== 'object' || line.sort !== 'fiscal' || of.agency !== COUNCIL) return [];
		return [
			scaled(line, (benefit) => ({
				formula: CASHABLE_VALUE,
				record: `assumptions/${of.id}`,
				changes: [],
				values: { benefit, cashable: of.cashable }
			}))
		];
	});
	return [...council, ...values];
}

/** The agency that the council is, in shares and values. */
const COUNCIL = 'council';

function cashablePlacements(
	{ from, to }: Sides,
	lines: readonly BenefitLine[],
	years: number
): Flow {
	const whole = sumOf(ofPlacements(lines), years);
	const blanks = new Set(whole.blockedBy);
	const cash = new Float64Array(years);
	const figure = 'avoidance.cashable';
	for (const pair of pairs(addendsOf(from, figure), addendsOf(to, figure))) {
		if ((pair.b ?? pair.a)?.id.endsWith('/fixed') === true) continue;
		for (let y = 0; y < years; y++) {
			const { value, blockedBy } = againstNothing(figure, pair, y);
			cash[y] = (cash[y] ?? 0) + (value === 0 ? 0 : pair.sign * value);
			for (const blank of blockedBy) blanks.add(blank);
		}
	}
	return {
		values: whole.values.map((pence, y) => Math.min(pence, cash[y] ?? 0)),
		blockedBy: [...blanks]
	};
}

/** Benefits with the weight of those who have them, `w = relativeIncome ^ −η`; fiscal ones count as they are. */
export function weightedLines(
	lines: readonly BenefitLine[],
	elasticity: Decimal | null,
	settings: string
): readonly RowLine[] {
	return lines.map((line) => {
		const { of } = line;
		if (typeof of !== 'object' || line.sort === 'fiscal' || of.relativeIncome === undefined)
			return line;
		const income = of.relativeIncome;
		return scaled(line, (benefit) => ({
			formula: WEIGHTED_VALUE,
			record: `assumptions/${of.id}`,
			changes: [],
			values: {
				benefit,
				weight:
					income === null || elasticity === null
						? null
						: new Exact(income).pow(elasticity.negated())
			},
			elsewhere: {
				weight:
					income === null
						? `assumptions/${of.id}.relativeIncome`
						: `assumptions/${settings}.elasticity`
			}
		}));
	});
}

/** A line times something, rounded once a year. */
function scaled(line: BenefitLine, termOf: (benefit: Decimal) => Term): RowLine {
	const blanks = new Set(line.blockedBy);
	const values = line.values.map((pence) =>
		pence === 0 || Number.isNaN(pence) ? pence : termPence(termOf(poundsOf(pence)), blanks)
	);
	return {
		...line,
		values,
		blockedBy: [...blanks],
		working: (y): Working => {
			const own = line.working(y);
			const pence = line.values[y] ?? 0;
			if (pence === 0 || Number.isNaN(pence)) return own;
			const working = explainTerm(termOf(poundsOf(pence)));
			return {
				...working,
				label: line.title,
				value: exact(values[y] ?? NaN, '£'),
				note: 'Rounded once to the penny',
				parts: working.parts.map((part) => (part.label === 'Benefit' ? own : part))
			};
		}
	};
}
