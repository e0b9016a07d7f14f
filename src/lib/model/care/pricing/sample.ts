import type { Period } from './periods';

/** What a cost may come to in a period [£]. */
export interface Spread {
	readonly mean: number;
	readonly deviation: number;
	/** It is below in one of ten cases. */
	readonly p10: number;
	readonly p50: number;
	/** It is above in one of ten cases. */
	readonly p90: number;
}

/** The draws of a line: pounds by month, summed by period. */
export interface Sample {
	readonly add: (byMonth: Float64Array) => void;
	readonly spreads: () => Readonly<Record<Period, readonly (Spread | null)[]>>;
}

/** The sample of a key, begun where it is new; `labels` name the month, quarter and year of each month. */
export function sampleOf(
	samples: Map<string, Sample>,
	key: string,
	labels: readonly (readonly string[])[]
): Sample {
	const known = samples.get(key);
	if (known !== undefined) return known;
	const draws = labels.map((own) => [...new Set(own)].map((): number[] => []));
	const places = labels.map((own) => {
		const names = [...new Set(own)];
		return own.map((label) => names.indexOf(label));
	});
	const sample: Sample = {
		add: (byMonth) => {
			places.forEach((own, period) => {
				const sums = new Float64Array(draws[period]?.length ?? 0);
				byMonth.forEach((pounds, month) => {
					sums[own[month] ?? 0]! += pounds;
				});
				sums.forEach((pounds, at) => draws[period]?.[at]?.push(pounds));
			});
		},
		spreads: () => {
			const [month = [], quarter = [], year = []] = draws.map((own) => own.map(spreadOf));
			return { month, quarter, year };
		}
	};
	samples.set(key, sample);
	return sample;
}

function spreadOf(draws: readonly number[]): Spread | null {
	if (draws.some((pounds) => Number.isNaN(pounds))) return null;
	const sorted = [...draws].sort((a, b) => a - b);
	const mean = draws.reduce((sum, pounds) => sum + pounds, 0) / draws.length;
	const squares = draws.reduce((sum, pounds) => sum + (pounds - mean) ** 2, 0);
	const at = (share: number): number => {
		const place = share * (sorted.length - 1);
		const below = sorted[Math.floor(place)] ?? NaN;
		return below + (place % 1) * ((sorted[Math.ceil(place)] ?? NaN) - below);
	};
	const deviation = Math.sqrt(squares / (draws.length - 1));
	return { mean, deviation, p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}
