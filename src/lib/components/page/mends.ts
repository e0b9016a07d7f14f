import { home } from '$lib/messages/home';
import { records } from '$lib/messages/records';
import type { Kind } from '$lib/model';
import { baselineHref, evidenceHref, type Href, type Place } from './links';

/** Where something can be mended: the table of a kind of records, or the evidence. */
export type Mend = Kind | 'evidence';

// By the check itself, or by the family that it belongs to.
const MENDS: Readonly<Record<string, Mend>> = {
	'facts.agree': 'evidence',
	'facts.rivals': 'evidence',
	'dates.weekday': 'evidence',
	'units.mixed': 'evidence',
	'sources.stale': 'evidence',
	sources: 'assumptions',
	care: 'careFlows',
	earlyHelp: 'interventions',
	calibration: 'headings',
	headings: 'headings',
	published: 'headings',
	scope: 'headings',
	funding: 'fundingStreams',
	savings: 'savingsTargets',
	activities: 'posts',
	estate: 'buildings',
	closures: 'buildings',
	codes: 'rules'
};

/** Where what a check finds can be mended; null where no one table holds it. */
export function mendOf(check: string): Mend | null {
	return MENDS[check] ?? MENDS[check.split('.')[0] ?? ''] ?? null;
}

/** What the page is called on which something can be mended. */
export function mendName(mend: Mend): string {
	return mend === 'evidence' ? home.attention.evidence : records[mend].many;
}

/** The page on which something can be mended. */
export function mendHref(place: Place, mend: Mend): Href {
	return mend === 'evidence' ? evidenceHref(place) : baselineHref(place, mend, true);
}
