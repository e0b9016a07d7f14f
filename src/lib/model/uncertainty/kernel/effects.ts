import { tableOf } from '../../earlyHelp/basis';
import { isSameHelp, type Effect } from '../../earlyHelp/effects';
import { effectTerm, type EffectOutcome } from '../../earlyHelp/outcomes';
import type { Timed } from '../../ledger/line';
import type { Intervention } from '../../records/intervention';
import type { Run } from '../../run/run';
import { inDraw, minus, over, plus, sumOf, sumOfProducts, times, type Column } from '../column';
import type { DrawnDelivery } from './capacity';
import type { Reader } from './reader';

/** What an intervention brings about month by month in all draws, against the run without changes. */
export interface DrawnEffect {
	readonly effect: Effect;
	readonly amount: readonly Column[];
}

/** A run and what its services deliver in all draws. */
export interface DrawnSide {
	readonly run: Run;
	readonly deliveries: readonly DrawnDelivery[];
}

/** The effects of all interventions of a run in all draws. */
export function drawnEffects(
	here: DrawnSide,
	nothing: DrawnSide,
	reader: Reader
): readonly DrawnEffect[] {
	return here.run.effects.list.map((effect) => {
		const { intervention } = effect;
		const more = moreByServed(effect, here, nothing, reader);
		const lag = reader.read(intervention.lagMonths, `${effect.ref}.lagMonths`, []);
		const spread = reader.read(intervention.spreadMonths, `${effect.ref}.spreadMonths`, []);
		return { effect, amount: delayed(more, lag, spread) };
	});
}

function moreByServed(
	{ ref, intervention, outcome }: Effect,
	here: DrawnSide,
	nothing: DrawnSide,
	reader: Reader
): readonly Column[] {
	const helpOf = ({ run }: DrawnSide): Timed<Intervention> | undefined =>
		run.records.interventions.find((timed) => timed.ref === ref);
	const [help, before] = [helpOf(here), helpOf(nothing)];
	const isSame =
		help !== undefined && isSameHelp(help, before, here.run.records, nothing.run.records);
	const own = help === undefined ? [] : byMonth(help, outcome, here.run, reader);
	const without =
		isSame || before === undefined ? own : byMonth(before, outcome, nothing.run, reader);
	const parts = Array.from({ length: here.run.context.years * 12 }, (): [Column, Column][] => []);
	for (const delivery of here.deliveries) {
		if (delivery.service !== intervention.service) continue;
		const other = nothing.deliveries.find(
			({ service, area }) => service === delivery.service && area === delivery.area
		);
		// Where service and help are the same on both sides nothing comes about, also where nobody knows how much.
		if (isSame && delivery === other) continue;
		for (const [m, part] of parts.entries()) {
			const [served, instead] = [delivery.served[m] ?? NaN, other?.served[m] ?? 0];
			if (isSame) part.push([minus(served, instead), own[m] ?? 0]);
			else {
				part.push([served, own[m] ?? 0]);
				if (before !== undefined) part.push([times(-1, instead), without[m] ?? 0]);
			}
		}
	}
	return parts.map(sumOfProducts);
}

/** What each family served in a month brings about, by the versions of the help that hold in it. */
function byMonth(
	{ versions }: Timed<Intervention>,
	outcome: EffectOutcome,
	run: Run,
	reader: Reader
): readonly Column[] {
	const each = Array.from({ length: run.context.years * 12 }, (): Column => 0);
	for (const { content, weights, changes } of versions) {
		if (content === null || weights.every((weight) => weight === 0)) continue;
		const table = tableOf(content, run.records);
		const term = effectTerm(content, outcome, table, changes);
		const amount = reader.term(term, run.context, (name, inputRef) =>
			name === 'correction' ? reader.read(term.values[name], inputRef, 'all') : null
		);
		weights.forEach((weight, m) => {
			if (weight !== 0) each[m] = plus(each[m] ?? 0, times(weight, amount));
		});
	}
	return each;
}

/** When it comes about: after the lag, spread evenly; in each draw by its own where these are random. */
function delayed(more: readonly Column[], lag: Column, spread: Column): readonly Column[] {
	if (typeof lag === 'number' && typeof spread === 'number')
		return more.map((_, month) => {
			if (Number.isNaN(lag + spread)) return NaN;
			const within: Column[] = [];
			for (let back = lag; back < lag + spread; back++) within.push(more[month - back] ?? 0);
			return over(sumOf(within), spread);
		});
	const size = typeof lag === 'number' ? (spread as Float64Array).length : lag.length;
	return more.map((_, month) =>
		new Float64Array(size).map((_own, draw) => {
			const [start, width] = [inDraw(lag, draw), inDraw(spread, draw)];
			let total = 0;
			for (let back = start; back < start + width; back++)
				total += inDraw(more[month - back] ?? 0, draw);
			return total / width;
		})
	);
}

/** Children who enter each state in a month after early help: help takes shares of what the others left, cuts add up. */
export function afterEffects(expected: Column, effects: readonly Column[]): Column {
	if (isOne(expected) && effects.every(isOne)) return enteringInDraw(expected, effects);
	const size = [expected, ...effects].find((own) => typeof own !== 'number')?.length ?? 0;
	const draws = new Float64Array(size);
	const own = new Array<number>(effects.length);
	for (let draw = 0; draw < size; draw++) {
		for (let i = 0; i < effects.length; i++) own[i] = inDraw(effects[i] ?? 0, draw);
		draws[draw] = enteringInDraw(inDraw(expected, draw), own);
	}
	return draws;
}

const isOne = (column: Column): column is number => typeof column === 'number';

function enteringInDraw(children: number, effects: readonly number[]): number {
	if (children === 0) return 0;
	let left = children;
	let added = 0;
	for (const avoided of effects)
		if (avoided <= 0) added -= avoided;
		else left *= 1 - Math.min(avoided, children) / children;
	return left + added;
}
