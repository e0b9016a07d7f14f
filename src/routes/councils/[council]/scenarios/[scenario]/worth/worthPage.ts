import type { CellRow, FigureCell } from '$lib/components/table/cell';
import { capital, houseOf, type House } from '$lib/format';
import { waiting } from '$lib/messages/sentences';
import { worth, worthSentence } from '$lib/messages/worth';
import {
	APPRAISAL_HEADLINES,
	APPRAISAL_ROWS,
	BENEFIT_ROWS,
	costsIn,
	partsOfRow,
	PERSPECTIVES,
	splitFigureId,
	valueOf,
	type Appraisal,
	type Figure,
	type Headline,
	type Perspective,
	type RowId
} from '$lib/model';
import { sumOf } from '../../../cells';
import { inputNames } from '../../../names';

/** How a council whose figures an appraisal has writes years and amounts. */
export function houseIn({ to }: Appraisal): House {
	return houseOf(to.council.council);
}

/** The year in whose prices an appraisal is, as the council writes years. */
export function pricesIn(appraisal: Appraisal): string {
	return houseIn(appraisal).year(appraisal.years[0] ?? '');
}

/** A headline as a cell that opens how it was worked out. */
export function headlineCell(appraisal: Appraisal, id: string): FigureCell {
	const { headlines, to, years } = appraisal;
	const house = houseIn(appraisal);
	const headline = headlines.get(id);
	const answer = headline?.answer ?? { refused: '' };
	return {
		figure: id,
		scenario: to.scenario.id,
		year: null,
		unit: headline?.unit ?? '',
		value: 'value' in answer ? answer.value : null,
		...('year' in answer ? { words: house.year(answer.year) } : {}),
		...('never' in answer ? { words: worth.notBy(house.year(years.at(-1) ?? '')) } : {}),
		...('refused' in answer ? { words: worth.none } : {}),
		...('blockedBy' in answer
			? { waitsFor: capital(waiting(inputNames(to, answer.blockedBy))) }
			: {})
	};
}

/** A row of an appraisal in a year, or over all years, as a cell that opens how it was worked out. */
export function rowCell(appraisal: Appraisal, row: Figure, year: string | null): FigureCell {
	const values = appraisal.years.map((_, y) => valueOf(row, y));
	const value = year === null ? sumOf(values) : (values[appraisal.years.indexOf(year)] ?? null);
	return {
		figure: row.id,
		scenario: appraisal.to.scenario.id,
		year,
		unit: row.unit,
		value,
		...(value === null && row.blockedBy.length > 0
			? { waitsFor: capital(waiting(inputNames(appraisal.to, row.blockedBy))) }
			: {})
	};
}

/** Whether the scenario is worth it for each of those who count, a sentence each. */
export function answersOf(appraisal: Appraisal): readonly string[] {
	const { headlines, to, years, rows } = appraisal;
	const house = houseIn(appraisal);
	const { title } = to.scenario;
	return PERSPECTIVES.map((perspective) => {
		const refused = refusalWords(appraisal, perspective);
		if (refused !== null) return worth.refused(worth.for[perspective], title, refused);
		const answer = (id: string) => headlines.get(`appraisal.${id}/${perspective}`)?.answer;
		const [costs, benefits, payback] = [answer('pvCosts'), answer('pvBenefits'), answer('payback')];
		if (!(costs && 'value' in costs && benefits && 'value' in benefits)) {
			const blanks = [costs, benefits].flatMap((own) =>
				own !== undefined && 'blockedBy' in own ? own.blockedBy : []
			);
			return worth.blocked(worth.for[perspective], title, waiting(inputNames(to, new Set(blanks))));
		}
		const isEverBehind =
			rows.get(`appraisal.cumulative/${perspective}`)?.values.some((pence) => pence < 0) === true;
		return worthSentence({
			perspective,
			title,
			costs: costs.value,
			benefits: benefits.value,
			payback: !isEverBehind
				? 'ahead'
				: payback !== undefined && 'year' in payback
					? payback
					: null,
			years,
			house
		});
	});
}

/** Why a perspective has no headline, in the words of the page; null where it has one. */
function refusalWords({ refusals }: Appraisal, perspective: Perspective): string | null {
	const refusal = refusals.get(perspective);
	if (refusal === undefined) return null;
	return refusal.why === 'shares' ? refusal.message : worth.why[refusal.why];
}

/** True where a scenario spends less and something is lost by it, which the reader must be told. */
export function isCut({ headlines }: Appraisal): boolean {
	const [costs, benefits] = ['pvCosts', 'pvBenefits'].map(
		(id) => headlines.get(`appraisal.${id}/public`)?.answer
	);
	return (
		costs !== undefined &&
		benefits !== undefined &&
		'value' in costs &&
		'value' in benefits &&
		costs.value.lt(0) &&
		benefits.value.lt(0)
	);
}

const ANSWERS = [
	'appraisal.npsv',
	'appraisal.pvBenefits',
	'appraisal.pvCosts',
	'appraisal.eac',
	'appraisal.payback',
	'appraisal.paybackDiscounted',
	'appraisal.bcr'
] as const;

/** The headlines, a column for each of those who count; the ratio last, for it hides how much is at stake. */
export function answerRows(appraisal: Appraisal): readonly CellRow[] {
	return ANSWERS.map((id) => ({
		label: APPRAISAL_HEADLINES[id].label,
		kind: id === 'appraisal.npsv' ? 'total' : 'plain',
		cells: PERSPECTIVES.map((perspective) => headlineCell(appraisal, `${id}/${perspective}`))
	}));
}

/** What one scenario comes to beside others: a net present value for each of those who count, and when the council is paid back. */
export function optionCells(appraisal: Appraisal): readonly FigureCell[] {
	return [
		...PERSPECTIVES.map((perspective) => headlineCell(appraisal, `appraisal.npsv/${perspective}`)),
		headlineCell(appraisal, 'appraisal.payback/council')
	];
}

const overYears = (appraisal: Appraisal, row: Figure, hasSum = true): readonly FigureCell[] => [
	...appraisal.years.map((year) => rowCell(appraisal, row, year)),
	...(hasSum ? [rowCell(appraisal, row, null)] : [])
];

/** A part of a row by its own name: 'Staffing' of 'Cost, corrected for optimism: staffing'. */
function partName({ id, label }: Figure): string {
	const { figure } = splitFigureId(id);
	return capital(label.slice(`${APPRAISAL_ROWS[figure as RowId].label}: `.length));
}

/** The costs and benefits of a perspective by year, with what they add up to. */
export function flowRows(
	appraisal: Appraisal,
	perspective: Perspective
): { readonly costs: readonly CellRow[]; readonly sums: readonly CellRow[] } {
	const { rows } = appraisal;
	const parts = [
		...costsIn(rows, perspective).map((row) => ({ row, label: worth.costOf(partName(row)) })),
		...partsOfRow(rows, BENEFIT_ROWS[perspective]).map((row) => ({
			row,
			label: worth.benefitOf(partName(row))
		}))
	];
	const sums = ['net', 'cumulative', 'cumulativeDiscounted'].flatMap((id) => {
		const row = rows.get(`appraisal.${id}/${perspective}`);
		return row === undefined ? [] : [row];
	});
	return {
		costs: [
			...parts.map(({ row, label }): CellRow => ({ label, cells: overYears(appraisal, row) })),
			...sums.slice(0, 1).map((row): CellRow => ({
				label: APPRAISAL_ROWS['appraisal.net'].label,
				kind: 'total',
				cells: overYears(appraisal, row)
			}))
		],
		sums: [
			...sums.slice(1),
			...[rows.get('appraisal.discountFactor')].flatMap((row) => (row === undefined ? [] : [row]))
		].map((row): CellRow => ({
			label: APPRAISAL_ROWS[splitFigureId(row.id).figure as RowId].label,
			cells: overYears(appraisal, row, false)
		}))
	};
}

const STAGES: readonly RowId[] = [
	'appraisal.costGross',
	'appraisal.costCorrected',
	'appraisal.benefitGross',
	'appraisal.benefitCorrected',
	'appraisal.benefitByAgency',
	'appraisal.benefitCashable'
];

/** Each step from the evidence to the budget, a row of its own. */
export function stageRows(appraisal: Appraisal): readonly CellRow[] {
	return rowsNamed(appraisal, STAGES);
}

/** The benefits without and with distributional weights, by year, and the answer that each gives; none where there are no weights. */
export function weightedRows(appraisal: Appraisal): readonly CellRow[] {
	if (!appraisal.rows.has('appraisal.benefitWeighted')) return [];
	const answers = ['appraisal.npsv/society', 'appraisal.npsvWeighted/society'];
	return rowsNamed(appraisal, ['appraisal.benefitCorrected', 'appraisal.benefitWeighted']).map(
		(row, at) => ({ ...row, cells: [...row.cells, headlineCell(appraisal, answers[at] ?? '')] })
	);
}

function rowsNamed(appraisal: Appraisal, ids: readonly RowId[]): readonly CellRow[] {
	return ids.flatMap((id): readonly CellRow[] => {
		const row = appraisal.rows.get(id);
		return row === undefined
			? []
			: [{ label: APPRAISAL_ROWS[id].label, cells: overYears(appraisal, row) }];
	});
}

/** What each agency gains by year, and its net present value. */
export function agencyRows(appraisal: Appraisal): readonly CellRow[] {
	const ids = [...appraisal.headlines.keys()].filter((id) => id.startsWith('appraisal.npsv/public/'));
	return ids.map((id) => {
		const agency = id.slice('appraisal.npsv/public/'.length);
		const row = appraisal.rows.get(`appraisal.benefitByAgency/${agency}`);
		return {
			label: capital(row === undefined ? agency : partName(row)),
			cells: [
				...(row === undefined ? [] : overYears(appraisal, row)),
				headlineCell(appraisal, id)
			]
		};
	});
}

/** The running net benefit by perspective, and the year in which the council is paid back. */
export function cumulativeOf(appraisal: Appraisal) {
	const { rows, years, headlines } = appraisal;
	const payback = headlines.get('appraisal.payback/council')?.answer;
	const lines = PERSPECTIVES.map((perspective) => {
		const row = rows.get(`appraisal.cumulative/${perspective}`);
		return {
			perspective,
			values: years.map((_, y) => (row === undefined ? null : valueOf(row, y)))
		};
	});
	const council = lines[0]?.values ?? [];
	const isAhead = council.every((value) => value?.gte(0) === true);
	return {
		lines,
		paid: payback !== undefined && 'year' in payback && !isAhead ? payback.year : null,
		isAhead,
		isBlocked: council.includes(null)
	};
}

/** The blank inputs that keep an answer from being given. */
export function blanksBehind({ headlines }: Appraisal): readonly string[] {
	return [...headlines.values()].flatMap(({ answer }: Headline) =>
		'blockedBy' in answer ? answer.blockedBy : []
	);
}
