import { find, number, type Entry, type World, word } from './council';
import { exponential, type Matrix } from './exponential';
import { below, double, less, over, per, sum, times, whole, ZERO, type Fraction } from './fraction';
import { daysIn, daysOfYear, label } from './prices';

/** Age bands with the months of age at which each starts and the next one does. */
export const BANDS: readonly {
	readonly band: string;
	readonly from: number;
	readonly to: number;
}[] = [
	{ band: 'under-1', from: 0, to: 12 },
	{ band: '1-4', from: 12, to: 60 },
	{ band: '5-9', from: 60, to: 120 },
	{ band: '10-15', from: 120, to: 192 },
	{ band: '16-17', from: 192, to: 216 }
];

const OLDEST = 215;

/** What happens in one month to the children of one band and placement type. */
export interface MonthOfCare {
	entries: number;
	exits: number;
	childDays: number;
	/** On the first day of the next month. */
	children: number;
}

/** Children in care. */
export interface Care {
	/** Month by month, by 'band/type'. */
	readonly months: readonly ReadonlyMap<string, MonthOfCare>[];
	/** What they wait for up to a month, where they wait for anything: one blank is enough for all of them. */
	readonly trace: ((month: number) => bigint) | null;
}

function flows(world: World, flow: string): readonly Entry[] {
	if (
		world.changes.some(({ edits }) =>
			edits.some(({ record }) => typeof record === 'string' && record.startsWith('careFlows/'))
		)
	)
		throw new Error('a change of the flows of children is not covered here');
	return world.before('careFlows').filter((record) => record['flow'] === flow);
}

/** Days from 1 April of the first year to a date. */
function daysTo(date: string, first: number): Fraction {
	const start = Date.UTC(first, 3, 1);
	return whole(Math.round((Date.parse(`${date}T00:00:00Z`) - start) / 86_400_000));
}

/** Children in care on 1 April of the first year, on the straight line between the dated totals around it. */
function openingChildren(world: World): Fraction {
	const stocks = flows(world, 'stock')
		.map((record) => ({
			at: daysTo(word(record, 'date'), world.first),
			children: number(record, 'children')
		}))
		.toSorted((a, b) => (below(a.at, b.at) ? -1 : 1));
	const before = stocks.filter(({ at }) => !below(ZERO, at)).at(-1);
	const after = stocks.find(({ at }) => below(ZERO, at));
	if (before === undefined || after === undefined) {
		const nearest = before ?? after;
		if (nearest === undefined) throw new Error('there is no dated total');
		return nearest.children;
	}
	const along = per(less(ZERO, before.at), less(after.at, before.at));
	return sum(before.children, times(along, less(after.children, before.children)));
}

/** The share of all children in care who are of a band and type. */
export function shareOf(world: World, band: string, type: string): Fraction {
	return sum(
		...flows(world, 'share')
			.filter((record) => record['band'] === band && record['type'] === type)
			.map((record) => number(record, 'share'))
	);
}

/** Children who come into care in a month by band and type, before early help changes it. */
export function expectedEntries(world: World, month: number): ReadonlyMap<string, number> {
	const y = Math.floor(month / 12);
	const start = world.first + y;
	const result = new Map<string, number>();
	for (const record of flows(world, 'entries')) {
		let yearly =
			record['basis'] === 'perYear'
				? double(number(record, 'childrenPerYear'))
				: double(
						times(
							number(record, 'ratePerThousand'),
							number(record, `population.${label(start)}`),
							over(1n, 1000n)
						)
					);
		if (find(record, 'trend') !== undefined)
			for (let k = 0; k < y; k++) yearly *= 1 + double(number(record, 'trend'));
		const key = `${word(record, 'band')}/${word(record, 'type')}`;
		const monthly = (yearly * daysIn(month, world.first)) / daysOfYear(start);
		result.set(key, (result.get(key) ?? 0) + monthly);
	}
	return result;
}

/** Children of a band and type who leave care, or move to another type, in a month because of help; negative: who no longer do. */
export interface Going {
	readonly band: string;
	readonly from: string;
	/** The type they move to; null where they leave care. */
	readonly to: string | null;
	readonly children: number;
}

/** One way out of a placement type [per child-day]. */
interface Way {
	readonly from: string;
	readonly to: string | null;
	readonly perDay: number;
}

function waysOf(world: World, band: string): readonly Way[] {
	const inBand = (flow: string) => flows(world, flow).filter((record) => record['band'] === band);
	return [
		...inBand('exits').map((record) => ({
			from: word(record, 'type'),
			to: null,
			perDay: double(number(record, 'ratePerDay'))
		})),
		...inBand('moves').map((record) => ({
			from: word(record, 'from'),
			to: word(record, 'to'),
			perDay: double(number(record, 'ratePerDay'))
		}))
	];
}

/**
 * The ways out of a band's types once help opens or narrows them: the children wanted, over the child-days that there
 * would be without it; no more children than could go, and no way narrower than closed.
 */
function waysWithHelp(
	ways: readonly Way[],
	going: readonly Going[],
	could: (type: string) => { readonly children: number; readonly childDays: number }
): readonly Way[] {
	const more = new Map<string, Way>();
	for (const { from } of going) {
		const own = going.filter((one) => one.from === from);
		const { children, childDays } = could(from);
		if (childDays === 0) continue;
		const drawn = own.reduce((total, one) => total + Math.max(0, one.children), 0);
		const part = drawn > children ? children / drawn : 1;
		for (const { to } of own) {
			const here = own.filter((one) => one.to === to);
			const open = ways.filter((way) => way.from === from && way.to === to);
			const usual = open.reduce((total, { perDay }) => total + perDay, 0) * childDays;
			const up = here.reduce((total, one) => total + Math.max(0, one.children), 0) * part;
			const down = here.reduce((total, one) => total + Math.max(0, -one.children), 0);
			more.set(`${from} ${to ?? ''}`, {
				from,
				to,
				perDay: (up - Math.min(down, usual)) / childDays
			});
		}
	}
	return [...ways, ...more.values()];
}

/**
 * What a month does to a band: a block matrix over (children, entries, child-months, exits), each by type, whose
 * exponential holds the month's outcome. Entries stay what they are and feed the children; children feed the rest.
 */
function monthMatrix(ways: readonly Way[], types: readonly string[], days: number): Matrix {
	const n = types.length;
	const rate = (from: string, to: string | null) =>
		days *
		ways
			.filter((way) => way.from === from && way.to === to)
			.reduce((total, { perDay }) => total + perDay, 0);
	const rows = Array.from({ length: 4 * n }, () => new Array<number>(4 * n).fill(0));
	const add = (row: number, column: number, value: number) => {
		const cells = rows[row];
		if (cells !== undefined) cells[column] = (cells[column] ?? 0) + value;
	};
	types.forEach((type, i) => {
		const leaving = rate(type, null);
		add(i, i, -leaving);
		add(3 * n + i, i, leaving);
		add(i, n + i, 1);
		add(2 * n + i, i, 1);
		types.forEach((other, j) => {
			const moving = rate(type, other);
			add(i, i, -moving);
			add(j, i, moving);
		});
	});
	return exponential(rows);
}

/** What comes of children at the start of a month and entries during it. */
function outcomeOf(matrix: Matrix, start: readonly number[]): readonly number[] {
	return matrix.map((row) => start.reduce((value, x, k) => value + x * (row[k] ?? 0), 0));
}

/** Shares of a band's entries by month of age: even, but half of the under-1s in their first month. */
function ageShare(from: number, to: number, age: number): number {
	if (from > 0) return 1 / (to - from);
	return age === 0 ? 0.5 : 0.5 / (to - 1);
}

/** Children in care through the whole horizon: who comes in each month by band and type, and who goes because of help. */
export function careOf(
	world: World,
	entriesIn: (month: number) => ReadonlyMap<string, number>,
	goingIn: (month: number) => readonly Going[]
): Care['months'] {
	const types = world.ids('placementTypes');
	const n = types.length;
	const total = double(openingChildren(world));
	let cells = BANDS.flatMap(({ band, from, to }) =>
		Array.from({ length: to - from }, () =>
			types.map((type) => (total * double(shareOf(world, band, type))) / (to - from))
		)
	);
	const matrices = new Map<string, Matrix>();
	const result: ReadonlyMap<string, MonthOfCare>[] = [];
	for (let month = 0; month < 12 * world.years; month++) {
		const days = daysIn(month, world.first);
		const coming = entriesIn(month);
		const outcome = new Map<string, MonthOfCare>();
		const older: number[][] = [];
		for (const { band, from, to } of BANDS) {
			const key = `${band} ${days}`;
			const usual = matrices.get(key) ?? monthMatrix(waysOf(world, band), types, days);
			matrices.set(key, usual);
			const tally = types.map((type) => {
				const one = {
					entries: coming.get(`${band}/${type}`) ?? 0,
					exits: 0,
					childDays: 0,
					children: 0
				};
				outcome.set(`${band}/${type}`, one);
				return one;
			});
			const going = goingIn(month).filter((one) => one.band === band);
			const together = types.map((_, i) =>
				cells.slice(from, to).reduce((all, cell) => all + (cell[i] ?? 0), 0)
			);
			const arriving = tally.map(({ entries }) => entries);
			const without = outcomeOf(usual, [...together, ...arriving]);
			const could = (type: string) => {
				const i = types.indexOf(type);
				return {
					children: (together[i] ?? 0) + (arriving[i] ?? 0),
					childDays: days * (without[2 * n + i] ?? 0)
				};
			};
			const matrix =
				going.length === 0
					? usual
					: monthMatrix(waysWithHelp(waysOf(world, band), going, could), types, days);
			for (let age = from; age < to; age++) {
				const share = ageShare(from, to, age);
				const start = [...(cells[age] ?? []), ...tally.map(({ entries }) => entries * share)];
				const end = outcomeOf(matrix, start);
				older.push(end.slice(0, n));
				tally.forEach((one, i) => {
					one.childDays += days * (end[2 * n + i] ?? 0);
					one.exits += (end[3 * n + i] ?? 0) + (age === OLDEST ? (end[i] ?? 0) : 0);
				});
			}
		}
		// A birthday a month: everyone moves up one cell, and who was in the last one has turned 18.
		cells = [types.map(() => 0), ...older.slice(0, OLDEST)];
		for (const { band, from, to } of BANDS)
			types.forEach((type, i) => {
				const one = outcome.get(`${band}/${type}`);
				if (one !== undefined)
					one.children = cells.slice(from, to).reduce((all, cell) => all + (cell[i] ?? 0), 0);
			});
		result.push(outcome);
	}
	return result;
}
