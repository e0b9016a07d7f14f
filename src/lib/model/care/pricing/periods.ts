import { monthText, yearLabel } from '../../calendar/calendar';
import type { CareCosts } from './costs';

/** Stretches of time that costs are told by. */
export type Period = 'month' | 'quarter' | 'year';

const MONTHS_IN_QUARTER = 3;

/** The labels of a forecast's periods, one for each of its months: '2024-04', '2024/25 Q1', '2024/25'. */
export function periodOf({ months }: Pick<CareCosts, 'months'>, period: Period): readonly string[] {
	return months.map(({ year, month }) => {
		if (period === 'month') return monthText(month, year);
		const label = yearLabel(year);
		return period === 'year' ? label : `${label} Q${Math.floor(month / MONTHS_IN_QUARTER) + 1}`;
	});
}

/** Pence by period, in the order of time: the sum of its months; null where one of them is not known. */
export function sumByPeriod(
	pence: readonly (number | null)[],
	labels: readonly string[]
): ReadonlyMap<string, number | null> {
	const sums = new Map<string, number | null>();
	pence.forEach((value, i) => {
		const label = labels[i] ?? '';
		const sum = sums.get(label);
		sums.set(label, value === null || sum === null ? null : (sum ?? 0) + value);
	});
	return sums;
}
