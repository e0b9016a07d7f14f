import type { ChartConfiguration, Plugin } from 'chart.js';
import type { Decimal } from 'decimal.js';
import { CHART_FONT, COMMON_OPTIONS, INK, lookOf, whiteBackground } from './style';

/** One line of a chart: its name and a value a year; null where the figure is blocked. */
export interface LineSeries {
	readonly label: string;
	readonly values: readonly (Decimal | null)[];
}

/** The span of a value axis, in the chart's own unit. */
export interface Scale {
	readonly min: number;
	readonly max: number;
}

/** What a chart of lines shows. */
export interface LinesChart {
	readonly years: readonly string[];
	readonly series: readonly LineSeries[];
	readonly scale: Scale;
	/** A year that is marked by a line across the chart, and what the mark says. */
	readonly mark?: { readonly at: number; readonly text: string };
	/** Writes a value of the axis, or of a point, as text. */
	readonly write: (value: number) => string;
}

const STEPS = [1, 2, 2.5, 5, 10];
const TICKS = 5;

/** Round limits that hold every value of several charts, so that they share one scale; zero is always on it. */
export function sharedScale(groups: readonly (readonly LineSeries[])[]): Scale {
	const values = groups
		.flat()
		.flatMap(({ values }) => values)
		.flatMap((value) => (value === null ? [] : [value.toNumber()]));
	const low = Math.min(0, ...values);
	const high = Math.max(0, ...values);
	if (low === high) return { min: 0, max: 1 };
	const rough = (high - low) / TICKS;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = (STEPS.find((factor) => factor * power >= rough) ?? 10) * power;
	return { min: Math.floor(low / step) * step, max: Math.ceil(high / step) * step };
}

/** Lines by financial year on one axis, each with its own colour, dash and marker. */
export function linesConfig(chart: LinesChart): ChartConfiguration<'line'> {
	return {
		type: 'line',
		data: {
			labels: [...chart.years],
			datasets: chart.series.map(({ label, values }, place) => {
				const { colour, dash, marker } = lookOf(place);
				return {
					label,
					data: values.map((value) => value?.toNumber() ?? null),
					borderColor: colour,
					backgroundColor: colour,
					borderDash: [...dash],
					borderWidth: 3,
					pointStyle: marker,
					pointRadius: 5,
					pointHoverRadius: 7,
					// A blocked year is a gap: a line drawn across it would invent a value.
					spanGaps: false
				};
			})
		},
		options: {
			...COMMON_OPTIONS,
			interaction: { mode: 'index', intersect: false },
			scales: {
				x: {
					grid: { display: false },
					ticks: { color: INK.text, font: CHART_FONT, maxRotation: 0, autoSkipPadding: 12 }
				},
				y: {
					...chart.scale,
					ticks: {
						color: INK.text,
						font: CHART_FONT,
						maxTicksLimit: TICKS + 2,
						callback: (value) => chart.write(Number(value))
					},
					grid: { color: ({ tick }) => (tick.value === 0 ? INK.zero : INK.rule) }
				}
			},
			plugins: {
				...COMMON_OPTIONS.plugins,
				tooltip: {
					callbacks: {
						label: ({ dataset, parsed }) =>
							`${dataset.label ?? ''}: ${parsed.y === null ? '' : chart.write(parsed.y)}`
					}
				}
			}
		},
		plugins: [whiteBackground, ...(chart.mark === undefined ? [] : [markLine(chart.mark)])]
	};
}

/** A dashed line at one year, with its words beside it on the side where there is room. */
function markLine({ at, text }: NonNullable<LinesChart['mark']>): Plugin<'line'> {
	return {
		id: 'markLine',
		afterDatasetsDraw: ({ ctx, chartArea, scales }) => {
			const x = scales['x']?.getPixelForValue(at) ?? chartArea.left;
			ctx.save();
			ctx.strokeStyle = INK.text;
			ctx.setLineDash([4, 4]);
			ctx.lineWidth = 2;
			ctx.beginPath();
			ctx.moveTo(x, chartArea.top);
			ctx.lineTo(x, chartArea.bottom);
			ctx.stroke();
			ctx.setLineDash([]);
			ctx.font = `${CHART_FONT.size}px ${CHART_FONT.family}`;
			ctx.textBaseline = 'top';
			ctx.textAlign = x > (chartArea.left + chartArea.right) / 2 ? 'right' : 'left';
			const side = x + (ctx.textAlign === 'right' ? -6 : 6);
			ctx.strokeStyle = '#FFFFFF';
			ctx.lineWidth = 4;
			ctx.lineJoin = 'round';
			ctx.strokeText(text, side, chartArea.top + 2);
			ctx.fillStyle = INK.text;
			ctx.fillText(text, side, chartArea.top + 2);
			ctx.restore();
		}
	};
}
