import type { Table } from '../delimited/table';

/** Which of the published files a file is. */
export type PublishedKind = 'children in care' | 'population' | 'neighbours' | 'referrals';

/** Columns of which one is needed; the Department has renamed some over the years. */
export type Column = readonly string[];

const YEAR: Column = ['TIME_PERIOD'];
const LEVEL: Column = ['GEOGRAPHIC_LEVEL'];
const NAME: Column = ['LA_NAME'];
const EITHER_CODE: Column = ['OLD_LA_CODE', 'NEW_LA_CODE'];

/** Where a file of children in care says what a row counts. */
export const MEASURE: Column = ['POPULATION_TYPE', 'POPULATION_COUNT', 'CLA_GROUP'];
/** Where it says how many. */
export const COUNT: Column = ['CHILDREN_COUNT', 'NUMBER'];
/** Where files of children in care and of population say how many children live there. */
export const POPULATION: Column = ['POPULATION_ESTIMATE'];
/** Where a population file says whom a row counts. */
export const AGES: Column = ['AGE_GROUP'];
/** Where a file of referrals says how many. */
export const REFERRALS: Column = ['REFERRAL_COUNT'];
/** Where a file of neighbours names the ten, nearest first. */
export const NEIGHBOURS: readonly Column[] = Array.from({ length: 10 }, (_, i) => [
	`SN_${String(i + 1)}`
]);

const PLACED: readonly Column[] = [YEAR, LEVEL, EITHER_CODE, NAME];

// Whoever has the columns of an earlier kind is of that kind: files of children in care also give the population.
const NEEDED: readonly { readonly kind: PublishedKind; readonly columns: readonly Column[] }[] = [
	{ kind: 'children in care', columns: [...PLACED, MEASURE, COUNT] },
	{ kind: 'referrals', columns: [...PLACED, REFERRALS] },
	{ kind: 'neighbours', columns: [['OLD_LA_CODE'], ...NEIGHBOURS] },
	{ kind: 'population', columns: [...PLACED, AGES, POPULATION] }
];

/** The kind of a table by its columns, or a sentence on which it lacks for the kind that it comes nearest to. */
export function kindOf({
	columns
}: Table): { readonly kind: PublishedKind } | { readonly problem: string } {
	const lacking = NEEDED.map(({ kind, columns: needed }) => {
		const missing = needed.filter((column) => !column.some((name) => columns.has(name)));
		return { kind, missing, share: missing.length / needed.length };
	});
	const found = lacking.find(({ missing }) => missing.length === 0);
	if (found !== undefined) return { kind: found.kind };
	const nearest = lacking.reduce((best, one) => (one.share < best.share ? one : best));
	const names = nearest.missing.map((column) =>
		column.map((name) => name.toLowerCase()).join(' or ')
	);
	return {
		problem: `this is none of the published files; a file of ${nearest.kind} would also have the ${names.length === 1 ? 'column' : 'columns'} ${names.join(', ')}`
	};
}
