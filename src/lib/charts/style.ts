import type { ChartOptions, Plugin } from 'chart.js';

/** How one series is told from its neighbours: colour first, then dash and marker for those who do not see colour. */
export interface SeriesLook {
	readonly colour: string;
	readonly dash: readonly number[];
	readonly marker: 'circle' | 'rect' | 'triangle' | 'rectRot' | 'crossRot';
}

/** A band behind lines: what lies in it, and its fill; its edge has the colour of the first line. */
export interface Band {
	readonly label: string;
	readonly fill: string;
}

/** Looks in the order in which series take them; neighbours keep a contrast of 3 to 1 only in this order. */
const LOOKS: readonly SeriesLook[] = [
	{ colour: '#12436D', dash: [], marker: 'circle' },
	{ colour: '#28A197', dash: [8, 4], marker: 'rect' },
	{ colour: '#801650', dash: [2, 3], marker: 'triangle' },
	{ colour: '#F46A25', dash: [10, 3, 2, 3], marker: 'rectRot' },
	{ colour: '#3D3D3D', dash: [4, 4], marker: 'crossRot' }
];

/** Bars of a bridge: what makes it dearer is orange, what makes it cheaper dark blue, totals dark grey. */
export const BAR_COLOURS = { dearer: '#F46A25', cheaper: '#12436D', total: '#3D3D3D' } as const;

/** Text and rules inside the canvas. */
export const INK = { text: '#0B0C0C', rule: '#CECECE', zero: '#0B0C0C' } as const;

/** Text inside the canvas, in the size of the page's small print. */
export const CHART_FONT = { family: 'arial, sans-serif', size: 14 } as const;

/** The look of a series by its place; more series than looks begin again. */
export function lookOf(place: number): SeriesLook {
	return LOOKS[place % LOOKS.length]!;
}

/** Paints the canvas white before anything is drawn, so that a downloaded picture is not see-through. */
export const whiteBackground: Plugin = {
	id: 'whiteBackground',
	beforeDraw: ({ ctx, width, height }) => {
		ctx.save();
		ctx.globalCompositeOperation = 'destination-over';
		ctx.fillStyle = '#FFFFFF';
		ctx.fillRect(0, 0, width, height);
		ctx.restore();
	}
};

/** What every chart has in common: no animation, drawn at twice the size for print, no key inside. */
export const COMMON_OPTIONS = {
	animation: false,
	responsive: true,
	maintainAspectRatio: false,
	devicePixelRatio: 2,
	plugins: { legend: { display: false } }
} as const satisfies ChartOptions;

/** A label in lines of about so many characters, so that it stays beside its bar. */
export function wrapped(label: string, most: number): string[] {
	const lines: string[] = [];
	for (const word of label.split(' ')) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + word.length < most)
			lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}
