import { z } from 'zod';
import { COST_LINES, type CostLine } from '../care/daily/costLines';
import { DAILY_AGES, DAILY_CATEGORIES, NOT_IN_CARE, stateOf } from '../care/daily/states';
import { RETURN_TYPE_IDS } from '../care/estimate/types';
import { END_REASONS, PROVIDERS } from '../care/return/codes';
import { CLEANING_RULES } from '../care/return/rules';
import { CARE_BANDS } from './careFlow';
import { carePriceKeys, FINANCIAL_YEAR } from './carePriceKeys';
import { date } from './field';

// Every text here is of a closed list or a date, and every number a count or a rate of many children: nothing that a
// row of the return says of one child has a place to stand in.
const count = z.number().int().min(0).max(1e9);
const rate = z.number().min(0).max(1e6);
const band = z.enum(CARE_BANDS);
const type = z.enum(RETURN_TYPE_IDS);
const stock = z.strictObject({
	age: z.number().int().min(0).max(17),
	type,
	children: count,
	/** Those of them in the first 365 days of their time in care. */
	firstYear: count
});
const rows = <S extends z.ZodType>(row: S) => z.array(row).max(5000);

const STATES = DAILY_AGES.flatMap((_, age) =>
	([...DAILY_CATEGORIES, NOT_IN_CARE] as const).map((whereabouts) => stateOf(age, whereabouts))
);
const state = z.enum(STATES);
const LINES = COST_LINES.map(({ line }) => line) as [CostLine, ...CostLine[]];

/** Which children of a return a window counts: all, by whether they are unaccompanied and seek asylum, or by sex. */
export const WINDOW_CHILDREN = ['all', 'uasc', 'notUasc', 'girls', 'boys'] as const;

/** Children in care at the end of days of the return, by placement type. */
const history = z.strictObject({
	/** Quarter ends, rising. */
	days: z.array(date).max(400),
	types: z.array(z.strictObject({ type, children: z.array(count).max(400) })).max(20)
});

/** What the regional tool's daily method takes from the window. */
const daily = z.strictObject({
	/** Children in care at the end of the window's last day. */
	opening: rows(z.strictObject({ state, children: count })),
	/** Share of the children of a state who go over on a day; as a sum of parts of 1 it may be a hair above 1. */
	rates: rows(z.strictObject({ from: state, to: state, perDay: rate })),
	/** Children a day who come into care. */
	entrants: rows(z.strictObject({ to: state, perDay: rate })),
	/** Share of the child-days of its category, by priced line. */
	shares: z.record(z.enum(LINES), rate)
});

/**
 * What is kept of the council's return of children in care for one window: counts, child-days and rates, and no row of
 * any child. Its pages show it; of it prices alone come from people.
 */
export const careWindow = z
	.strictObject({
		id: z.string(),
		title: z.string(),
		// Other kinds of records may have a note and evidence; here they would be room for free text.
		note: z.literal('').optional(),
		evidence: z.strictObject({}).optional(),
		children: z.enum(WINDOW_CHILDREN),
		/** Both days are in the window. */
		from: date,
		to: date,
		/** The days that the files cover. */
		returnFrom: date,
		returnTo: date,
		files: count,
		rows: z.strictObject({ headers: count, episodes: count, uasc: count }),
		/** Rows that did not stay as they were, by rule, over all years of the files. */
		findings: z.array(z.strictObject({ rule: z.enum(CLEANING_RULES), rows: count })).max(20),
		/** Placement types, and categories of the daily method, that had too few children to be told apart from other. */
		merged: z.array(type).max(20),
		mergedCategories: z.array(z.enum(DAILY_CATEGORIES)).max(10),
		before: rows(stock),
		closing: rows(stock),
		exposures: rows(z.strictObject({ band, type, childDays: count })),
		moves: rows(z.strictObject({ band, from: type, to: type, children: count })),
		exits: rows(z.strictObject({ band, type, reason: z.enum(END_REASONS), children: count })),
		entries: rows(z.strictObject({ band, type, first: count, again: count })),
		turned18: count,
		durations: rows(
			z.strictObject({
				band,
				type,
				phase: z.enum(['firstYear', 'later']),
				exits: count,
				childDays: count
			})
		),
		providers: rows(z.strictObject({ type, provider: z.enum(PROVIDERS), childDays: count })),
		/** Children who came into care in each whole quarter of the window, and by band in each whole year of the return. */
		quarterlyEntries: z.array(count).max(400),
		yearlyEntries: rows(z.strictObject({ to: date, band, children: count })),
		history,
		/**
		 * The last whole financial years of the return up to the window's end, which an outturn can be set against: by month
		 * and type, and by band over the year. Windows of earlier releases have none.
		 */
		counted: z
			.array(
				z.strictObject({
					year: FINANCIAL_YEAR,
					months: rows(
						z.strictObject({
							month: z.number().int().min(0).max(11),
							type,
							childDays: count,
							arrivals: count
						})
					),
					bands: rows(z.strictObject({ band, type, childDays: count }))
				})
			)
			.max(3)
			.optional(),
		/**
		 * Those who turned 18 in care and are not yet 25 at the window's end, as far back as the return tells, by the type
		 * that they left. Windows of earlier releases have none.
		 */
		leavers: rows(
			z.strictObject({ age: z.number().int().min(18).max(24), type, people: count })
		).optional(),
		/** Children who came into care and who left it in each year of the return, by the 31 March that ends it. */
		years: z
			.array(
				z.strictObject({ year: z.number().int().min(1990).max(2199), starts: count, ceases: count })
			)
			.max(60),
		daily,
		/** What placements cost, as a parameters file of the command line has it; left out where the baseline's prices are meant. */
		parameters: z.strictObject(carePriceKeys).optional(),
		/** How well both methods forecast what was held back of the files, in children. */
		scores: rows(
			z.strictObject({
				/** Years that were held back. */
				years: z.number().int().min(1).max(3),
				method: z.enum(['continuous', 'daily']),
				group: z.enum(['all', ...RETURN_TYPE_IDS, ...DAILY_CATEGORIES]),
				dates: z.enum(['yearEnds', 'quarterEnds']),
				figures: count,
				meanAbsoluteError: rate,
				bias: z.number().min(-1e6).max(1e6),
				rootMeanSquareError: rate,
				/** Share of the figures inside the 80 % band. */
				coverage: z.number().min(0).max(1)
			})
		)
	})
	.superRefine((own, context) => {
		const expected = windowName(own);
		for (const field of ['id', 'title'] as const)
			if (own[field] !== expected[field])
				context.addIssue({
					code: 'custom',
					path: [field],
					message: `is not that of its window; write ${expected[field]}`
				});
		if (own.from > own.to)
			context.addIssue({ code: 'custom', path: ['to'], message: 'is before the first day' });
	});

/** What is kept of the council's return for one window. */
export type CareWindow = z.output<typeof careWindow>;

const CHILDREN_WORDS: Readonly<Record<CareWindow['children'], string>> = {
	all: '',
	uasc: ', unaccompanied asylum-seeking children',
	notUasc: ', without unaccompanied asylum-seeking children',
	girls: ', girls',
	boys: ', boys'
};

/** The id and title of a window, which follow from its days and children, so that they can carry nothing else. */
export function windowName({
	children,
	from,
	to
}: Pick<CareWindow, 'children' | 'from' | 'to'>): Pick<CareWindow, 'id' | 'title'> {
	return {
		id: `${from}-to-${to}-${children.toLowerCase()}`,
		title: `Return, ${from} to ${to}${CHILDREN_WORDS[children]}`
	};
}
