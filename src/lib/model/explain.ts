import { Decimal } from 'decimal.js';
import { parseYear, yearLabel } from './calendar/calendar';
import { FIGURES } from './figureList';
import {
	addendsOf,
	againstNothing,
	exact,
	pairs,
	splitFigureId,
	valueOf,
	type Pair
} from './figures';
import { blanksOfLine, explainTerm, type Working as Step } from './formula/explain';
import type { Working } from './working';
import { linePence, type Term } from './formula/term';
import { isBlocked } from './formula/value';
import type { Series } from './ledger/series';
import { poundsOf } from './money/money';
import type { Projection } from './project';
import { careWorking, deliveryWorking } from './explainFlows';

/** More lines than this are shown as the figure's parts, each to be opened by itself. */
const MOST_LINES = 12;

/** The working of a figure in one year; null where there is no such figure. */
export function explainFigure(projection: Projection, id: string, y: number): Working | null {
	const { figure, part } = splitFigureId(id);
	const own = projection.figures.get(id);
	const about = FIGURES[figure];
	if (own === undefined || about === undefined) return null;
	const value = valueOf(own, y);
	const head = {
		label: own.label,
		unit: own.unit,
		value,
		...(value === null ? { waitsFor: own.blockedBy } : {})
	};
	if (figure === 'care.calibration') return { ...head, parts: calibrationParts(projection) };
	if (about.againstNothing)
		return {
			...head,
			formula: 'If we change nothing − this scenario, line by line',
			parts: againstParts(projection, figure, part, y)
		};
	const addends = addendsOf(projection.run, figure).filter(
		(addend) => part === null || addend.part === part || addend.part.startsWith(`${part}/`)
	);
	const lines = addends.filter(({ series }) => !isNothing(series, y));
	const parts = partsOf(projection, id, figure, y);
	if (part === null && (about.of !== undefined || (lines.length > MOST_LINES && parts.length > 1)))
		return { ...head, formula: sumText(parts), parts };
	const workings = lines.map(({ series, sign }) => seriesWorking(projection, series, sign, y));
	const [only] = workings;
	if (workings.length === 1 && only !== undefined)
		return { ...head, ...withoutHead(only), parts: only.parts };
	return { ...head, formula: sumText(workings), parts: workings };
}

function withoutHead(working: Working): Partial<Working> {
	return {
		...(working.formula === undefined ? {} : { formula: working.formula }),
		...(working.note === undefined ? {} : { note: working.note })
	};
}

/** The parts of a figure as links to their own workings. */
function partsOf(
	projection: Projection,
	id: string,
	figure: string,
	y: number
): readonly Working[] {
	return [...projection.figures.values()]
		.filter((other) => other.id.startsWith(`${id}/`))
		.map((other) => ({
			label: partLabel(projection, figure, other.id, other.label),
			unit: other.unit,
			value: valueOf(other, y),
			figure: leadsTo(figure, other.id),
			...(Number.isNaN(other.values[y] ?? 0) ? { waitsFor: other.blockedBy } : {}),
			parts: []
		}));
}

/** The part of a total is a figure of its own: cost.total/staffing is cost.staffing. */
function leadsTo(figure: string, id: string): string {
	const { part } = splitFigureId(id);
	if (figure === 'cost.total' && part !== null) return `cost.${part}`;
	if (figure === 'net.total' && part !== null)
		return part === 'income' || part === 'funding' ? `${part}.total` : `cost.${part}`;
	return id;
}

function partLabel(projection: Projection, figure: string, id: string, fallback: string): string {
	const target = leadsTo(figure, id);
	return target === id ? fallback : (projection.figures.get(target)?.label ?? fallback);
}

function sumText(parts: readonly Working[]): string {
	if (parts.length === 0) return 'nothing falls in this year';
	return parts.map(({ label }) => label).join(' + ');
}

function isNothing(series: Series, y: number): boolean {
	return series.values[y] === 0 && (series.terms === null || series.terms(y).length === 0);
}

/** The working of a line or a measure in a year. */
function seriesWorking(projection: Projection, series: Series, sign: 1 | -1, y: number): Working {
	if (series.terms !== null) return lineWorking(projection, series, series.terms(y), sign, y);
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
	if (series.figure.startsWith('capacity.'))
		return { ...head, ...deliveryWorking(projection, series, y) };
	if (series.figure.startsWith('care.')) return { ...head, ...careWorking(projection, series, y) };
	return { ...head, parts: [] };
}

function inputPart(ref: string, label: string, unit: string, value: Decimal | null): Working {
	return { label, unit, value, ref, parts: [] };
}

function lineWorking(
	projection: Projection,
	series: Series,
	terms: readonly Term[],
	sign: 1 | -1,
	y: number
): Working {
	const value = series.values[y] ?? 0;
	const steps = terms.map((term) => termWorking(projection, term));
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

function termWorking(projection: Projection, term: Term): Working {
	const step = withIndex(projection, term, linked(projection, explainTerm(term)));
	return term.changes.length === 0
		? step
		: { ...step, label: `${step.label}, after ${term.changes.join(' and ')}` };
}

/** The index factor as the product of the yearly rates behind it, wherever it stands in a working. */
function withIndex(projection: Projection, term: Term, step: Working): Working {
	const { ref, ...rest } = step;
	const { priced, year } = term;
	if (ref !== `indices/${priced?.index ?? ''}` || priced === undefined || year === undefined)
		return { ...step, parts: step.parts.map((part) => withIndex(projection, term, part)) };
	if (priced.index === null) return { ...rest, note: 'No index moves this price' };
	const from = parseYear(priced.priceYear) ?? year;
	const index = projection.run.context.indices.get(priced.index);
	const years = Array.from(
		{ length: Math.abs(year - from) },
		(_, i) => Math.min(from, year) + 1 + i
	);
	return {
		...rest,
		label: `${rest.label}: ${index?.title ?? priced.index}`,
		formula: year < from ? '1 ÷ product of (1 + Rate)' : 'Product of (1 + Rate)',
		note: `From ${priced.priceYear} prices to ${yearLabel(year)}`,
		parts: years.map((own) => rateStep(projection, priced.index ?? '', yearLabel(own)))
	};
}

function rateStep(projection: Projection, id: string, year: string): Working {
	const index = projection.run.context.indices.get(id);
	const isOwn = index !== undefined && year in index.rates;
	const rate = (isOwn ? index.rates[year] : index?.otherYears) ?? null;
	const ref = `indices/${id}.${isOwn ? `rates.${year}` : 'otherYears'}`;
	return {
		label: `Rate for ${year}`,
		unit: 'share a year',
		value: rate,
		ref,
		...(rate === null ? { waitsFor: [ref] } : {}),
		parts: []
	};
}

/** Inputs that are figures become links to their own workings; what a heading itemises is listed. */
function linked(projection: Projection, step: Step): Working {
	const { ref, parts, ...rest } = step;
	if (ref?.startsWith(ITEMISED) === true)
		return { ...rest, parts: itemisedParts(projection, ref.slice(ITEMISED.length)) };
	const isFigure = ref !== undefined && splitFigureId(ref).figure in FIGURES;
	return {
		...rest,
		...(ref === undefined ? {} : isFigure ? { figure: ref } : { ref }),
		parts: parts.map((part) => linked(projection, part))
	};
}

const ITEMISED = 'heading.itemised/';

/** What each record that a heading surely contains costs in the heading's base year. */
function itemisedParts({ run }: Projection, id: string): readonly Working[] {
	const heading = run.records.headings.find((own) => own.id === id);
	const year = heading === undefined ? null : parseYear(heading.baseYear);
	if (year === null) return [];
	return run.baseLines
		.filter((line) => line.heading === id && line.scope === 'included')
		.map((line) => {
			const terms = line.terms(year);
			const pence = terms.map((term) => linePence([term]));
			const blanks = blanksOfLine(terms);
			const total = pence.reduce<number>((sum, own) => sum + (isBlocked(own) ? NaN : own), 0);
			return {
				label: line.title,
				unit: '£',
				value: Number.isNaN(total) ? null : poundsOf(total),
				...(blanks.length > 0 ? { waitsFor: blanks } : {}),
				parts: []
			};
		});
}

function againstParts(
	projection: Projection,
	figure: string,
	part: string | null,
	y: number
): readonly Working[] {
	const differing = pairs(addendsOf(projection.nothing, figure), addendsOf(projection.run, figure))
		.filter((pair) => part === null || pair.part === part)
		.map((pair) => ({ pair, difference: againstNothing(figure, pair, y) }))
		.filter(({ difference }) => difference.value !== 0);
	return differing.map(({ pair, difference }) => ({
		label: (pair.b ?? pair.a)?.title ?? '',
		unit: '£',
		value: exact(pair.sign * difference.value, '£'),
		formula: 'If we change nothing − this scenario',
		...(difference.blockedBy.length > 0 ? { waitsFor: difference.blockedBy } : {}),
		parts: bothSides(projection, pair, y)
	}));
}

function bothSides(projection: Projection, { a, b }: Pair, y: number): readonly Working[] {
	const side = (label: string, series: Series | undefined): readonly Working[] => {
		const terms = series?.terms?.(y) ?? [];
		if (series === undefined || terms.length === 0)
			return [{ label: `${label}: nothing`, unit: '£', value: new Decimal(0), parts: [] }];
		const working = lineWorking(projection, series, terms, 1, y);
		return [{ ...working, label: `${label}: ${working.label}` }];
	};
	return [...side('If we change nothing', a), ...side('This scenario', b)];
}

function calibrationParts(projection: Projection): readonly Working[] {
	const { term, modelled } = projection.run.calibration;
	if (term === null) return [];
	const step = withIndex(projection, term, linked(projection, explainTerm(term)));
	return step.parts.map((part) =>
		part.ref !== 'care.baseYearCost'
			? part
			: {
					...part,
					parts: modelled.map((own) => {
						const pence = linePence([own]);
						return {
							...termWorking(projection, own),
							label: `${own.formula.title}: ${own.record}`,
							value: isBlocked(pence) ? null : poundsOf(pence)
						};
					})
				}
	);
}
