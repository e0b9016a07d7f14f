import type { ChartConfiguration, Plugin } from 'chart.js';
import { BAR_COLOURS, CHART_FONT, COMMON_OPTIONS, INK, whiteBackground, wrapped } from './style';

/** One input of a tornado: what the outcome is at the ends of its range, with the ends as text. */
export interface TornadoInput {
	readonly label: string;
	readonly low: string;
	readonly high: string;
	readonly atLow: number;
	readonly atHigh: number;
}

/** What a tornado shows, the widest bar first. */
export interface TornadoChart {
	readonly inputs: readonly TornadoInput[];
	/** The outcome with each input at its value: the axis is what it differs by from there. */
	readonly central: number;
	/** The outcome with each input at its value, named at the line where it lies. */
	readonly middle: string;
	readonly axis: string;
	/** Writes a difference at the axis. */
	readonly tick: (value: number) => string;
	/** Writes the outcome at an end of a range. */
	readonly write: (value: number) => string;
}

/** The colours of the two halves of a bar. */
export const END_COLOURS = { low: BAR_COLOURS.cheaper, high: BAR_COLOURS.dearer } as const;

const LABEL_ROOM = 22;
const GAP = 6;

/** A tornado as horizontal bars from the outcome with each input at its value; each half bears the end that it comes of. */
export function tornadoConfig(chart: TornadoChart): ChartConfiguration<'bar', [number, number][]> {
	const { inputs, central, middle, axis, tick, write } = chart;
	const half = (end: 'low' | 'high') => ({
		label: end,
		grouped: false,
		data: inputs.map(({ atLow, atHigh }): [number, number] => [
			0,
			(end === 'low' ? atLow : atHigh) - central
		]),
		backgroundColor: END_COLOURS[end],
		maxBarThickness: 24
	});
	return {
		type: 'bar',
		data: {
			labels: inputs.map(({ label }) => wrapped(label, 26)),
			datasets: [half('low'), half('high')]
		},
		options: {
			...COMMON_OPTIONS,
			indexAxis: 'y',
			layout: { padding: { top: LABEL_ROOM } },
			scales: {
				x: {
					grace: '20%',
					title: { display: true, text: axis, color: INK.text, font: CHART_FONT },
					ticks: {
						color: INK.text,
						font: CHART_FONT,
						maxTicksLimit: 5,
						callback: (value) => tick(Number(value))
					},
					grid: { color: INK.rule }
				},
				y: {
					grid: { display: false },
					ticks: { color: INK.text, font: CHART_FONT, autoSkip: false }
				}
			},
			plugins: {
				...COMMON_OPTIONS.plugins,
				tooltip: {
					callbacks: {
						label: ({ dataIndex, datasetIndex }) => {
							const own = inputs[dataIndex];
							if (own === undefined) return '';
							return datasetIndex === 0
								? `${own.low}: ${write(own.atLow)}`
								: `${own.high}: ${write(own.atHigh)}`;
						}
					}
				}
			}
		},
		plugins: [whiteBackground, endLabels(inputs, central, middle)]
	};
}

/** Writes the ends of each range outside the bar, and names the line where each input is at its value. */
function endLabels(
	inputs: readonly TornadoInput[],
	central: number,
	middle: string
): Plugin<'bar'> {
	return {
		id: 'endLabels',
		afterDatasetsDraw: ({ ctx, chartArea, scales, width }) => {
			const x = (value: number): number => scales['x']?.getPixelForValue(value) ?? 0;
			ctx.save();
			ctx.strokeStyle = INK.text;
			ctx.lineWidth = 2;
			ctx.beginPath();
			ctx.moveTo(x(0), chartArea.top);
			ctx.lineTo(x(0), chartArea.bottom);
			ctx.stroke();
			ctx.font = `${CHART_FONT.size}px ${CHART_FONT.family}`;
			ctx.fillStyle = INK.text;
			ctx.textAlign = 'center';
			ctx.textBaseline = 'bottom';
			// Beside the line as far as the edge of the drawing lets it.
			const half = ctx.measureText(middle).width / 2;
			ctx.fillText(
				middle,
				Math.max(half, Math.min(x(0), chartArea.right - half)),
				chartArea.top - GAP
			);
			ctx.strokeStyle = '#FFFFFF';
			ctx.lineWidth = 4;
			ctx.lineJoin = 'round';
			ctx.textBaseline = 'middle';
			inputs.forEach(({ low, high, atLow, atHigh }, at) => {
				const y = scales['y']?.getPixelForValue(at) ?? 0;
				const isLowLeft = atLow <= atHigh;
				const ends = [
					{ text: low, value: atLow, isLeft: isLowLeft },
					{ text: high, value: atHigh, isLeft: !isLowLeft }
				].map(({ text, value, isLeft }) => ({
					text,
					isLeft,
					place: x(value - central) + (isLeft ? -GAP : GAP),
					size: ctx.measureText(text).width
				}));
				// On a narrow screen they would stand on the names; the table has them.
				const isRoom = ends.every(({ isLeft, place, size }) =>
					isLeft ? place - size >= chartArea.left - GAP : place + size <= width
				);
				if (!isRoom) return;
				for (const { text, isLeft, place } of ends) {
					ctx.textAlign = isLeft ? 'right' : 'left';
					ctx.strokeText(text, place, y);
					ctx.fillText(text, place, y);
				}
			});
			ctx.restore();
		}
	};
}
