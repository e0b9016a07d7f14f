/** The age groups of the daily method with the age at which each ends; ages are days over 365.24. */
export const DAILY_AGES = [
	{ label: 'Birth to 1', from: -1, to: 1 },
	{ label: '1 to 5', from: 1, to: 5 },
	{ label: '5 to 10', from: 5, to: 10 },
	{ label: '10 to 16', from: 10, to: 16 },
	{ label: '16 to 18+', from: 16, to: 30 }
] as const;

/** The four categories of placement of the daily method. */
export const DAILY_CATEGORIES = ['Fostering', 'Residential', 'Supported', 'Other'] as const;

/** A category of placement of the daily method. */
export type DailyCategory = (typeof DAILY_CATEGORIES)[number];

/** Where a child is before and after care. */
export const NOT_IN_CARE = 'Not in care';

/** What a child is in: a category of placement, or no care. */
export type Whereabouts = DailyCategory | typeof NOT_IN_CARE;

/** An age group by its place in DAILY_AGES. */
export type AgeGroup = number;

/** A state by its label, such as '10 to 16 - Fostering': the labels are the keys of files and of the command line. */
export type State = string;

// Made once: a return asks for the label of a state some ten times a row.
const LABELS: readonly Readonly<Record<Whereabouts, State>>[] = DAILY_AGES.map(({ label }) => ({
	Fostering: `${label} - Fostering`,
	Residential: `${label} - Residential`,
	Supported: `${label} - Supported`,
	Other: `${label} - Other`,
	[NOT_IN_CARE]: `${label} - ${NOT_IN_CARE}`
}));

/** The label of a state. */
export function stateOf(age: AgeGroup, whereabouts: Whereabouts): State {
	const label = LABELS[age]?.[whereabouts];
	if (label === undefined) throw new Error(`there is no age group ${age}`);
	return label;
}

/** The age group of an age in years of 365.24 days; null for what no group holds. */
export function ageGroupOf(age: number): AgeGroup | null {
	const group = DAILY_AGES.findIndex(({ to }) => age < to);
	return group < 0 || age < DAILY_AGES[0].from ? null : group;
}

const CATEGORY_OF: ReadonlyMap<string, DailyCategory> = new Map([
	...['U1', 'U2', 'U3', 'U4', 'U5', 'U6'].map((code) => [code, 'Fostering'] as const),
	...['K2', 'R1', 'P3', 'S1'].map((code) => [code, 'Residential'] as const),
	...['H5', 'P2', 'K3'].map((code) => [code, 'Supported'] as const)
]);

/** The category of a placement code; what is in none of the three lists is Other. */
export function categoryOf(placement: string): DailyCategory {
	return CATEGORY_OF.get(placement) ?? 'Other';
}
