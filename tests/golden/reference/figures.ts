import {
	changeLines,
	fundingLines,
	headingLines,
	interventionLines,
	targetLines
} from './accounts';
import { effectsOf, entriesWithHelp, goingWithHelp, plansWithHelp } from './avoided';
import { contractLines } from './bought';
import { BANDS, careOf, type Care, type MonthOfCare } from './children';
import { find, worldOf, type Change, type CouncilFile, type World, word } from './council';
import { buildingLines, openCounts } from './estate';
import { double, less, sum, whole, type Fraction } from './fraction';
import type { Line } from './lines';
import { calibration, placementsOf, type Placements } from './placed';
import { reachOf, servedIn, yearOf, type Reach } from './reach';
import { staffCounts, staffLines } from './staff';

/** Every figure of one scenario by its id: money in pence, counts in their own unit, by year. */
export interface Figures {
	readonly money: ReadonlyMap<string, readonly bigint[]>;
	readonly counts: ReadonlyMap<string, readonly number[]>;
	/** Lines that come within a ten-thousandth of a penny of a half penny and are not exact. */
	readonly close: readonly string[];
}

interface Result {
	readonly world: World;
	readonly reach: readonly Reach[];
	readonly care: Care;
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

function compute(file: CouncilFile, changes: readonly Change[], nothing: Result | null): Result {
	const world = worldOf(file, changes);
	const helpServices = [
		...new Set(
			world.ids('interventions').map((id) => word(world.written('interventions', id), 'service'))
		)
	];
	const reach = reachOf(world);
	const effects = effectsOf(world, reach, nothing?.reach ?? reach);
	const care = careOf(world, entriesWithHelp(world, effects), goingWithHelp(effects));
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
	return { world, reach, care, plans, placements, lines };
}

/** Adds series up by name, and each of them into the figure that the name starts with. */
class Ledger {
	readonly #sums = new Map<string, bigint[]>();
	readonly #years: number;

	constructor(years: number) {
		this.#years = years;
	}

	add(figure: string, part: string | null, pence: readonly bigint[], sign = 1n): void {
		for (const name of part === null ? [figure] : [figure, `${figure}/${part}`]) {
			const so = this.#sums.get(name) ?? new Array<bigint>(this.#years).fill(0n);
			this.#sums.set(
				name,
				so.map((value, y) => value + sign * (pence[y] ?? 0n))
			);
		}
	}

	get(figure: string): readonly bigint[] {
		return this.#sums.get(figure) ?? new Array<bigint>(this.#years).fill(0n);
	}

	all(): ReadonlyMap<string, readonly bigint[]> {
		return this.#sums;
	}
}

function moneyOf(own: Result, nothing: Result): ReadonlyMap<string, readonly bigint[]> {
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
	const sides = [
		{ lines: own.lines, sign: -1n },
		{ lines: nothing.lines, sign: 1n }
	];
	for (const { lines, sign } of sides)
		for (const line of lines) {
			const { figure, part, pence } = line;
			if (SAVING.includes(figure.slice('cost.'.length)))
				ledger.add('savings.identified', targetOf(line), pence, sign);
			if (figure === 'cost.placements') {
				ledger.add('avoidance.gross', part, pence, sign);
				ledger.add('avoidance.net', 'placements', pence, sign);
				if (line.id.endsWith('/external') || line.id.endsWith('/fixed'))
					ledger.add('avoidance.cashable', part, pence, sign);
			}
			// What plans are avoided is measured against doing nothing already.
			if (figure === 'avoidance.plans') ledger.add('avoidance.net', 'plans', pence, -sign);
			if (figure === 'cost.earlyHelp' || figure === 'cost.interventions')
				ledger.add('avoidance.net', 'early-help', pence, sign);
		}
	return ledger.all();
}

function countsOf(own: Result): ReadonlyMap<string, readonly number[]> {
	const { world, care, plans, reach } = own;
	const counts = new Map<string, number[]>();
	const years = Array.from({ length: world.years }, (_, y) => y);
	const add = (figure: string, part: string, values: readonly number[]) => {
		for (const name of [figure, `${figure}/${part}`]) {
			const so = counts.get(name) ?? years.map(() => 0);
			counts.set(
				name,
				so.map((value, y) => value + (values[y] ?? 0))
			);
		}
	};
	for (const field of ['heads', 'fte'] as const)
		for (const { team, values } of staffCounts(world, field))
			add(`staffing.${field}`, team, values.map(double));
	for (const { building, values } of openCounts(world)) add('estate.open', building, values);
	for (const { service, area, demand, capacity, served } of reach) {
		const part = `${service}/${area}`;
		const year = (series: readonly Fraction[]) => years.map((y) => double(yearOf(series, y)));
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
			const of = (m: number, field: keyof MonthOfCare) => care[m]?.get(part)?.[field] ?? NaN;
			const overYear = (field: keyof MonthOfCare) =>
				years.map((y) =>
					Array.from({ length: 12 }, (_, m) => of(12 * y + m, field)).reduce((a, b) => a + b)
				);
			const inMarch = years.map((y) => of(12 * y + 11, 'children'));
			add('care.children', part, inMarch);
			add('care.childrenByType', type, inMarch);
			add('care.entries', part, overYear('entries'));
			add('care.exits', part, overYear('exits'));
			add('care.childDays', part, overYear('childDays'));
		}
	for (const { type, all, inHouse, external } of own.placements.weeks) {
		add('care.childWeeks', type, all.map(double));
		add('care.inHouse', type, inHouse.map(double));
		add('care.external', type, external.map(double));
	}
	for (const { id, months } of plans) add('plans.monthsAvoided', id, months.map(double));
	add(
		'care.calibration',
		'factor',
		years.map(() => double(calibration(world)))
	);
	return counts;
}

/** Every scenario of a council's file, computed; the first is the one without changes. */
export function figuresOf(file: CouncilFile): ReadonlyMap<string, Figures> {
	const nothing = compute(file, [], null);
	return new Map(
		file.scenarios.map(({ id, changes }) => {
			const own = changes.some(({ on }) => on) ? compute(file, changes, nothing) : nothing;
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
