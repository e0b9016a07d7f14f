import { splitFigureId, valueOf, type Figure } from '../figures/figure';
import { isBlocked } from '../formula/value';
import { poundsOf } from '../money/money';
import type { Working } from '../explain/working';
import type { Appraisal } from './appraise';
import { bandIn, annuity, presentValue, roundedValue } from './discount';
import {
	APPRAISAL_HEADLINES,
	PERSPECTIVES,
	type HeadlineId,
	type Perspective,
	type RowId
} from './figureList';
import { BENEFIT_ROWS, costsIn, partsOfRow, type Headline } from './headlines';

/** The working of a figure of an appraisal, of a row in one year; null where there is no such figure. */
export function explainAppraisal(appraisal: Appraisal, id: string, y: number): Working | null {
	const headline = appraisal.headlines.get(id);
	if (headline !== undefined) return headlineWorking(appraisal, headline);
	const row = appraisal.rows.get(id);
	if (row === undefined) return null;
	const { figure, part } = splitFigureId(id);
	const head = headOf(row, y);
	if (figure === 'appraisal.discountFactor') return { ...head, ...factorBody(appraisal, y) };
	if (isPerspective(part)) return { ...head, ...flowBody(appraisal, figure, part, y) };
	if (part === null) {
		const parts = partsOfRow(appraisal.rows, figure as RowId).map((own) => link(own, y));
		return { ...head, formula: sumText(parts), parts };
	}
	const lines = (appraisal.lines.get(figure as RowId) ?? [])
		.filter((line) => line.part === part && line.values[y] !== 0)
		.map((line) => line.working(y));
	return { ...head, formula: sumText(lines), parts: lines };
}

function headOf(row: Figure, y: number) {
	const value = valueOf(row, y);
	return {
		label: row.label,
		unit: row.unit,
		value,
		...(value === null ? { waitsFor: row.blockedBy } : {})
	};
}

const isPerspective = (part: string | null): part is Perspective =>
	PERSPECTIVES.some((perspective) => perspective === part);

const link = (row: Figure, y: number): Working => ({
	...headOf(row, y),
	figure: row.id,
	parts: []
});

const sumText = (parts: readonly Working[]): string =>
	parts.length === 0 ? 'nothing falls in this year' : parts.map(({ label }) => label).join(' + ');

/** The headlines that one is made from, in words and by their ids. */
const MADE_FROM: Readonly<
	Record<
		Exclude<HeadlineId, 'appraisal.pvCosts' | 'appraisal.pvBenefits'>,
		readonly [string, ...string[]]
	>
> = {
	'appraisal.npsv': [
		'Present value of benefits − present value of costs',
		'appraisal.pvBenefits',
		'appraisal.pvCosts'
	],
	'appraisal.npsvWeighted': [
		'Present value of benefits with their weights − present value of costs',
		'appraisal.pvCosts'
	],
	'appraisal.bcr': [
		'Present value of benefits ÷ present value of costs',
		'appraisal.pvBenefits',
		'appraisal.pvCosts'
	],
	'appraisal.eac': ['Present value of costs ÷ sum of the discount factors', 'appraisal.pvCosts'],
	'appraisal.payback': [
		'The first year from which the cumulative net benefit stays at or above 0',
		'appraisal.cumulative'
	],
	'appraisal.paybackDiscounted': [
		'The first year from which the cumulative net benefit, discounted, stays at or above 0',
		'appraisal.cumulativeDiscounted'
	]
};

function headlineWorking(appraisal: Appraisal, headline: Headline): Working {
	const { figure, part } = splitFigureId(headline.id);
	const [perspective = '', agency] = (part ?? '').split('/');
	const id = figure as HeadlineId;
	const { answer } = headline;
	const head = {
		label: headline.label,
		unit: headline.unit,
		value: 'value' in answer ? answer.value : null,
		...('blockedBy' in answer ? { waitsFor: answer.blockedBy } : {}),
		...('refused' in answer ? { note: `No headline: ${answer.refused}` } : {}),
		...('year' in answer ? { note: answer.year } : {}),
		...('never' in answer ? { note: 'Not within the horizon' } : {})
	};
	if (!isPerspective(perspective)) return { ...head, parts: [] };
	if (id === 'appraisal.pvCosts' || id === 'appraisal.pvBenefits')
		return presentValueWorking(
			appraisal,
			head,
			id === 'appraisal.pvCosts'
				? costsIn(appraisal.rows, perspective)
				: partsOfRow(appraisal.rows, BENEFIT_ROWS[perspective])
		);
	const [formula, ...sources] = MADE_FROM[id];
	return {
		...head,
		formula,
		parts: [
			...(agency === undefined ? [] : ownParts(appraisal, 'appraisal.benefitByAgency', agency)),
			...(id === 'appraisal.npsvWeighted'
				? ownParts(appraisal, 'appraisal.benefitWeighted', null)
				: []),
			...sources
				.filter(
					(source) =>
						agency === undefined || (agency === 'council' && source === 'appraisal.pvCosts')
				)
				.flatMap((source) => sourceParts(appraisal, `${source}/${perspective}`)),
			...(id === 'appraisal.eac' ? [annuityWorking(appraisal)] : [])
		]
	};
}

/** A headline that another is made from, or a row of it by year, as links to their own workings. */
function sourceParts({ headlines, rows, years }: Appraisal, id: string): readonly Working[] {
	const headline = headlines.get(id);
	const row = rows.get(id);
	if (headline !== undefined)
		return [
			{
				label: APPRAISAL_HEADLINES[splitFigureId(id).figure as HeadlineId].label,
				unit: headline.unit,
				value: 'value' in headline.answer ? headline.answer.value : null,
				...('blockedBy' in headline.answer ? { waitsFor: headline.answer.blockedBy } : {}),
				figure: id,
				parts: []
			}
		];
	return row === undefined ? [] : years.map((year, y) => ({ ...link(row, y), year }));
}

function ownParts(appraisal: Appraisal, row: RowId, part: string | null): readonly Working[] {
	return partsOfRow(appraisal.rows, row)
		.filter(({ id }) => part === null || id === `${row}/${part}`)
		.map((own) => partWorking(appraisal, own));
}

function presentValueWorking(
	appraisal: Appraisal,
	head: Omit<Working, 'parts'>,
	rows: readonly Figure[]
): Working {
	const parts = rows.map((row) => partWorking(appraisal, row));
	return {
		...head,
		formula: parts.length === 0 ? 'nothing differs' : parts.map(({ label }) => label).join(' + '),
		parts
	};
}

/** The present value of one part of a row: each year's amount at its discount factor. */
function partWorking({ factors, years }: Appraisal, row: Figure): Working {
	const pence = roundedValue(presentValue(row, factors));
	return {
		label: `Present value of: ${row.label}`,
		unit: '£',
		value: isBlocked(pence) ? null : poundsOf(pence),
		formula: 'Sum over the years of amount × discount factor',
		note: 'Rounded once to the penny',
		...(isBlocked(pence) ? { waitsFor: pence.waitsFor } : {}),
		parts: years.flatMap((year, y) => {
			const factor = factors[y];
			return row.values[y] === 0
				? []
				: [
						{
							...link(row, y),
							year,
							note: `× discount factor ${factor === undefined || isBlocked(factor) ? 'not known' : factor.toFixed(FACTOR_PLACES)}`
						}
					];
		})
	};
}

const FACTOR_PLACES = 6;

function annuityWorking(appraisal: Appraisal): Working {
	const sum = annuity(appraisal.factors);
	const row = appraisal.rows.get('appraisal.discountFactor');
	return {
		label: 'Sum of the discount factors',
		unit: 'factor',
		value: isBlocked(sum) ? null : sum,
		...(isBlocked(sum) ? { waitsFor: sum.waitsFor } : {}),
		parts: row === undefined ? [] : appraisal.years.map((year, y) => ({ ...link(row, y), year }))
	};
}

function factorBody(
	{ settings, rows, years }: Appraisal,
	y: number
): Pick<Working, 'formula' | 'parts'> {
	const row = rows.get('appraisal.discountFactor');
	if (settings === null || row === undefined || y === 0)
		return { formula: '1 in the first year', parts: [] };
	const { rate, at } = bandIn(settings.schedule, y);
	const ref = `rules/${settings.schedule.id}.bands.${String(at)}.discountRate`;
	return {
		formula: 'Discount factor of the year before ÷ (1 + Discount rate)',
		parts: [
			{
				...link(row, y - 1),
				year: years[y - 1] ?? ''
			},
			{
				label: 'Discount rate',
				unit: 'share a year',
				value: rate,
				ref,
				note: settings.schedule.source,
				...(rate === null ? { waitsFor: [ref] } : {}),
				parts: []
			}
		]
	};
}

function flowBody(
	appraisal: Appraisal,
	figure: string,
	perspective: Perspective,
	y: number
): Pick<Working, 'formula' | 'parts'> {
	const { rows, years } = appraisal;
	if (figure !== 'appraisal.net') {
		const isDiscounted = figure === 'appraisal.cumulativeDiscounted';
		const net = rows.get(`appraisal.net/${perspective}`);
		return {
			formula: isDiscounted
				? 'Sum of net benefit × discount factor up to the year'
				: 'Sum of net benefit up to the year',
			parts:
				net === undefined ? [] : years.slice(0, y + 1).map((year, t) => ({ ...link(net, t), year }))
		};
	}
	return {
		formula: 'Benefits − costs',
		parts: [...partsOfRow(rows, BENEFIT_ROWS[perspective]), ...costsIn(rows, perspective)].map(
			(row) => link(row, y)
		)
	};
}
