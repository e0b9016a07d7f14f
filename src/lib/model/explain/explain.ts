import { Decimal } from 'decimal.js';
import type { BridgeStep } from '../compare';
import { calibrationParts, lineWorking, seriesWorking } from './explainLines';
import { FIGURES } from '../figures/figureList';
import { addendsOf, againstNothing, pairs, type Pair } from '../figures/addends';
import { exact, splitFigureId, valueOf } from '../figures/figure';
import { differenceOf, type Series } from '../ledger/series';
import type { Projection } from '../project';
import type { Run } from '../run/run';
import { STEP_PARTS, type BridgeParts } from '../savings/bridge';
import type { Working } from './working';

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
	if (figure === 'care.calibration') return { ...head, parts: calibrationParts(projection.run) };
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
	const workings = lines.map(({ series, sign }) => seriesWorking(projection.run, series, sign, y));
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

function againstParts(
	{ run, nothing }: Projection,
	figure: string,
	part: string | null,
	y: number
): readonly Working[] {
	return pairs(addendsOf(nothing, figure), addendsOf(run, figure))
		.filter((pair) => part === null || pair.part === part)
		.map((pair) => ({ pair, difference: againstNothing(figure, pair, y) }))
		.filter(({ difference }) => difference.value !== 0)
		.map(({ pair, difference }) => ({
			label: (pair.b ?? pair.a)?.title ?? '',
			unit: '£',
			value: exact(pair.sign * difference.value, '£'),
			formula: 'If we change nothing − this scenario',
			...(difference.blockedBy.length > 0 ? { waitsFor: difference.blockedBy } : {}),
			parts: [
				...side('If we change nothing', nothing, pair.a, y),
				...side('This scenario', run, pair.b, y)
			]
		}));
}

/** How one part of a step of the bridge was worked out in a year: the lines that differ, before and after the change. */
export function explainStep(
	{ before, after, ...step }: BridgeStep,
	part: keyof BridgeParts,
	y: number
): Working {
	const lines = STEP_PARTS[part].flatMap(([figure, sign]) =>
		pairs(addendsOf(before, figure), addendsOf(after, figure)).flatMap((pair: Pair) => {
			const difference = differenceOf(pair.a, pair.b, y);
			if (difference.value === 0) return [];
			return [
				{
					label: (pair.b ?? pair.a)?.title ?? '',
					unit: '£',
					value: exact(sign * difference.value, '£'),
					formula: sign === 1 ? 'After − before' : 'Before − after',
					...(difference.blockedBy.length > 0 ? { waitsFor: difference.blockedBy } : {}),
					parts: [...side('Before', before, pair.a, y), ...side('After', after, pair.b, y)]
				}
			];
		})
	);
	const value = step[part][y] ?? null;
	return {
		label: step.title,
		unit: '£',
		value,
		formula:
			lines.length === 0
				? 'no line differs in this year'
				: lines.map(({ label }) => label).join(' + '),
		...(value === null ? { waitsFor: step.blockedBy } : {}),
		parts: lines
	};
}

/** A line on one side of a difference, with its working. */
function side(label: string, run: Run, series: Series | undefined, y: number): readonly Working[] {
	const terms = series?.terms?.(y) ?? [];
	if (series === undefined || terms.length === 0)
		return [{ label: `${label}: nothing`, unit: '£', value: new Decimal(0), parts: [] }];
	const working = lineWorking(run, series, terms, 1, y);
	return [{ ...working, label: `${label}: ${working.label}` }];
}
