import {
	backtestCare,
	dayText,
	lastKnownDay,
	type Backtest,
	type BacktestScore,
	type CleanReturn,
	type ReturnFilters,
	type ReturnRows,
	type Window
} from '../../lib/model';
import { table } from '../tables';
import { Refusal } from './refusal';

const MOST_YEARS = 3;
const CHILD_PLACES = 1;
const PERCENT = 100;

/** Scores both methods on the last years of a return, as lines of JSON or as tables. */
export function backtest(
	rows: ReturnRows,
	{ from }: CleanReturn,
	filters: ReturnFilters,
	window: Window,
	yearsText: string | undefined,
	json: boolean
): readonly string[] {
	const years = yearsOf(yearsText);
	const most = Math.max(...years);
	// A year at least to take rates from; the return itself begins on a first of April.
	if (window.from < from || lastKnownDay(window.to, most + 1) < window.from - 1)
		throw new Refusal(
			`from ${dayText(window.from)} to ${dayText(window.to)} there is no year left to take rates from once ${most} are held back; choose an earlier --from or fewer --years`
		);
	const result = backtestCare({ rows, filters, window, years });
	return json ? [JSON.stringify(backtestJson(result, window), null, 1)] : backtestTable(result);
}

/** '2' is the last two years; '1..3' is each number of years from one to three. */
function yearsOf(text = '1'): readonly number[] {
	const match = /^([1-9])(?:\.\.([1-9]))?$/.exec(text);
	const [first, last] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
	if (match === null || last < first || last > MOST_YEARS)
		throw new Refusal(`--years: '${text}' is not 1, 2 or 3 years; for each of them write 1..3`);
	return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function backtestJson({ cuts, scores }: Backtest, window: Window) {
	return {
		from: dayText(window.from),
		to: dayText(window.to),
		scores,
		cuts: cuts.map(({ years, known, scores: own, points }) => ({
			years,
			known: dayText(known),
			scores: own,
			points: points.map((point) => ({ ...point, day: dayText(point.day) }))
		}))
	};
}

function backtestTable({ cuts, scores }: Backtest): readonly string[] {
	const held = cuts.map(({ years, known }) => `${years} (known up to ${dayText(known)})`);
	return [
		`Years held back: ${held.join(', ')}; in children, at the ends of quarters`,
		...table([
			['', 'method', 'figures', 'mean error', 'bias', 'root mean square', 'in the 80 % band'],
			...scores.filter(({ dates }) => dates === 'quarterEnds').map(scoreRow)
		])
	];
}

function scoreRow(score: BacktestScore): readonly string[] {
	const shown = (value: number): string => value.toFixed(CHILD_PLACES);
	return [
		score.group,
		score.method,
		String(score.figures),
		shown(score.meanAbsoluteError),
		shown(score.bias),
		shown(score.rootMeanSquareError),
		`${(score.coverage * PERCENT).toFixed(0)} %`
	];
}
