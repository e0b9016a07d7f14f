import type { ChartConfiguration, Plugin } from 'chart.js';
import type { Decimal } from 'decimal.js';
import { linesConfig, type LineSeries, type Scale } from './lines';
import { lookOf } from './style';

/** Where a number lies in one year: in half of all draws between p25 and p75, in 8 of 10 between p10 and p90. */
export interface Spread {
	readonly p10: Decimal;
	readonly p25: Decimal;
	readonly p75: Decimal;
	readonly p90: Decimal;
}

/** What a fan shows: lines, and the bands around the first of them by year; null where it is blocked. */
export interface FanChart {
	readonly years: readonly string[];
	readonly series: readonly LineSeries[];
	readonly bands: readonly (Spread | null)[];
	readonly write: (value: number) => string;
}

/** Fills of the two bands, the wider one lighter; their edges are drawn as well, for those who do not see the difference. */
export const BAND_COLOURS = { half: '#8FA7BE', most: '#D3DDE6' } as const;

const STEPS = [1, 2, 2.5, 5, 10];
const TICKS = 5;

/** Round limits around all that a fan draws; without zero where that is far off, for what counts is the width. */
export function fanScale({ series, bands }: Pick<FanChart, 'series' | 'bands'>): Scale {
	const values = [
		...series.flatMap(({ values: own }) => own.flatMap((value) => value?.toNumber() ?? [])),
		...bands.flatMap((band) => (band === null ? [] : [band.p10.toNumber(), band.p90.toNumber()]))
	];
	const [low, high] = [Math.min(...values), Math.max(...values)];
	if (values.length === 0 || low === high) return { min: Math.min(low, 0), max: Math.max(high, 1) };
	const rough = (high - low) / TICKS;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = (STEPS.find((factor) => factor * power >= rough) ?? 10) * power;
	return { min: Math.floor(low / step) * step, max: Math.ceil(high / step) * step };
}

/** A fan: the first line with its two bands, and others beside it. */
export function fanConfig(chart: FanChart): ChartConfiguration<'line'> {
	const { bands, ...rest } = chart;
	const lines = linesConfig({ ...rest, scale: fanScale(chart) });
	return { ...lines, plugins: [...(lines.plugins ?? []), bandsBehind(bands)] };
}

function bandsBehind(bands: readonly (Spread | null)[]): Plugin<'line'> {
	return {
		id: 'bandsBehind',
		beforeDatasetsDraw: ({ ctx, scales }) => {
			const x = (year: number): number => scales['x']?.getPixelForValue(year) ?? 0;
			const y = (value: Decimal): number => scales['y']?.getPixelForValue(value.toNumber()) ?? 0;
			const draw = (low: 'p10' | 'p25', high: 'p75' | 'p90', colour: string): void => {
				for (const run of runsOf(bands)) {
					ctx.beginPath();
					run.forEach(({ year, band }, at) => {
						if (at === 0) ctx.moveTo(x(year), y(band[high]));
						else ctx.lineTo(x(year), y(band[high]));
					});
					run.toReversed().forEach(({ year, band }) => ctx.lineTo(x(year), y(band[low])));
					ctx.closePath();
					ctx.fillStyle = colour;
					ctx.fill();
					ctx.stroke();
				}
			};
			ctx.save();
			ctx.lineWidth = 1;
			ctx.strokeStyle = lookOf(0).colour;
			draw('p10', 'p90', BAND_COLOURS.most);
			draw('p25', 'p75', BAND_COLOURS.half);
			ctx.restore();
		}
	};
}

/** Years next to each other in which the bands are known: a blocked year is a gap. */
export function runsOf<Band>(
	bands: readonly (Band | null)[]
): readonly (readonly { readonly year: number; readonly band: Band }[])[] {
	const runs: { year: number; band: Band }[][] = [];
	bands.forEach((band, year) => {
		if (band === null) return;
		const last = runs.at(-1);
		if (last?.at(-1)?.year === year - 1) last.push({ year, band });
		else runs.push([{ year, band }]);
	});
	return runs;
}
