import { resolve } from '$app/paths';
import type { ResolvedPathname } from '$app/types';

/** An address of this program that a link may lead to. */
export type Href = ResolvedPathname;

/** Where the reader is: the council, and whether assumption packs fill its blanks. Every link carries both on. */
export interface Place {
	readonly council: string;
	readonly packs: boolean;
	/** The agreed baseline that "If we change nothing" is read on here; none for the baseline as it is now. */
	readonly baseline?: string | null;
}

/** The page that starts children in care from published figures. */
export function publishedHref(place: Place): Href {
	return withQuery(
		resolve('/councils/[council]/care/published', { council: place.council }),
		place,
		[]
	);
}

/** The help that says how children in care are worked out, from the return or from published figures. */
export function methodHref(method: 'returns' | 'published'): Href {
	return resolve('/help/[method]', { method });
}

/** The Home of a council; with the cards of an example shown again where they were dismissed. */
export function councilHref(place: Place, isFirst = false): Href {
	return withQuery(
		resolve('/councils/[council]', { council: place.council }),
		place,
		isFirst ? [['cards', 'show']] : []
	);
}

/** The settings of a council: its name, its years, and how figures are written. */
export function settingsHref(place: Place): Href {
	return withQuery(resolve('/councils/[council]/settings', { council: place.council }), place, []);
}

/** Who did what in a council: of one history, of one person, and from which revision back. */
export function activityHref(
	place: Place,
	asked: {
		readonly scenario?: string | null;
		readonly person?: string | null;
		readonly before?: number;
		readonly isChecked?: boolean;
	} = {}
): Href {
	const { scenario, person, before, isChecked } = asked;
	return withQuery(resolve('/councils/[council]/activity', { council: place.council }), place, [
		...(scenario ? [['scenario', scenario] as const] : []),
		...(person ? [['person', person] as const] : []),
		...(before === undefined ? [] : [['before', String(before)] as const]),
		...(isChecked ? [['check', 'chain'] as const] : [])
	]);
}

/** The comparison of scenarios, the first being the comparator. */
export function compareHref(
	place: Place,
	scenarios: readonly string[],
	options: { readonly year?: string | null; readonly all?: boolean } = {}
): Href {
	return withQuery(resolve('/councils/[council]/compare', { council: place.council }), place, [
		...scenarios.map((id) => ['with', id] as const),
		...(options.year ? [['year', options.year] as const] : []),
		...(options.all ? [['rows', 'all'] as const] : [])
	]);
}

/** What each change does, on the comparison of scenarios. */
export function bridgeHref(place: Place, scenarios: readonly string[]): Href {
	return asPath(`${compareHref(place, scenarios)}#bridge`);
}

/** The list of a council's scenarios. */
export function scenariosHref(place: Place): Href {
	return withQuery(resolve('/councils/[council]/scenarios', { council: place.council }), place, []);
}

/** The form of a new scenario, in the list of them. */
export function newScenarioHref(place: Place): Href {
	return asPath(`${scenariosHref(place)}#new-scenario`);
}

/** What comes of a scenario; or one of its changes, in the list of them. */
export function scenarioHref(place: Place, scenario: string, change?: string): Href {
	if (change !== undefined) return asPath(`${changesHref(place, scenario)}#${change}`);
	const { council } = place;
	return withQuery(
		resolve('/councils/[council]/scenarios/[scenario]', { council, scenario }),
		place,
		[]
	);
}

/** Whether a scenario is worth what it costs; its costs and benefits by year for one of those who count. */
export function worthHref(place: Place, scenario: string, perspective?: string): Href {
	const { council } = place;
	return withQuery(
		resolve('/councils/[council]/scenarios/[scenario]/worth', { council, scenario }),
		place,
		perspective === undefined ? [] : [['for', perspective]]
	);
}

/** How sure the figures of a scenario are. */
export function sureHref(place: Place, scenario: string): Href {
	const { council } = place;
	return withQuery(
		resolve('/councils/[council]/scenarios/[scenario]/sure', { council, scenario }),
		place,
		[]
	);
}

/** The changes of a scenario. */
export function changesHref(place: Place, scenario: string): Href {
	const { council } = place;
	return withQuery(
		resolve('/councils/[council]/scenarios/[scenario]/changes', { council, scenario }),
		place,
		[]
	);
}

/** The form of a new change; one that asks what a template does, 'blank' only its title and start. */
export function newChangeHref(place: Place, scenario: string, template?: string): Href {
	const { council } = place;
	return withQuery(
		resolve('/councils/[council]/scenarios/[scenario]/changes/new', { council, scenario }),
		place,
		template === undefined ? [] : [['template', template]]
	);
}

/** What a newer baseline says where the changes of a scenario edit it, to be kept or taken row by row. */
export function rebaseHref(place: Place, scenario: string): Href {
	const { council } = place;
	return withQuery(
		resolve('/councils/[council]/scenarios/[scenario]/rebase', { council, scenario }),
		place,
		[]
	);
}

/** Every difference of a scenario from its baseline. */
export function whatChangedHref(place: Place, scenario: string): Href {
	const { council } = place;
	return withQuery(
		resolve('/councils/[council]/scenarios/[scenario]/what-changed', { council, scenario }),
		place,
		[]
	);
}

/** The baseline, or the table of one of its kinds; to be edited itself, or only read. */
export function baselineHref(place: Place, kind: string | null, isEditing: boolean): Href {
	const { council } = place;
	return withQuery(
		kind === null
			? resolve('/councils/[council]/baseline', { council })
			: resolve('/councils/[council]/baseline/[kind]', { council, kind }),
		place,
		isEditing ? [['for', 'baseline']] : []
	);
}

const CARE_PAGES = {
	overview: '/councils/[council]/care/(return)',
	import: '/councils/[council]/care/(return)/import',
	rates: '/councils/[council]/care/(return)/rates',
	costs: '/councils/[council]/care/(return)/costs',
	prices: '/councils/[council]/care/(return)/costs/prices',
	use: '/councils/[council]/care/(return)/use'
} as const;

/** A page of children in care from the return: the overview where none is named, of the newest window or of another. */
export function careHref(
	place: Place,
	page: Exclude<keyof typeof CARE_PAGES, 'overview'> | null = null,
	window: string | null = null,
	more: readonly (readonly [name: string, value: string])[] = []
): Href {
	return withQuery(resolve(CARE_PAGES[page ?? 'overview'], { council: place.council }), place, [
		...(window === null ? [] : [['window', window] as const]),
		...more
	]);
}

/** A table of a window of the return as CSV, small counts hidden. */
export function careDataHref(
	place: Place,
	window: string,
	table: string,
	more: readonly (readonly [name: string, value: string])[] = []
): Href {
	const { council } = place;
	return withQuery(resolve('/councils/[council]/care/(return)/data.csv', { council }), place, [
		['window', window],
		['table', table],
		...more
	]);
}

/** A change of a scenario, or the table of one kind of records as the change edits it. */
export function changeHref(
	place: Place,
	scenario: string,
	change: string,
	kind: string | null = null
): Href {
	const own = { council: place.council, scenario, change };
	return withQuery(
		kind === null
			? resolve('/councils/[council]/scenarios/[scenario]/changes/[change]', own)
			: resolve('/councils/[council]/scenarios/[scenario]/changes/[change]/[kind]', {
					...own,
					kind
				}),
		place,
		[]
	);
}

/** The library of published effects, or one of them. */
export function effectsHref(place: Place, effect?: string): Href {
	const href = withQuery(
		resolve('/councils/[council]/evidence/effects', { council: place.council }),
		place,
		[]
	);
	return effect === undefined ? href : asPath(`${href}#${effect}`);
}

/** Where the range of a number of the baseline is set: 'posts/outreach.fte'. */
export function rangeHref(place: Place, field: string): Href {
	return withQuery(
		resolve('/councils/[council]/evidence/range', { council: place.council }),
		place,
		[['field', field]]
	);
}

/** The facts of a council, or one of them. */
export function evidenceHref(place: Place, fact?: string): Href {
	const href = withQuery(
		resolve('/councils/[council]/evidence', { council: place.council }),
		place,
		[]
	);
	return fact === undefined ? href : asPath(`${href}#${fact}`);
}

/** The address of a page with its query, and with the packs switched off where they are. */
export function withQuery(
	path: Href,
	{ packs }: Place,
	query: readonly (readonly [string, string])[]
): Href {
	// A financial year reads better with its slash, which is allowed in a query.
	const text = [...query, ...(packs ? [] : [['packs', 'off'] as const])]
		.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2F', '/')}`)
		.join('&');
	return text === '' ? path : asPath(`${path}?${text}`);
}

// A resolved path stays one when a query or a fragment follows it; the type cannot say so.
function asPath(text: string): Href {
	return text as Href;
}

/** The page at an address of this council with its assumption packs switched the other way. */
export function switchHref({ packs }: Place, here: string): Href {
	if (!packs) return asPath(here);
	return asPath(`${here}${here.includes('?') ? '&' : '?'}packs=off`);
}
