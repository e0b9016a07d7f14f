import { CARE_BANDS } from '../../records/careFlow';

/** An age band of children in care. */
export type CareBand = (typeof CARE_BANDS)[number];

/** First age of each band after the youngest, in years. */
const BAND_AGES = [1, 5, 10, 16] as const;

/** The band of a completed year of age. */
export function bandOf(age: number): CareBand {
	const band = BAND_AGES.findIndex((first) => age < first);
	return CARE_BANDS[band < 0 ? BAND_AGES.length : band] ?? 'under-1';
}
