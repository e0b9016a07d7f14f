import { resolve } from '$app/paths';
import { withQuery, type Href, type Place } from './links';

/** Which figure to open, of which scenario, in which year, and against which other scenario. */
export interface FigureRef {
	readonly figure: string;
	readonly scenario: string;
	/** '2011/12'; null opens all years. */
	readonly year: string | null;
	readonly against?: string | undefined;
	/** The input of its working that is looked at a tenth lower: 'posts/outreach.fte'. */
	readonly lower?: string;
}

/** Which step of the bridge between two scenarios to open, and which of its parts. */
export interface StepRef {
	readonly part: 'cashable' | 'avoidance' | 'oneOff' | 'net' | 'capital';
	/** The change that the step turns on or off; null for all steps together. */
	readonly step: { readonly change: string; readonly turn: 'on' | 'off' } | null;
	/** The scenario that the bridge leads to. */
	readonly scenario: string;
	/** The scenario that it comes from. */
	readonly against: string;
	/** '2011/12'; null opens all years. */
	readonly year: string | null;
	/** The input of its working that is looked at a tenth lower. */
	readonly lower?: string;
}

/** A figure and its parts by year as CSV, for several scenarios or, `against` another, as the steps between two. */
export function figureDataHref(
	place: Place,
	figure: string,
	scenarios: readonly string[],
	against?: string
): Href {
	return withQuery(
		resolve('/councils/[council]/figures/[...figure]/data.csv', { council: place.council, figure }),
		place,
		[
			...scenarios.map((id) => ['scenario', id] as const),
			...(against === undefined ? [] : [['against', against] as const])
		]
	);
}

/** How a figure was worked out. */
export function figureHref(
	place: Place,
	{ figure, scenario, year, against, lower }: FigureRef
): Href {
	if (figure.startsWith('appraisal.')) return worthFigureHref(place, figure, scenario, year);
	return withQuery(
		resolve('/councils/[council]/figures/[...figure]', { council: place.council, figure }),
		place,
		[
			['scenario', scenario],
			...(year === null ? [] : [['year', year] as const]),
			...(against === undefined ? [] : [['against', against] as const]),
			...(lower === undefined ? [] : [['lower', lower] as const]),
			...(place.baseline ? [['baseline', place.baseline] as const] : [])
		]
	);
}

/** How a figure of the appraisal of a scenario was worked out. */
function worthFigureHref(
	place: Place,
	figure: string,
	scenario: string,
	year: string | null
): Href {
	const { council } = place;
	return withQuery(
		resolve('/councils/[council]/scenarios/[scenario]/worth/figures/[...figure]', {
			council,
			scenario,
			figure
		}),
		place,
		year === null ? [] : [['year', year]]
	);
}

/** How a part of a step of the bridge was worked out. */
export function stepHref(
	place: Place,
	{ part, step, scenario, against, year, lower }: StepRef
): Href {
	const { council } = place;
	return withQuery(
		resolve('/councils/[council]/compare/steps/[part]/[[change]]', {
			council,
			part,
			...(step === null ? {} : { change: step.change })
		}),
		place,
		[
			['with', against],
			['with', scenario],
			...(step?.turn === 'off' ? [['turn', 'off'] as const] : []),
			...(year === null ? [] : [['year', year] as const]),
			...(lower === undefined ? [] : [['lower', lower] as const])
		]
	);
}

/** The choice of another fact for a field of the baseline, with the figure that the reader came from. */
export function chooseHref(
	place: Place,
	choice: {
		readonly field: string;
		readonly fact: string;
		readonly from?: {
			readonly figure: string;
			readonly scenario: string;
			readonly year: string;
		} | null;
	}
): Href {
	const { field, fact, from } = choice;
	return withQuery(
		resolve('/councils/[council]/evidence/choose', { council: place.council }),
		place,
		[
			['field', field],
			['fact', fact],
			...(from ? Object.entries(from).map(([name, value]) => [name, value] as const) : [])
		]
	);
}
