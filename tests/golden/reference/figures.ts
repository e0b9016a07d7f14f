import {
	changeLines,
	fundingLines,
	headingLines,
	interventionLines,
	targetLines
} from './accounts';
import {
	areChildrenWaiting,
	effectsOf,
	entriesWithHelp,
	goingWithHelp,
	plansWithHelp,
	traceUpTo
} from './avoided';
import { contractLines } from './bought';
import { BANDS, careOf, type Care, type MonthOfCare } from './children';
import {
	find,
	hasBlank,
	worldOf,
	type Change,
	type CouncilFile,
	type World,
	word
} from './council';
import { buildingLines, openCounts } from './estate';
import { double, isWaiting, less, sum, whole, type Fraction } from './fraction';
import { differenceOf, type Line } from './lines';
import { calibration, placementsOf, type Placements } from './placed';
import { reachOf, servedIn, yearOf, type Reach } from './reach';
import { staffCounts, staffLines } from './staff';

/** Every figure of one scenario by its id: money in pence, counts in their own unit, by year; null where it is blocked. */
export interface Figures {
	readonly money: ReadonlyMap<string, readonly (bigint | null)[]>;
	readonly counts: ReadonlyMap<string, readonly (number | null)[]>;
	/** Lines that come within a ten-thousandth of a penny of a half penny and are not exact. */
	readonly close: readonly string[];
}

/** A council under one list of changes, worked out: its lines, and what its help brings about. */
export interface Result {
	readonly world: World;
	readonly reach: readonly Reach[];
	readonly care: Care;
	readonly effects: ReturnType<typeof effectsOf>;
	readonly plans: ReturnType<typeof plansWithHelp>;
	readonly placements: Placements;
	readonly lines: readonly Line[];
}

const COST = [
	'staffing',
	'buildings',
	'contracts',
	'placements',
	'interventions',
	'headings',
	'oneOff'
];
const SAVING = ['staffing', 'buildings', 'contracts', 'interventions', 'headings'];
const TOO_CLOSE = 1e-4;

function compute(world: World, nothing: Result | null): Result {
	const helpServices = [
		...new Set(
			world.ids('interventions').map((id) => word(world.written('interventions', id), 'service'))
		)
	];
	const reach = reachOf(world);
	const effects = effectsOf(world, reach, nothing?.reach ?? reach);
	const care = {
		months: careOf(world, entriesWithHelp(world, effects), goingWithHelp(effects)),
		trace:
			world.before('careFlows').some(hasBlank) || areChildrenWaiting(effects)
				? (month: number) => traceUpTo(effects, month)
				: null
	};
	const plans = plansWithHelp(world, effects);
	const placements = placementsOf(world, care);
	const servedInYear = (service: string, y: number) =>
		sum(...Array.from({ length: 12 }, (_, m) => servedIn(reach, service, 12 * y + m)));
	const lines = [
		...staffLines(world, helpServices),
		...buildingLines(world),
		...contractLines(world, helpServices),
		...placements.lines,
		...interventionLines(world, servedInYear),
		...headingLines(world),
		...fundingLines(world),
		...targetLines(world),
		...changeLines(world),
		...plans.map((plan) => plan.line)
	];
	return { world, reach, care, effects, plans, placements, lines };
}

/** Adds series up by name, and each of them into the figure that the name starts with. */
class Ledger {
	readonly #sums = new Map<string, (bigint | null)[]>();
	readonly #years: number;

	constructor(years: number) {
		this.#years = years;
	}

	add(figure: string, part: string | null, pence: readonly (bigint | null)[], sign = 1n): void {
		for (const name of part === null ? [figure] : [figure, `${figure}/${part}`]) {
			const so = this.#sums.get(name) ?? new Array<bigint>(this.#years).fill(0n);
			this.#sums.set(
				name,
				so.map((value, y) => {
					const own = pence[y] ?? null;
					return value === null || own === null ? null : value + sign * own;
				})
			);
		}
	}

	get(figure: string): readonly (bigint | null)[] {
		return this.#sums.get(figure) ?? new Array<bigint>(this.#years).fill(0n);
	}

	all(): ReadonlyMap<string, readonly (bigint | null)[]> {
		return this.#sums;
	}
}

function moneyOf(own: Result, nothing: Result): Figures['money'] {
	const ledger = new Ledger(own.world.years);
	for (const { figure, part, pence } of own.lines) ledger.add(figure, part, pence);
	for (const part of COST) {
		const pence = ledger.get(`cost.${part}`);
		ledger.add('cost.total', part, pence);
		ledger.add('net.total', part, pence);
	}
	ledger.add('net.total', 'income', ledger.get('income.total'), -1n);
	ledger.add('net.total', 'funding', ledger.get('funding.total'), -1n);

	const targetOf = (line: Line) =>
		own.world
			.ids('savingsTargets')
			.find((id) =>
				(find(own.world.written('savingsTargets', id), 'headings') as readonly string[]).includes(
					line.heading ?? ''
				)
			) ?? 'outside';
	const there = new Map(nothing.lines.map((line) => [line.id, line]));
	const here = new Set(own.lines.map(({ id }) => id));
	const pairs = [
		...own.lines.map((line) => ({ line, pence: differenceOf(line, there.get(line.id)) })),
		...nothing.lines
			.filter(({ id }) => !here.has(id))
			.map((line) => ({ line, pence: differenceOf(undefined, line) }))
	];
	// What is dearer than doing nothing saves and avoids less; what plans are avoided is the other way round.
	for (const { line, pence } of pairs) {
		const { figure, part } = line;
		if (SAVING.includes(figure.slice('cost.'.length)))
			ledger.add('savings.identified', targetOf(line), pence, -1n);
		if (figure === 'cost.placements') {
			ledger.add('avoidance.gross', part, pence, -1n);
			ledger.add('avoidance.net', 'placements', pence, -1n);
			if (line.id.endsWith('/external') || line.id.endsWith('/fixed'))
				ledger.add('avoidance.cashable', part, pence, -1n);
		}
		if (figure === 'avoidance.plans') ledger.add('avoidance.net', 'plans', pence);
		if (figure === 'cost.earlyHelp' || figure === 'cost.interventions')
			ledger.add('avoidance.net', 'early-help', pence, -1n);
	}
	return ledger.all();
}

const countOf = (value: Fraction) => (isWaiting(value) ? null : double(value));

function countsOf(own: Result): Figures['counts'] {
	const { world, care, plans, reach } = own;
	const counts = new Map<string, (number | null)[]>();
	const years = Array.from({ length: world.years }, (_, y) => y);
	const add = (figure: string, part: string, values: readonly (number | null)[]) => {
		for (const name of [figure, `${figure}/${part}`]) {
			const so = counts.get(name) ?? years.map(() => 0);
			counts.set(
				name,
				so.map((value, y) => {
					const one = values[y] ?? null;
					return value === null || one === null ? null : value + one;
				})
			);
		}
	};
	for (const field of ['heads', 'fte'] as const)
		for (const { team, values } of staffCounts(world, field))
			add(`staffing.${field}`, team, values.map(countOf));
	for (const { building, values } of openCounts(world)) add('estate.open', building, values);
	for (const { service, area, demand, capacity, served } of reach) {
		const part = `${service}/${area}`;
		const year = (series: readonly Fraction[]) => years.map((y) => countOf(yearOf(series, y)));
		const minus = (a: readonly Fraction[], b: readonly Fraction[]) =>
			a.map((value, m) => less(value, b[m] ?? whole(0)));
		add('capacity.demand', part, year(demand));
		add('capacity.total', part, year(capacity));
		add('capacity.served', part, year(served));
		add('capacity.unmet', part, year(minus(demand, served)));
		add('capacity.spare', part, year(minus(capacity, served)));
	}
	for (const { band } of BANDS)
		for (const type of world.ids('placementTypes')) {
			const part = `${band}/${type}`;
			const of = (m: number, field: keyof MonthOfCare) => care.months[m]?.get(part)?.[field] ?? NaN;
			const settled = (values: readonly number[]) =>
				care.trace === null ? values : years.map(() => null);
			const overYear = (field: keyof MonthOfCare) =>
				years.map((y) =>
					Array.from({ length: 12 }, (_, m) => of(12 * y + m, field)).reduce((a, b) => a + b)
				);
			const inMarch = settled(years.map((y) => of(12 * y + 11, 'children')));
			add('care.children', part, inMarch);
			add('care.childrenByType', type, inMarch);
			add('care.entries', part, settled(overYear('entries')));
			add('care.exits', part, settled(overYear('exits')));
			add('care.childDays', part, settled(overYear('childDays')));
		}
	for (const { type, all, inHouse, external } of own.placements.weeks) {
		add('care.childWeeks', type, all.map(countOf));
		add('care.inHouse', type, inHouse.map(countOf));
		add('care.external', type, external.map(countOf));
	}
	for (const { id, months } of plans) add('plans.monthsAvoided', id, months.map(countOf));
	add(
		'care.calibration',
		'factor',
		years.map(() => countOf(calibration(world)))
	);
	return counts;
}

/** Every scenario of a council's file, worked out with or without its packs, and the council without changes. */
export function resultsOf(
	file: CouncilFile,
	packs: boolean
): { readonly nothing: Result; readonly own: ReadonlyMap<string, Result> } {
	const under = (changes: readonly Change[]) => worldOf(file, changes, packs);
	const nothing = compute(under([]), null);
	return {
		nothing,
		own: new Map(
			file.scenarios.map(({ id, changes }) => [
				id,
				changes.some(({ on }) => on) ? compute(under(changes), nothing) : nothing
			])
		)
	};
}

/** Every scenario of a council's file, computed with or without its packs; the first is the one without changes. */
export function figuresOf(file: CouncilFile, packs: boolean): ReadonlyMap<string, Figures> {
	const { nothing, own: results } = resultsOf(file, packs);
	return new Map(
		[...results].map(([id, own]) => {
			const inexact = own.lines.filter(({ figure }) =>
				['cost.placements', 'cost.interventions', 'avoidance.plans'].includes(figure)
			);
			return [
				id,
				{
					money: moneyOf(own, nothing),
					counts: countsOf(own),
					close: inexact.filter(({ nearestHalf }) => nearestHalf < TOO_CLOSE).map((one) => one.id)
				}
			];
		})
	);
}
