/** A placement code of the return, with the years of returns that have it in their list. */
interface PlacementCode {
	readonly code: string;
	/** First year of the list that has it; null for what was there before the lists held here. */
	readonly from: number | null;
	/** Last year of the list that has it; null while it is there. */
	readonly until: number | null;
}

const always = (code: string): PlacementCode => ({ code, from: null, until: null });

// K3 came for 2024/25; H5, P2 and Z1 went for 2025/26, when Z11 to Z14 came.
const PLACEMENT_CODES: readonly PlacementCode[] = [
	...['A3', 'A4', 'A5', 'A6', 'K1', 'K2', 'P1', 'P3', 'R1', 'R2', 'R3', 'R5', 'S1'].map(always),
	...['T0', 'T1', 'T2', 'T3', 'T4', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6'].map(always),
	...['H5', 'P2', 'Z1'].map((code) => ({ code, from: null, until: 2025 })),
	{ code: 'K3', from: 2025, until: null },
	...['Z11', 'Z12', 'Z13', 'Z14'].map((code) => ({ code, from: 2026, until: null }))
];

const BY_CODE = new Map(PLACEMENT_CODES.map((one) => [one.code, one]));

/** Whether a year's list has a placement code: in it, in the list of another year, or in none. */
export function placementListOf(code: string, year: number): 'inList' | 'otherYear' | 'unknown' {
	const known = BY_CODE.get(code);
	if (known === undefined) return 'unknown';
	const isIn = (known.from ?? year) <= year && year <= (known.until ?? year);
	return isIn ? 'inList' : 'otherYear';
}

/** Who provides a placement, and what stands for a blank. */
export const PROVIDERS = ['PR0', 'PR1', 'PR2', 'PR3', 'PR4', 'PR5', 'blank'] as const;

/** The codes of who provides a placement. */
export const PROVIDER_CODES: ReadonlySet<string> = new Set(
	PROVIDERS.filter((code) => code !== 'blank')
);

/** The codes of why an episode began. */
export const START_REASONS: ReadonlySet<string> = new Set(['S', 'P', 'L', 'T', 'U', 'B']);

/** The codes of why an episode ended (REC), and what stands for a blank and for any other text. */
export const END_REASONS = [
	'E11',
	'E12',
	'E13',
	'E14',
	'E15',
	'E16',
	'E17',
	'E2',
	'E3',
	'E4A',
	'E4B',
	'E41',
	'E43',
	'E44',
	'E45',
	'E46',
	'E47',
	'E48',
	'E5',
	'E6',
	'E7',
	'E8',
	'E9',
	'X1',
	'blank',
	'unlisted'
] as const;

/** Why an episode ended, as one of the list: what a file says beside it is not carried on. */
export type EndReason = (typeof END_REASONS)[number];

/** The end reason of a code. */
export function endReasonOf(code: string): EndReason {
	if (code === '') return 'blank';
	return END_REASONS.find((known) => known === code) ?? 'unlisted';
}
