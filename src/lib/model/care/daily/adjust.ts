import { COST_LINES, type CostLine } from './costLines';
import type { DailyEntrants, DailyRate } from './estimate';
import type { State } from './states';

/** An adjustment of a rate or of entrants: a factor where it is not 1, else so much more a day, never below 0. */
export interface Adjustment {
	readonly multiply?: number;
	readonly add?: number;
}

/** An adjustment of the rate between two states. */
export interface RateAdjustment extends Adjustment {
	readonly from: State;
	readonly to: State;
}

/** An adjustment of those who enter care in a state. */
export interface EntryAdjustment extends Adjustment {
	readonly to: State;
}

/**
 * The rates with their adjustments and, for each state, the share that stays. Where the rates out of a state would take
 * more than all its children, those that were not adjusted give way; where the adjusted ones alone do, they share.
 */
export function adjustedRates(
	rates: readonly DailyRate[],
	adjustments: readonly RateAdjustment[]
): readonly DailyRate[] {
	const byOrigin = new Map<State, DailyRate[]>();
	for (const rate of rates) {
		const own = byOrigin.get(rate.from);
		if (own === undefined) byOrigin.set(rate.from, [rate]);
		else own.push(rate);
	}
	return [...byOrigin].flatMap(([origin, own]) => {
		const moves = own.map((rate) => {
			const by = adjustments.filter(({ from, to }) => from === origin && to === rate.to);
			return {
				...rate,
				perDay: by.reduce((perDay, one) => adjusted(perDay, one), rate.perDay),
				isAdjusted: by.length > 0
			};
		});
		// With the moves inside the category, which the regional tool counts among those that give way.
		const sumOf = (isAdjusted: boolean) =>
			moves.reduce((sum, move) => (move.isAdjusted === isAdjusted ? sum + move.perDay : sum), 0);
		const [changed, unchanged] = [sumOf(true), sumOf(false)];
		const factor = (isAdjusted: boolean): number => {
			if (changed + unchanged <= 1) return 1;
			if (changed >= 1) return isAdjusted ? 1 / changed : 0;
			return isAdjusted ? 1 : (1 - changed) / unchanged;
		};
		const settled = moves.map(({ from, to, perDay, isAdjusted }) => ({
			from,
			to,
			perDay: perDay * factor(isAdjusted)
		}));
		const leaving = settled.reduce(
			(sum, { to, perDay }) => (to === origin ? sum : sum + perDay),
			0
		);
		return settled.map((rate) =>
			rate.to === origin ? { ...rate, perDay: Math.max(0, 1 - leaving) } : rate
		);
	});
}

/** The entrants with their adjustments. */
export function adjustedEntrants(
	entrants: readonly DailyEntrants[],
	adjustments: readonly EntryAdjustment[]
): readonly DailyEntrants[] {
	return entrants.map(({ to, perDay }) => ({
		to,
		perDay: adjustments
			.filter((adjustment) => adjustment.to === to)
			.reduce((value, one) => adjusted(value, one), perDay)
	}));
}

function adjusted(perDay: number, { multiply = 1, add = 0 }: Adjustment): number {
	return multiply === 1 ? Math.max(0, perDay + add) : perDay * multiply;
}

/**
 * The shares of the lines with those that a person sets: the others of the category share what is left as they did
 * before; where the set ones take all or more, or nothing else was seen, they share the whole.
 */
export function adjustedShares(
	historic: Readonly<Record<CostLine, number>>,
	set: Partial<Readonly<Record<CostLine, number>>>
): Readonly<Record<CostLine, number>> {
	return Object.fromEntries(
		COST_LINES.map(({ line, category }) => {
			const ofCategory = COST_LINES.filter((other) => other.category === category);
			if (!ofCategory.some((other) => set[other.line] !== undefined)) return [line, historic[line]];
			const sum = (value: (line: CostLine) => number) =>
				ofCategory.reduce((total, other) => total + value(other.line), 0);
			const chosen = sum((other) => set[other] ?? 0);
			const left = sum((other) => (set[other] === undefined ? historic[other] : 0));
			const own = set[line];
			if (chosen + left === 1) return [line, own ?? historic[line]];
			if (chosen >= 1 || left === 0) return [line, own === undefined ? 0 : own / chosen];
			return [line, own ?? (historic[line] * (1 - chosen)) / left];
		})
	) as Record<CostLine, number>;
}
