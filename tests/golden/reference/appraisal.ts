import { find, number, text, type CouncilFile, type Entry, type Json, word } from './council';
import { resultsOf, type Result } from './figures';
import {
	double,
	less,
	ONE,
	over,
	per,
	rounded,
	sum,
	times,
	whole,
	ZERO,
	type Fraction
} from './fraction';
import type { Line } from './lines';
import { uplift, yearStart } from './prices';

/** An appraisal against changing nothing, as text: rows by year in one line, and present values, all in pounds. */
export type Appraised = Readonly<Record<string, string>>;

const PENCE = 2;
const pennies = (pounds: Fraction): bigint => rounded(pounds, PENCE);
const pounds = (pence: bigint): Fraction => over(pence, 100n);
const plus = (a: readonly bigint[], b: readonly bigint[], sign = 1n): readonly bigint[] =>
	a.map((value, y) => value + sign * (b[y] ?? 0n));

/** Pence as pounds: -1230n is '-12.30'. */
function written(pence: bigint): string {
	const digits = (pence < 0n ? -pence : pence).toString().padStart(3, '0');
	return `${pence < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** What falls in each part of a row, by year. */
class Row {
	readonly parts = new Map<string, readonly bigint[]>();
	readonly #years: number;

	constructor(years: number) {
		this.#years = years;
	}

	add(part: string, pence: readonly bigint[]): void {
		if (pence.every((one) => one === 0n)) return;
		this.parts.set(part, plus(this.part(part), pence));
	}

	part(part: string): readonly bigint[] {
		return this.parts.get(part) ?? new Array<bigint>(this.#years).fill(0n);
	}

	all(): readonly bigint[] {
		return [...this.parts.values()].reduce((a, b) => plus(a, b), this.part(''));
	}
}

const COSTS = ['staffing', 'buildings', 'contracts', 'interventions', 'headings', 'oneOff'];

/** What differs between doing something and nothing, a line in real terms at a time: rounded on each side, then taken apart. */
class Difference {
	readonly #own: Result;
	readonly #nothing: Result;
	readonly #deflator: string;
	readonly years: readonly number[];

	constructor(own: Result, nothing: Result, deflator: string) {
		this.#own = own;
		this.#nothing = nothing;
		this.#deflator = deflator;
		this.years = Array.from({ length: own.world.years }, (_, y) => y);
	}

	/** What £1 of the first year is in a year. */
	prices(y: number): Fraction {
		const { world } = this.#own;
		return uplift(world, this.#deflator, world.first, world.first + y);
	}

	*lines(): Iterable<readonly [Line, readonly bigint[]]> {
		const there = new Map(this.#nothing.lines.map((line) => [line.id, line]));
		const real = (line: Line | undefined, y: number) =>
			pennies(per(line?.pounds[y] ?? ZERO, this.prices(y)));
		for (const line of this.#own.lines) {
			const other = there.get(line.id);
			there.delete(line.id);
			if (line !== other) yield [line, this.years.map((y) => real(line, y) - real(other, y))];
		}
		for (const line of there.values()) yield [line, this.years.map((y) => -real(line, y))];
	}

	/** What outcomes are worth: units, value, prices, attribution, and less of it each year. */
	*values(values: readonly Entry[]): Iterable<readonly [Entry, readonly bigint[]]> {
		const { world, effects } = this.#own;
		for (const value of values)
			for (const { outcome, amounts } of effects) {
				if (outcome !== word(value, 'outcome')) continue;
				const lasts = double(number(value, 'lasts'));
				const kept = less(ONE, number(value, 'dropOff'));
				const pence = this.years.map((y) => {
					let worth = ZERO;
					for (let age = 0; age < lasts && age <= y; age++) {
						const units = sum(...amounts.slice(12 * (y - age), 12 * (y - age) + 12));
						worth = sum(worth, times(units, ...Array.from({ length: age }, () => kept)));
					}
					const from = yearStart(word(value, 'priceYear'));
					const price = uplift(world, text(value, 'index'), from, world.first + y);
					return pennies(
						per(
							times(worth, number(value, 'valuePerUnit'), number(value, 'attribution'), price),
							this.prices(y)
						)
					);
				});
				yield [value, pence];
			}
	}
}

/** The part of cost that a line is, and whether it takes from cost; null for a line that is an outcome or counts nowhere. */
function costPart({ id, figure }: Line): readonly [string, bigint] | null {
	if (figure === 'cost.placements') return id.endsWith('/fixed') ? ['places', 1n] : null;
	if (figure === 'capital.spend') return [id.endsWith('/clawback') ? 'clawback' : 'capital', 1n];
	if (figure === 'capital.receipts') return ['receipts', -1n];
	if (figure === 'income.total') return ['income', -1n];
	if (figure === 'funding.total') return ['funding', -1n];
	const [family, name = ''] = figure.split('.');
	return family === 'cost' && COSTS.includes(name) ? [name, 1n] : null;
}

/** What a type of work puts on a cost that rises. */
function corrected(pence: bigint, line: Line, table: Entry | undefined): bigint {
	const works = (table === undefined ? [] : find(table, 'works')) as readonly Entry[];
	const naming = (name: string) =>
		works.find((work) => (find(work, 'figures') as readonly string[]).includes(name));
	const work = naming(`${line.figure}/${line.part}`) ?? naming(line.figure);
	if (work === undefined || pence <= 0n) return pence;
	const left = times(number(work, 'uplift'), less(ONE, number(work, 'mitigation')));
	return pennies(times(pounds(pence), sum(ONE, left)));
}

/** Splits pence by shares: the whole pence of each, then one more for the largest rests, the earlier first. */
function split(pence: bigint, shares: readonly Fraction[]): readonly bigint[] {
	const size = pence < 0n ? -pence : pence;
	const exact = shares.map((share) => times(share, over(size, 1n)));
	const floors = exact.map(({ top, bottom }) => top / bottom);
	const rests = exact.map((one, i) => double(less(one, over(floors[i] ?? 0n, 1n))));
	let left = size - floors.reduce((a, b) => a + b, 0n);
	const order = rests
		.map((rest, i) => ({ rest, i }))
		.toSorted((a, b) => b.rest - a.rest || a.i - b.i);
	const shared = [...floors];
	for (const { i } of order) {
		if (left === 0n) break;
		shared[i] = (shared[i] ?? 0n) + 1n;
		left -= 1n;
	}
	return shared.map((one) => (pence < 0n ? -one : one));
}

function placementShares(assumptions: readonly Entry[]): ReadonlyMap<string, Fraction> {
	const record = assumptions.find(
		(one) => one['use'] === 'agencyShares' && one['sharedCost'] === 'placements'
	);
	if (record === undefined) return new Map([['council', ONE]]);
	const shares = find(record, 'shares') as Readonly<Record<string, Json>>;
	return new Map(Object.keys(shares).map((agency) => [agency, number(record, `shares.${agency}`)]));
}

/** The file with every optimism correction of an effect at nought. */
function uncorrected(file: CouncilFile): CouncilFile {
	const assumptions = (file.baseline['assumptions'] ?? []).map((record) =>
		record['use'] === 'correction'
			? {
					...record,
					rows: Object.fromEntries(
						Object.keys(find(record, 'rows') ?? {}).map((grade) => [grade, '0'])
					)
				}
			: record
	);
	return { ...file, baseline: { ...file.baseline, assumptions } };
}

/** Every scenario's appraisal against changing nothing, packs on. */
export function appraisalsOf(file: CouncilFile): ReadonlyMap<string, Appraised> {
	const [plain, gross] = [file, uncorrected(file)].map((own) => resultsOf(own, true));
	if (plain === undefined || gross === undefined) throw new Error('two results were asked for');
	const deflator = file.council.deflator ?? '';
	return new Map(
		[...plain.own].map(([id, own]) => {
			const other = gross.own.get(id);
			if (other === undefined) throw new Error(`there is no ${id}`);
			return [
				id,
				appraised(
					new Difference(own, plain.nothing, deflator),
					new Difference(other, gross.nothing, deflator),
					own
				)
			];
		})
	);
}

function appraised(own: Difference, bare: Difference, { world }: Result): Appraised {
	const assumptions = world.before('assumptions');
	const settings = assumptions.find((one) => one['use'] === 'appraisal');
	if (settings === undefined) throw new Error('no assumption says how to appraise');
	const table = assumptions.find((one) => one.id === text(settings, 'costCorrection'));
	const values = assumptions.filter((one) => one['use'] === 'outcomeValue');
	const count = own.years.length;
	const rows = {
		costGross: new Row(count),
		costCorrected: new Row(count),
		benefitGross: new Row(count),
		benefitCorrected: new Row(count),
		benefitByAgency: new Row(count),
		benefitCashable: new Row(count)
	};
	let cash = new Array<bigint>(count).fill(0n) as readonly bigint[];
	for (const [line, pence] of own.lines()) {
		const cost = costPart(line);
		if (cost !== null) {
			const [part, sign] = cost;
			const signed = pence.map((one) => sign * one);
			rows.costGross.add(part, signed);
			rows.costCorrected.add(
				part,
				signed.map((one) => corrected(one, line, table))
			);
		}
		if (line.figure === 'cost.placements' && line.id.endsWith('/external'))
			cash = plus(cash, pence, -1n);
	}
	for (const [difference, row] of [
		[own, rows.benefitCorrected],
		[bare, rows.benefitGross]
	] as const) {
		for (const [line, pence] of difference.lines()) {
			if (line.figure === 'cost.placements' && costPart(line) === null)
				row.add(
					'placements',
					pence.map((one) => -one)
				);
			if (line.figure === 'avoidance.plans') row.add('plans', pence);
		}
		for (const [value, pence] of difference.values(values)) row.add(value.id, pence);
	}
	const shares = placementShares(assumptions);
	const shared = (pence: readonly bigint[]) => pence.map((one) => split(one, [...shares.values()]));
	const whole = rows.benefitCorrected.part('placements');
	const cashable = whole.map((one, y) => (one < (cash[y] ?? 0n) ? one : (cash[y] ?? 0n)));
	[...shares.keys()].forEach((agency, i) => {
		rows.benefitByAgency.add(
			agency,
			shared(whole).map((one) => one[i] ?? 0n)
		);
		if (agency === 'council')
			rows.benefitCashable.add(
				'placements',
				shared(cashable).map((one) => one[i] ?? 0n)
			);
	});
	rows.benefitByAgency.add('council', rows.benefitCorrected.part('plans'));
	for (const value of values)
		if (value['sort'] === 'fiscal') {
			const pence = rows.benefitCorrected.part(value.id);
			rows.benefitByAgency.add(word(value, 'agency'), pence);
			if (value['agency'] === 'council')
				throw new Error(`${value.id}: a value of the council's own is not covered here`);
		}
	return asText(
		rows,
		factorsOf(world.written('rules', word(settings, 'schedule')), count),
		own.years
	);
}

/** Discount factors: 1, then each year's before over 1 and the rate of the year's band. */
function factorsOf(schedule: Entry, years: number): readonly Fraction[] {
	const bands = find(schedule, 'bands') as readonly Entry[];
	const factors: Fraction[] = [ONE];
	for (let t = 1; t < years; t++) {
		const band = bands.filter((one) => double(number(one, 'fromYear')) <= t).at(-1);
		if (band === undefined) throw new Error(`no band for year ${t}`);
		factors.push(per(factors[t - 1] ?? ONE, sum(ONE, number(band, 'discountRate'))));
	}
	return factors;
}

const PERSPECTIVES = {
	council: { benefit: 'benefitCashable', without: [] },
	public: { benefit: 'benefitByAgency', without: ['funding', 'clawback'] },
	society: { benefit: 'benefitCorrected', without: ['funding', 'clawback', 'income'] }
} as const;

function asText(
	rows: Readonly<
		Record<'costCorrected' | 'benefitCashable' | 'benefitByAgency' | 'benefitCorrected', Row>
	> &
		Readonly<Record<string, Row>>,
	factors: readonly Fraction[],
	years: readonly number[]
): Appraised {
	const result: Record<string, string> = {};
	for (const [id, row] of Object.entries(rows)) {
		result[`appraisal.${id}`] = row.all().map(written).join(' ');
		for (const [part, pence] of row.parts)
			result[`appraisal.${id}/${part}`] = pence.map(written).join(' ');
	}
	const present = (pence: readonly bigint[]) =>
		pennies(sum(...pence.map((one, t) => times(pounds(one), factors[t] ?? ZERO))));
	const total = (parts: Iterable<readonly bigint[]>) =>
		[...parts].map(present).reduce((a, b) => a + b, 0n);
	for (const [perspective, { benefit, without }] of Object.entries(PERSPECTIVES)) {
		const left = [...rows.costCorrected.parts].filter(
			([part]) => !(without as readonly string[]).includes(part)
		);
		const costs = total(left.map(([, pence]) => pence));
		const benefits = total(rows[benefit].parts.values());
		const net = left.reduce((a, [, pence]) => plus(a, pence, -1n), rows[benefit].all());
		const end = (discounted: boolean) => {
			const sums = years.map((t) =>
				sum(
					...net
						.slice(0, t + 1)
						.map((one, i) => times(pounds(one), discounted ? (factors[i] ?? ZERO) : whole(1)))
				)
			);
			return sums.findLastIndex(({ top }) => top < 0n) + 1;
		};
		result[`appraisal.pvCosts/${perspective}`] = written(costs);
		result[`appraisal.pvBenefits/${perspective}`] = written(benefits);
		result[`appraisal.npsv/${perspective}`] = written(benefits - costs);
		result[`appraisal.eac/${perspective}`] = written(pennies(per(pounds(costs), sum(...factors))));
		if (costs > 0n)
			result[`appraisal.bcr/${perspective}`] = (
				Number(rounded(over(benefits, costs), 6)) / 1e6
			).toString();
		if (net.some((one) => one !== 0n)) {
			result[`appraisal.payback/${perspective}`] = `year ${end(false)}`;
			result[`appraisal.paybackDiscounted/${perspective}`] = `year ${end(true)}`;
		}
	}
	return result;
}
