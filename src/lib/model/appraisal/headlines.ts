import type { Decimal } from 'decimal.js';
import type { Figure } from '../figures/figure';
import { isBlocked, type Blocked, blocked } from '../formula/value';
import { Exact, poundsOf, exactPence } from '../money/money';
import { annuity, presentValue, roundedValue, type DiscountFactors, type Flow } from './discount';
import {
	APPRAISAL_HEADLINES,
	PERSPECTIVE_LABELS,
	PERSPECTIVES,
	type HeadlineId,
	type Perspective,
	type RowId
} from './figureList';
import { firstPaid, type Payback } from './payback';

/** What a headline says: a number, a year, that it is not within the horizon, what it waits for, or why there is none. */
export type Answer = { readonly value: Decimal } | Payback | { readonly refused: string };

/** One answer of an appraisal: 'appraisal.npsv/council'. */
export interface Headline {
	readonly id: string;
	readonly label: string;
	/** '£' in the prices of the first year, 'ratio', or 'year'. */
	readonly unit: string;
	readonly answer: Answer;
}

/** The row that is the benefit in a perspective. */
export const BENEFIT_ROWS: Readonly<Record<Perspective, RowId>> = {
	council: 'appraisal.benefitCashable',
	public: 'appraisal.benefitByAgency',
	society: 'appraisal.benefitCorrected'
};

// What one public body pays another, and what people pay the council, is nobody's gain where both are counted.
const TRANSFERS: Readonly<Record<Perspective, readonly string[]>> = {
	council: [],
	public: ['funding', 'clawback'],
	society: ['funding', 'clawback', 'income']
};

/** The parts of a row, as figures. */
export function partsOfRow(rows: ReadonlyMap<string, Figure>, row: RowId): readonly Figure[] {
	return [...rows.values()].filter(({ id }) => id.startsWith(`${row}/`));
}

/** The parts of cost that count in a perspective: transfers within it do not. */
export function costsIn(
	rows: ReadonlyMap<string, Figure>,
	perspective: Perspective
): readonly Figure[] {
	return partsOfRow(rows, 'appraisal.costCorrected').filter(
		({ id }) => !TRANSFERS[perspective].some((transfer) => id.endsWith(`/${transfer}`))
	);
}

/** Present values of parts, each rounded once, and their sum [pence]. */
function presentValueOf(parts: readonly Flow[], factors: DiscountFactors): number | Blocked {
	let total = 0;
	const waitsFor: string[] = [];
	let isWaiting = false;
	for (const part of parts) {
		const value = roundedValue(presentValue(part, factors));
		if (isBlocked(value)) {
			isWaiting = true;
			waitsFor.push(...value.waitsFor);
		} else total += value;
	}
	return isWaiting ? blocked(waitsFor, null) : total;
}

/** What headlines are made of. */
export interface HeadlineBasis {
	readonly rows: ReadonlyMap<string, Figure>;
	readonly factors: DiscountFactors;
	readonly years: readonly string[];
	/** Why a perspective has no headline; null where it has one. */
	readonly refusal: (perspective: Perspective) => string | null;
}

/** Every headline of an appraisal, by perspective; the public purse by agency as well. */
export function headlinesOf(basis: HeadlineBasis): ReadonlyMap<string, Headline> {
	const headlines = PERSPECTIVES.flatMap((perspective) => headlinesIn(basis, perspective));
	return new Map(headlines.map((headline) => [headline.id, headline]));
}

const RATIO_PLACES = 6;

/** What needs a schedule and nothing to set it against, and so is said where other headlines are refused. */
const isPresentValue = (id: HeadlineId): boolean =>
	id.startsWith('appraisal.pv') || id === 'appraisal.eac';

const inPounds = (pence: number | Blocked): Answer =>
	isBlocked(pence) ? { blockedBy: pence.waitsFor } : { value: poundsOf(pence) };

function headlinesIn(basis: HeadlineBasis, perspective: Perspective): readonly Headline[] {
	const { rows, factors } = basis;
	const refused = basis.refusal(perspective);
	const costs = presentValueOf(costsIn(rows, perspective), factors);
	const benefitRow = BENEFIT_ROWS[perspective];
	const benefits = presentValueOf(partsOfRow(rows, benefitRow), factors);
	const headline = (id: HeadlineId, answer: Answer, of = ''): Headline => ({
		id: `${id}/${perspective}${of === '' ? '' : `/${of}`}`,
		label: `${APPRAISAL_HEADLINES[id].label}, ${PERSPECTIVE_LABELS[perspective]}${of === '' ? '' : `, ${of}`}`,
		unit: APPRAISAL_HEADLINES[id].unit,
		answer: refused !== null && (factors.length === 0 || !isPresentValue(id)) ? { refused } : answer
	});
	return [
		headline('appraisal.npsv', inPounds(less(benefits, costs))),
		...(perspective === 'public'
			? agenciesIn(rows).map((agency) => {
					const own = presentValueOf(agencyParts(rows, agency), factors);
					return headline(
						'appraisal.npsv',
						inPounds(agency === 'council' ? less(own, costs) : own),
						agency
					);
				})
			: []),
		...(perspective === 'society' && rows.has('appraisal.benefitWeighted')
			? [
					headline(
						'appraisal.npsvWeighted',
						inPounds(
							less(presentValueOf(partsOfRow(rows, 'appraisal.benefitWeighted'), factors), costs)
						)
					)
				]
			: []),
		headline('appraisal.bcr', ratioOf(benefits, costs)),
		headline('appraisal.payback', paybackOf(basis, perspective, null)),
		headline('appraisal.paybackDiscounted', paybackOf(basis, perspective, factors)),
		headline('appraisal.eac', annualCost(costs, factors)),
		headline('appraisal.pvCosts', inPounds(costs)),
		headline('appraisal.pvBenefits', inPounds(benefits))
	];
}

/** The agencies that have a part of the benefits; the council, which bears the costs, always. */
function agenciesIn(rows: ReadonlyMap<string, Figure>): readonly string[] {
	const row = 'appraisal.benefitByAgency';
	const own = partsOfRow(rows, row).map(({ id }) => id.slice(row.length + 1));
	return [...new Set(['council', ...own])];
}

function agencyParts(rows: ReadonlyMap<string, Figure>, agency: string): readonly Figure[] {
	const figure = rows.get(`appraisal.benefitByAgency/${agency}`);
	return figure === undefined ? [] : [figure];
}

function less(a: number | Blocked, b: number | Blocked): number | Blocked {
	if (isBlocked(a) || isBlocked(b))
		return blocked(
			[...(isBlocked(a) ? a.waitsFor : []), ...(isBlocked(b) ? b.waitsFor : [])],
			null
		);
	return a - b;
}

function ratioOf(benefits: number | Blocked, costs: number | Blocked): Answer {
	if (isBlocked(benefits) || isBlocked(costs)) return inPounds(less(benefits, costs));
	return costs > 0
		? { value: new Exact(benefits).div(costs).toDecimalPlaces(RATIO_PLACES) }
		: {
				refused:
					'a ratio to cost needs a cost: over the horizon this one costs nothing more, or saves'
			};
}

function annualCost(costs: number | Blocked, factors: DiscountFactors): Answer {
	const years = annuity(factors);
	if (isBlocked(costs) || isBlocked(years))
		return {
			blockedBy: [
				...new Set([
					...(isBlocked(costs) ? costs.waitsFor : []),
					...(isBlocked(years) ? years.waitsFor : [])
				])
			].sort()
		};
	return inPounds(exactPence(poundsOf(costs).div(years)));
}

/** Payback of the net benefit of a perspective; discounted where factors are given. */
function paybackOf(
	{ rows, years }: HeadlineBasis,
	perspective: Perspective,
	factors: DiscountFactors | null
): Answer {
	const net = rows.get(`appraisal.net/${perspective}`);
	if (net === undefined || net.values.every((pence) => pence === 0))
		return { refused: 'there is nothing to pay back: nothing differs' };
	const cumulative = cumulated(net, factors);
	return isBlocked(cumulative)
		? { blockedBy: cumulative.waitsFor }
		: firstPaid(
				cumulative.map((own) => own.lt(0)),
				years
			);
}

/** The running sum of a flow [£], exact; discounted where factors are given. */
export function cumulated(
	flow: Flow,
	factors: DiscountFactors | null
): readonly Decimal[] | Blocked {
	const sums: Decimal[] = [];
	let sum: Decimal = new Exact(0);
	for (const [t, pence] of flow.values.entries()) {
		const factor = factors === null ? new Exact(1) : (factors[t] ?? blocked([], null));
		if (Number.isNaN(pence)) return blocked(flow.blockedBy, null);
		if (pence !== 0 && isBlocked(factor)) return factor;
		if (!isBlocked(factor)) sum = sum.plus(poundsOf(pence).times(factor));
		sums.push(sum);
	}
	return sums;
}
