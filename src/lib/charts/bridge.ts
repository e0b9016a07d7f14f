import type { ChartConfiguration } from 'chart.js';
import { Decimal } from 'decimal.js';
import { BAR_COLOURS, CHART_FONT, COMMON_OPTIONS, INK, whiteBackground, wrapped } from './style';

/** One bar of a bridge before it is placed: its name and what it adds; null where it is blocked. */
export interface Effect {
	readonly label: string;
	readonly effect: Decimal | null;
}

/** One bar of a bridge: where it begins and ends on the money axis. */
export interface BridgeBar {
	readonly label: string;
	readonly effect: Decimal | null;
	readonly from: Decimal;
	readonly to: Decimal;
	readonly kind: 'dearer' | 'cheaper' | 'total' | 'blocked';
}

const NONE = new Decimal(0);

/** Places each effect behind the one before it, and closes with their sum; a blocked effect blocks the sum. */
export function bridgeBars(effects: readonly Effect[], totalLabel: string): readonly BridgeBar[] {
	let running = NONE;
	const bars = effects.map(({ label, effect }): BridgeBar => {
		const from = running;
		if (effect === null) return { label, effect, from, to: from, kind: 'blocked' };
		running = running.plus(effect);
		return { label, effect, from, to: running, kind: effect.isNegative() ? 'cheaper' : 'dearer' };
	});
	const total: BridgeBar = effects.some(({ effect }) => effect === null)
		? { label: totalLabel, effect: null, from: NONE, to: NONE, kind: 'blocked' }
		: { label: totalLabel, effect: running, from: NONE, to: running, kind: 'total' };
	return [...bars, total];
}

/** A bridge as floating horizontal bars in the order given, each with its signed amount written at its end. */
export function bridgeConfig(
	bars: readonly BridgeBar[],
	axis: readonly string[],
	write: (value: Decimal) => string,
	blockedText: string
): ChartConfiguration<'bar', [number, number][]> {
	const texts = bars.map(({ effect }) => (effect === null ? blockedText : write(effect)));
	return {
		type: 'bar',
		data: {
			labels: bars.map(({ label }) => wrapped(label, 20)),
			datasets: [
				{
					data: bars.map(({ from, to }) => [from.toNumber(), to.toNumber()]),
					backgroundColor: bars.map(({ kind }) =>
						kind === 'blocked' ? INK.rule : BAR_COLOURS[kind]
					),
					minBarLength: 2,
					maxBarThickness: 28
				}
			]
		},
		options: {
			...COMMON_OPTIONS,
			indexAxis: 'y',
			layout: { padding: { right: 8 } },
			scales: {
				x: {
					grace: '18%',
					title: { display: true, text: [...axis], color: INK.text, font: CHART_FONT },
					ticks: {
						color: INK.text,
						font: CHART_FONT,
						maxTicksLimit: 6,
						callback: (value) => write(new Decimal(value))
					},
					grid: { color: ({ tick }) => (tick.value === 0 ? INK.zero : INK.rule) }
				},
				y: {
					grid: { display: false },
					ticks: { color: INK.text, font: CHART_FONT, autoSkip: false }
				}
			},
			plugins: {
				...COMMON_OPTIONS.plugins,
				tooltip: { callbacks: { label: ({ dataIndex }) => texts[dataIndex] ?? '' } }
			}
		},
		plugins: [whiteBackground, amountLabels(bars, texts)]
	};
}

/** Writes each bar's amount on its outer side. */
function amountLabels(
	bars: readonly BridgeBar[],
	texts: readonly string[]
): NonNullable<ChartConfiguration['plugins']>[number] {
	return {
		id: 'amountLabels',
		afterDatasetsDraw: (chart) => {
			const { ctx, chartArea } = chart;
			ctx.save();
			ctx.font = `${CHART_FONT.size}px ${CHART_FONT.family}`;
			ctx.fillStyle = INK.text;
			ctx.strokeStyle = '#FFFFFF';
			ctx.lineWidth = 4;
			ctx.lineJoin = 'round';
			ctx.textBaseline = 'middle';
			ctx.textAlign = 'left';
			chart.getDatasetMeta(0).data.forEach((bar, place) => {
				const { x, base, y } = bar.getProps(['x', 'base', 'y'], true) as Record<string, number>;
				const text = texts[place] ?? '';
				const width = ctx.measureText(text).width + 8;
				const right = Math.max(x ?? 0, base ?? 0);
				const left = Math.min(x ?? 0, base ?? 0);
				const outside = bars[place]?.effect?.isNegative() === true && left - width > chartArea.left;
				const start = outside ? left - width : Math.min(right + 6, chart.width - width);
				// On a narrow screen an amount may have to lie on a bar: a white edge keeps it readable.
				ctx.strokeText(text, start, y ?? 0);
				ctx.fillText(text, start, y ?? 0);
			});
			ctx.restore();
		}
	};
}
