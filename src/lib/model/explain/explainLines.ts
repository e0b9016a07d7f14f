import type { Decimal } from 'decimal.js';
import { parseYear, yearLabel, type YearStart } from '../calendar/calendar';
import { theYear, worded } from '../calendar/words';
import { deliveryWorking } from './explainDelivery';
import { careQuantityWorking } from './explainCareRefs';
import { planWorking } from './explainEffects';
import { careWorking } from './explainFlows';
import { FIGURES } from '../figures/figureList';
import { exact, splitFigureId } from '../figures/figure';
import { blanksOfLine, explainTerm, type Working as Step } from '../formula/explain';
import { linePence, type Term } from '../formula/term';
import { isBlocked } from '../formula/value';
import type { BaseLine } from '../ledger/itemised';
import type { Series } from '../ledger/series';
import { poundsOf } from '../money/money';
import type { Run } from '../run/run';
import { afterChanges, type Working } from './working';

/** The working of a line or a measure in a year. */
export function seriesWorking(run: Run, series: Series, sign: 1 | -1, y: number): Working {
	if (series.terms !== null) return lineWorking(run, series, series.terms(y), sign, y);
	const value = exact(sign * (series.values[y] ?? 0), FIGURES[series.figure]?.unit ?? '');
	const head = {
		label: series.title,
		unit: FIGURES[series.figure]?.unit ?? '',
		value,
		...(value === null ? { waitsFor: series.blockedBy } : {})
	};
	if (series.figure.startsWith('staffing.')) {
		const ref = series.id.replace('/heads', '.heads').replace('/fte', '.fte');
		return {
			...head,
			note: 'Average over the months of the year',
			parts: [inputPart(ref, head.label, head.unit, value)]
		};
	}
	if (series.figure.startsWith('capacity.')) return { ...head, ...deliveryWorking(run, series, y) };
	if (series.figure.startsWith('care.')) return { ...head, ...careWorking(run, series, y) };
	if (series.figure.startsWith('plans.')) return { ...head, ...planWorking(run, series) };
	return { ...head, parts: [] };
}

function inputPart(ref: string, label: string, unit: string, value: Decimal | null): Working {
	return { label, unit, value, ref, parts: [] };
}

export function lineWorking(
	run: Run,
	series: Series,
	terms: readonly Term[],
	sign: 1 | -1,
	y: number
): Working {
	const value = series.values[y] ?? 0;
	const steps = terms.map((term) => termWorking(run, term));
	const [only] = steps;
	const blanks = blanksOfLine(terms);
	return {
		label: series.title,
		unit: '£',
		value: Number.isNaN(value) ? null : poundsOf(sign * value),
		note: 'Rounded once to the penny',
		...(only !== undefined && steps.length === 1
			? { formula: only.formula ?? '', parts: only.parts }
			: { formula: 'Sum of the versions that hold in the year', parts: steps }),
		...(Number.isNaN(value) ? { waitsFor: blanks } : {})
	};
}

function termWorking(run: Run, term: Term): Working {
	const step = withIndex(run, term, linked(run, explainTerm(term), yearOf(run, term)));
	return { ...step, label: step.label + afterChanges(term.changes) };
}

function yearOf({ context }: Run, { year }: Term): number {
	return (year ?? context.first) - context.first;
}

/** The index factor as the product of the yearly rates behind it, wherever it stands in a working. */
function withIndex(run: Run, term: Term, step: Working): Working {
	const { ref, ...rest } = step;
	const { priced, year } = term;
	if (ref !== `indices/${priced?.index ?? ''}` || priced === undefined || year === undefined)
		return { ...step, parts: step.parts.map((part) => withIndex(run, term, part)) };
	if (priced.index === null) return { ...rest, note: 'No index moves this price' };
	const from = parseYear(priced.priceYear) ?? year;
	const index = run.context.indices.get(priced.index);
	const years = Array.from(
		{ length: Math.abs(year - from) },
		(_, i) => Math.min(from, year) + 1 + i
	);
	return {
		...rest,
		label: `${rest.label}: ${index?.title ?? priced.index}`,
		formula: year < from ? '1 ÷ product of (1 + Rate)' : 'Product of (1 + Rate)',
		note: worded`From ${theYear(priced.priceYear)} prices to ${theYear(yearLabel(year))}`,
		parts: years.map((own) => rateStep(run, priced.index ?? '', yearLabel(own)))
	};
}

function rateStep(run: Run, id: string, year: string): Working {
	const index = run.context.indices.get(id);
	const isOwn = index !== undefined && year in index.rates;
	const rate = (isOwn ? index.rates[year] : index?.otherYears) ?? null;
	const ref = `indices/${id}.${isOwn ? `rates.${year}` : 'otherYears'}`;
	return {
		label: 'Rate',
		year,
		unit: 'share a year',
		value: rate,
		ref,
		...(rate === null ? { waitsFor: [ref] } : {}),
		parts: []
	};
}

/** Inputs that are figures become links to their own workings; what a heading itemises is listed. */
function linked(run: Run, step: Step, y: number): Working {
	const { ref, parts, ...rest } = step;
	const itemised = itemisedLines(run, ref ?? '');
	if (itemised !== null) return { ...rest, parts: itemisedParts(run, ...itemised) };
	const quantity = careQuantityWorking(run, step, y);
	if (quantity !== null) return quantity;
	const { figure, part } = splitFigureId(ref ?? '');
	const own = run.byFigure.get(figure) ?? [];
	// What a whole service does is no figure by itself: there is one for each of its areas.
	if (figure in FIGURES && part !== null && !own.some((series) => series.part === part))
		return {
			...rest,
			parts: own
				.filter((series) => series.part.startsWith(`${part}/`))
				.map((series) => link(series, y))
		};
	return {
		...rest,
		...(ref === undefined ? {} : figure in FIGURES ? { figure: ref } : { ref }),
		parts: parts.map((inner) => linked(run, inner, y))
	};
}

function link(series: Series, y: number): Working {
	const unit = FIGURES[series.figure]?.unit ?? '';
	const value = exact(series.values[y] ?? NaN, unit);
	return {
		label: series.title,
		unit,
		value,
		figure: `${series.figure}/${series.part}`,
		...(value === null ? { waitsFor: series.blockedBy } : {}),
		parts: []
	};
}

/** More records than this are listed with what they cost alone. */
const MOST_WORKED_OUT = 12;

/** The records behind a part of a heading, in the heading's base year; null where a reference names no such part. */
function itemisedLines(run: Run, ref: string): readonly [readonly BaseLine[], YearStart] | null {
	const [part, id, ...record] = ref.split('/');
	if (part !== 'heading.itemised' && part !== 'heading.unknown') return null;
	const heading = run.records.headings.find((own) => own.id === id);
	const lines = run.baseLines.filter(
		(line) =>
			line.heading === id &&
			(part === 'heading.itemised' ? line.scope === 'included' : line.ref === record.join('/'))
	);
	return [lines, parseYear(heading?.baseYear ?? '') ?? run.context.first];
}

/** What each of some records costs in a year before changes, worked out where they are few. */
function itemisedParts(run: Run, lines: readonly BaseLine[], year: YearStart): readonly Working[] {
	return lines.map((line) => {
		const terms = line.terms(year);
		const pence = terms.map((term) => linePence([term]));
		const blanks = blanksOfLine(terms);
		const total = pence.reduce<number>((sum, own) => sum + (isBlocked(own) ? NaN : own), 0);
		return {
			label: line.title,
			unit: '£',
			value: Number.isNaN(total) ? null : poundsOf(total),
			...(blanks.length > 0 ? { waitsFor: blanks } : {}),
			parts: lines.length > MOST_WORKED_OUT ? [] : terms.map((term) => termWorking(run, term))
		};
	});
}

/** How the calibration factor came about: the published cost, and the modelled cost by placement type. */
export function calibrationParts(run: Run): readonly Working[] {
	const { term, modelled } = run.calibration;
	if (term === null) return [];
	const step = withIndex(run, term, linked(run, explainTerm(term), yearOf(run, term)));
	return step.parts.map((part) => {
		const { ref, ...rest } = part;
		if (ref !== 'care.baseYearCost') return part;
		return {
			...rest,
			formula: 'Sum over the placement types of the baseline, in the base year',
			parts: modelled.map((own) => {
				const pence = linePence([own]);
				return {
					...termWorking(run, own),
					label: `${own.formula.title}: ${own.record}`,
					value: isBlocked(pence) ? null : poundsOf(pence)
				};
			})
		};
	});
}
