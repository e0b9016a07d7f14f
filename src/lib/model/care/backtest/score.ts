import type { DayNumber } from '../../calendar/days';
import type { DailyCategory } from '../daily/states';
import type { ReturnType } from '../estimate/types';

/** What a forecast is scored by: all children, a placement type (continuous method alone), or a category of the daily method. */
export type ScoreGroup = 'all' | ReturnType | DailyCategory;

/** A method whose forecasts are scored. */
export type ScoredMethod = 'continuous' | 'daily';

/** A forecast of the children of a group on a day that was held back, and how many there were. */
export interface BacktestPoint {
	readonly method: ScoredMethod;
	readonly group: ScoreGroup;
	readonly day: DayNumber;
	/** Whether the day is a whole number of years after the last that the forecast knew. */
	readonly isYearEnd: boolean;
	/** Children in care at the day's end. */
	readonly actual: number;
	/** Expected children, and the ends of the 80 % band. */
	readonly mean: number;
	readonly p10: number;
	readonly p90: number;
}

/** How near a method's forecasts of a group were, in children. */
export interface BacktestScore {
	readonly method: ScoredMethod;
	readonly group: ScoreGroup;
	readonly dates: 'yearEnds' | 'quarterEnds';
	/** How many figures were compared. */
	readonly figures: number;
	/** Mean of what was forecast less what there was, whatever its sign. */
	readonly meanAbsoluteError: number;
	/** Mean of what was forecast less what there was: above 0 where too many were. */
	readonly bias: number;
	readonly rootMeanSquareError: number;
	/** Share of the figures inside the 80 % band. */
	readonly coverage: number;
}

/** Scores forecasts by method and group, at the ends of years and of quarters (which have the years' among them). */
export function scoresOf(points: readonly BacktestPoint[]): readonly BacktestScore[] {
	const scored = new Map<string, BacktestPoint[]>();
	for (const point of points) {
		const key = `${point.method} ${point.group}`;
		const own = scored.get(key);
		if (own === undefined) scored.set(key, [point]);
		else own.push(point);
	}
	return [...scored.values()].flatMap((own) => [
		...scoreOf(
			own.filter(({ isYearEnd }) => isYearEnd),
			'yearEnds'
		),
		...scoreOf(own, 'quarterEnds')
	]);
}

function scoreOf(
	points: readonly BacktestPoint[],
	dates: BacktestScore['dates']
): readonly BacktestScore[] {
	const [first] = points;
	if (first === undefined) return [];
	const { method, group } = first;
	const average = (of: (point: BacktestPoint) => number): number =>
		points.reduce((sum, point) => sum + of(point), 0) / points.length;
	const errorOf = ({ mean, actual }: BacktestPoint): number => mean - actual;
	return [
		{
			method,
			group,
			dates,
			figures: points.length,
			meanAbsoluteError: average((point) => Math.abs(errorOf(point))),
			bias: average(errorOf),
			rootMeanSquareError: Math.sqrt(average((point) => errorOf(point) ** 2)),
			coverage: average(({ p10, actual, p90 }) => (p10 <= actual && actual <= p90 ? 1 : 0))
		}
	];
}
