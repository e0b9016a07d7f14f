import type { CARE_BANDS } from '../../records/careFlow';
import type { ReturnType } from '../estimate/types';

/** How children in care are taken to be spread over ages and placements where only their number is known. */
export interface AssumedBand {
	readonly band: (typeof CARE_BANDS)[number];
	/** Share of the children in care who are of this band. */
	readonly stock: number;
	/** Share of those who come into care who are of this band. */
	readonly entries: number;
	/** How fast children of this band leave before 18, against the other bands. */
	readonly leaving: number;
	/** Where the band's children live, as shares. */
	readonly types: Readonly<Partial<Record<ReturnType, number>>>;
}

/**
 * The assumed profile. Published files carry no ages and no placements by council; these shares are illustrative, from no
 * source, and such that the ages stay about as they are when the flows go on.
 */
export const ASSUMED_PROFILE: readonly AssumedBand[] = [
	{
		band: 'under-1',
		stock: 0.04,
		entries: 0.17,
		leaving: 1.2,
		types: { foster: 0.7, kinship: 0.18, parents: 0.12 }
	},
	{
		band: '1-4',
		stock: 0.16,
		entries: 0.16,
		leaving: 1.5,
		types: { foster: 0.64, kinship: 0.26, parents: 0.1 }
	},
	{
		band: '5-9',
		stock: 0.19,
		entries: 0.16,
		leaving: 0.8,
		types: { foster: 0.67, kinship: 0.22, residential: 0.04, parents: 0.07 }
	},
	{
		band: '10-15',
		stock: 0.38,
		entries: 0.26,
		leaving: 0.5,
		types: { foster: 0.65, kinship: 0.14, residential: 0.16, parents: 0.05 }
	},
	{
		band: '16-17',
		stock: 0.23,
		entries: 0.25,
		leaving: 0.4,
		types: { foster: 0.43, kinship: 0.08, residential: 0.17, supported: 0.29, parents: 0.03 }
	}
];

/** The placement types of the assumed profile, as records have them. */
export const ASSUMED_TYPES = [
	{ id: 'foster', title: 'Foster care', provision: 'mixed' },
	{ id: 'kinship', title: 'Kinship foster care', provision: 'allowance' },
	{ id: 'residential', title: 'Children’s homes', provision: 'mixed' },
	{ id: 'supported', title: 'Supported accommodation', provision: 'bought' },
	{ id: 'parents', title: 'With parents', provision: 'allowance' }
] as const satisfies readonly {
	readonly id: ReturnType;
	readonly title: string;
	readonly provision: 'mixed' | 'bought' | 'allowance';
}[];
