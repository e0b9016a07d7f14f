import { date } from '$lib/dates';
import { care } from '$lib/messages/care';
import {
	allocate,
	CARE_BANDS,
	daysOfWindow,
	PROVIDERS,
	RETURN_TYPE_IDS,
	type CareWindow
} from '$lib/model';
import type { OutlookChoice } from './choice';
import { outlookOf } from './outlook';

/** Which totals stand beside a table of counts. */
export type Totals = 'none' | 'columns' | 'both';

/** Counts of children in a table. */
export interface Counts {
	readonly title: string;
	readonly rowHeading: string;
	readonly columns: readonly string[];
	readonly rows: readonly { readonly label: string; readonly counts: readonly number[] }[];
	readonly totals: Totals;
}

/** The tables that can be downloaded. */
export const TABLE_NAMES = [
	'types',
	'flows',
	'ages',
	'moves',
	'reasons',
	'entries',
	'phases',
	'phaseExits',
	'providers'
] as const;

/** The name of a table in an address. */
export type TableName = (typeof TABLE_NAMES)[number];

const words = care.tables;

/** The counts of a window in one of its tables; expected children are those of the model that is chosen. */
export function countsOf(kept: CareWindow, name: TableName, choice: OutlookChoice): Counts {
	return TABLES[name](kept, choice);
}

const TABLES: Readonly<Record<TableName, (kept: CareWindow, choice: OutlookChoice) => Counts>> = {
	types: (kept, choice) => {
		const { days, rows, all } = outlookOf(kept, choice);
		// Whole children by type that add up to whole children in all.
		const wholes = days.map((_, at) =>
			allocate(
				Math.round(all.expected[at]?.mean ?? 0),
				rows.map(({ expected }) => expected[at]?.mean ?? 0)
			)
		);
		return {
			title: words.types,
			rowHeading: words.type,
			columns: days.map((day) => (day <= kept.to ? date(day) : words.expected(date(day)))),
			rows: rows.map(({ type, counted }, row) => ({
				label: type === null ? words.all : care.types[type],
				counts: days.map((day, at) =>
					day <= kept.to ? (counted[at] ?? 0) : (wholes[at]?.[row] ?? 0)
				)
			})),
			totals: 'columns'
		};
	},
	flows: ({ years }) => ({
		title: words.flows,
		rowHeading: words.inYear,
		columns: years.map(({ year }) => words.yearTo(year)),
		rows: [
			{ label: words.starts, counts: years.map(({ starts }) => starts) },
			{ label: words.ceases, counts: years.map(({ ceases }) => ceases) }
		],
		totals: 'none'
	}),
	ages: ({ closing, to }) => {
		const types = RETURN_TYPE_IDS.filter((type) => closing.some((own) => own.type === type));
		const ages = [...new Set(closing.map(({ age }) => age))].sort((a, b) => a - b);
		return {
			title: words.ages(date(to)),
			rowHeading: words.age,
			columns: types.map((type) => care.types[type]),
			rows: ages.map((age) => ({
				label: words.years(age),
				counts: types.map((type) =>
					sum(closing.filter((own) => own.age === age && own.type === type))
				)
			})),
			totals: 'both'
		};
	},
	moves: ({ moves }) => {
		const types = RETURN_TYPE_IDS.filter((type) =>
			moves.some(({ from, to }) => from === type || to === type)
		);
		return {
			title: words.moves,
			rowHeading: words.from,
			columns: types.map((type) => words.to(care.types[type])),
			rows: types.map((from) => ({
				label: words.fromType(care.types[from]),
				counts: types.map((to) => sum(moves.filter((own) => own.from === from && own.to === to)))
			})),
			totals: 'both'
		};
	},
	reasons: ({ exits }) => {
		const reasons = [...new Set(exits.map(({ reason }) => reason))].sort();
		return {
			title: words.reasons,
			rowHeading: words.reason,
			columns: CARE_BANDS.map((band) => care.bands[band]),
			rows: reasons.map((reason) => ({
				label: care.reasons[reason],
				counts: CARE_BANDS.map((band) =>
					sum(exits.filter((own) => own.reason === reason && own.band === band))
				)
			})),
			totals: 'both'
		};
	},
	entries: ({ entries }) => ({
		title: words.entries,
		rowHeading: words.entry,
		columns: CARE_BANDS.map((band) => care.bands[band]),
		rows: (['first', 'again'] as const).map((entry) => ({
			label: words[entry],
			counts: CARE_BANDS.map((band) =>
				entries.filter((own) => own.band === band).reduce((all, own) => all + own[entry], 0)
			)
		})),
		totals: 'both'
	}),
	phases: ({ closing, to }) => ({
		title: words.phases(date(to)),
		rowHeading: words.type,
		columns: [words.firstYear, words.later],
		rows: typesOf(closing).map((type) => {
			const own = closing.filter((row) => row.type === type);
			const firstYear = own.reduce((all, row) => all + row.firstYear, 0);
			return { label: care.types[type], counts: [firstYear, sum(own) - firstYear] };
		}),
		totals: 'both'
	}),
	phaseExits: ({ durations }) => ({
		title: words.phaseExits,
		rowHeading: words.type,
		columns: [words.firstYear, words.later],
		rows: typesOf(durations).map((type) => ({
			label: care.types[type],
			counts: (['firstYear', 'later'] as const).map((phase) =>
				durations
					.filter((own) => own.type === type && own.phase === phase)
					.reduce((all, { exits }) => all + exits, 0)
			)
		})),
		totals: 'both'
	}),
	providers: (kept) => {
		const { from, to } = daysOfWindow(kept);
		const known = PROVIDERS.filter((provider) =>
			kept.providers.some((own) => own.provider === provider)
		);
		return {
			title: words.providers,
			rowHeading: words.type,
			columns: known.map((provider) => care.providers[provider]),
			rows: typesOf(kept.providers).map((type) => ({
				label: care.types[type],
				counts: known.map((provider) => {
					const days = kept.providers
						.filter((own) => own.type === type && own.provider === provider)
						.reduce((all, { childDays }) => all + childDays, 0);
					// Where there was somebody, however short, there is somebody to hide.
					return days === 0 ? 0 : Math.max(1, Math.round(days / (to - from + 1)));
				})
			})),
			totals: 'both'
		};
	}
};

function typesOf(
	rows: readonly { readonly type: CareWindow['merged'][number] }[]
): readonly CareWindow['merged'][number][] {
	return RETURN_TYPE_IDS.filter((type) => rows.some((own) => own.type === type));
}

function sum(rows: readonly { readonly children: number }[]): number {
	return rows.reduce((all, { children }) => all + children, 0);
}
