import type { Decimal } from 'decimal.js';
import { firstPaid, type Payback } from './appraisal/payback';
import { FIGURES } from './figures/figureList';
import { addendsOf, againstNothing, pairs } from './figures/addends';
import { exact, splitFigureId, valueOf } from './figures/figure';
import { project, type ProjectOptions, type Projection } from './project';
import { Exact } from './money/money';
import { run, type Run } from './run/run';
import { bridgePath, stepBetween, type BridgeStep as Step } from './savings/bridge';
import { areOnOne } from './scenario/agreed';
import { alongside } from './scenario/baselines';
import type { Council, Scenario } from './scenario/file';

/** One figure on both sides and what B differs by from A, in pounds or its unit; null where it is blocked. */
export interface FigureDifference {
	readonly id: string;
	readonly label: string;
	readonly unit: string;
	readonly a: readonly (Decimal | null)[];
	readonly b: readonly (Decimal | null)[];
	readonly difference: readonly (Decimal | null)[];
	readonly blockedBy: readonly string[];
}

/** One step of the bridge in pounds by year; positive is dearer, null is blocked. */
export interface BridgeStep {
	readonly change: string;
	readonly title: string;
	readonly turn: 'off' | 'on';
	readonly net: readonly (Decimal | null)[];
	readonly cashable: readonly (Decimal | null)[];
	readonly avoidance: readonly (Decimal | null)[];
	readonly oneOff: readonly (Decimal | null)[];
	readonly capital: readonly (Decimal | null)[];
	readonly blockedBy: readonly string[];
	/** The runs that the step leads from and to, for its working. */
	readonly before: Run;
	readonly after: Run;
}

/** Two scenarios side by side, figure by figure. */
export interface SideBySide {
	readonly a: Projection;
	readonly b: Projection;
	readonly years: readonly string[];
	readonly figures: ReadonlyMap<string, FigureDifference>;
}

/** Two scenarios side by side, with the steps that lead from one to the other. */
export interface Comparison extends SideBySide {
	readonly bridge: readonly BridgeStep[];
}

/**
 * Projects two scenarios of a council and compares them line by line. Both must stand on one baseline; "If we change
 * nothing" stands on whichever the other does.
 */
export function compare(
	council: Council,
	a: Scenario,
	b: Scenario,
	options: ProjectOptions = {}
): Comparison {
	const sides = sideBySide(council, a, b, options);
	return { ...sides, bridge: bridgeBetween(sides.a, sides.b) };
}

/** What `compare` gives without its bridge, which projects once more for every change; all figures, or those that are named. */
export function sideBySide(
	council: Council,
	a: Scenario,
	b: Scenario,
	options: ProjectOptions & { readonly figures?: readonly string[] } = {}
): SideBySide {
	const { figures, ...asked } = options;
	if (!areOnOne(council, a, b))
		throw new Error(`'${a.id}' and '${b.id}' stand on different baselines.`);
	const left = project(council, alongside(council, a, b), asked);
	const right = project(council, alongside(council, b, a), { ...asked, previous: left });
	return {
		a: left,
		b: right,
		years: left.years,
		figures: differencesBetween(left, right, figures)
	};
}

/** What B's figures differ by from A's, line by line; with their parts. All figures, or those that are named. */
export function differencesBetween(
	a: Projection,
	b: Projection,
	figures: readonly string[] = Object.keys(FIGURES)
): ReadonlyMap<string, FigureDifference> {
	const result = new Map<string, FigureDifference>();
	const years = a.years.map((_, y) => y);
	for (const figure of figures) {
		const byId = new Map<string, { values: Float64Array; blanks: Set<string> }>([
			[figure, { values: new Float64Array(years.length), blanks: new Set() }]
		]);
		for (const pair of pairs(addendsOf(a.run, figure), addendsOf(b.run, figure)))
			for (const id of [figure, `${figure}/${pair.part}`]) {
				const own = byId.get(id) ?? {
					values: new Float64Array(years.length),
					blanks: new Set<string>()
				};
				byId.set(id, own);
				for (const y of years) {
					const difference = againstNothing(figure, pair, y);
					own.values[y] = (own.values[y] ?? 0) + pair.sign * difference.value;
					for (const blank of difference.blockedBy) own.blanks.add(blank);
				}
			}
		for (const id of [...a.figures.keys(), ...b.figures.keys()])
			if (splitFigureId(id).figure === figure && !byId.has(id))
				byId.set(id, { values: new Float64Array(years.length), blanks: new Set() });
		for (const [id, { values, blanks }] of byId)
			result.set(id, written(id, figure, values, blanks, a, b));
	}
	return result;
}

function written(
	id: string,
	figure: string,
	values: Float64Array,
	blanks: ReadonlySet<string>,
	a: Projection,
	b: Projection
): FigureDifference {
	const about = FIGURES[figure];
	const unit = about?.unit ?? '';
	const side = (projection: Projection) =>
		projection.years.map((_, y) => {
			const own = projection.figures.get(id);
			return own === undefined ? exact(0, unit) : valueOf(own, y);
		});
	return {
		id,
		label: (a.figures.get(id) ?? b.figures.get(id))?.label ?? about?.label ?? id,
		unit,
		a: side(a),
		b: side(b),
		difference: [...values].map((value) => exact(value, unit)),
		blockedBy: [...blanks].sort()
	};
}

function bridgeBetween(a: Projection, b: Projection): readonly BridgeStep[] {
	const own = (scenario: Scenario) => scenario.changes.filter((change) => change.on);
	const [start, ...steps] = bridgePath(own(a.scenario), own(b.scenario));
	if (start === undefined) return [];
	let before = a.run;
	return steps.map(({ changes, moved, turn }, i) => {
		const after =
			i === steps.length - 1
				? b.run
				: run({
						council: b.council,
						changes,
						terms: b.terms,
						nothing: b.nothing,
						reuse: [before, b.run]
					});
		if (moved === null) throw new Error('a step of a bridge moves a change');
		const step = inPounds(stepBetween(before, after, moved, turn), before, after);
		before = after;
		return step;
	});
}

function inPounds(step: Step, before: Run, after: Run): BridgeStep {
	const pounds = (values: Float64Array) => [...values].map((pence) => exact(pence, '£'));
	return {
		change: step.change,
		title: step.title,
		turn: step.turn,
		net: pounds(step.net),
		cashable: pounds(step.cashable),
		avoidance: pounds(step.avoidance),
		oneOff: pounds(step.oneOff),
		capital: pounds(step.capital),
		blockedBy: step.blockedBy,
		before,
		after
	};
}

/** The first year from which the cumulative undiscounted difference of net cost stays at or below 0. */
export function simplePayback({ figures, years }: Comparison): Payback {
	const net = figures.get('net.total');
	return net === undefined ? { blockedBy: [] } : simplePaybackOf(net, years);
}

/** The payback of a difference of net cost. */
export function simplePaybackOf(net: FigureDifference, years: readonly string[]): Payback {
	if (net.difference.includes(null)) return { blockedBy: net.blockedBy };
	let cumulative: Decimal = new Exact(0);
	const dearer = net.difference.map((difference) => {
		cumulative = cumulative.plus(difference ?? 0);
		return cumulative.gt(0);
	});
	return firstPaid(dearer, years);
}
