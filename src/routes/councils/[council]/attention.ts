import { houseOf } from '$lib/format';
import { home } from '$lib/messages/home';
import { records } from '$lib/messages/records';
import {
	completenessOf,
	fieldAbout,
	KINDS,
	type Council,
	type Kind,
	type Projection
} from '$lib/model';

/** Where something can be mended: the table of a kind of records, or the evidence. */
export type Mend = Kind | 'evidence';

/** Something that does not hold, and where to look at it. */
export interface FailedCheck {
	readonly message: string;
	readonly mend: Mend | null;
	readonly mendName: string;
}

// By the check itself, or by the family that it belongs to.
const MENDS: Readonly<Record<string, Mend>> = {
	'facts.agree': 'evidence',
	'facts.rivals': 'evidence',
	'dates.weekday': 'evidence',
	'units.mixed': 'evidence',
	'sources.stale': 'evidence',
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

/** The checks that do not hold in a projection, each with the page on which it can be mended. */
export function failedChecks({ checks, council }: Projection): readonly FailedCheck[] {
	const house = houseOf(council.council);
	return checks
		.filter(({ ok }) => !ok)
		.map(({ id, message }) => {
			const mend = MENDS[id] ?? MENDS[id.split('.')[0] ?? ''] ?? null;
			return {
				message: house.yearsIn(message),
				mend,
				mendName: mend === null ? '' : mendName(mend)
			};
		});
}

function mendName(mend: Mend): string {
	return mend === 'evidence' ? home.attention.evidence : records[mend].many;
}

/** The kinds of records that have blank numbers, with how many. */
export function blanksOf(council: Council) {
	return completenessOf(council).flatMap(({ kind, known, asked }) =>
		known === asked ? [] : [{ kind, name: records[kind].many, blank: asked - known, asked }]
	);
}

/** Evidence whose day to be looked at again has passed, the longest overdue first; `today` is an ISO day. */
export function reviewsDue(council: Council, today: string) {
	return KINDS.flatMap((kind) =>
		council.baseline[kind].flatMap((record) =>
			Object.entries(record.evidence ?? {}).flatMap(([field, { reviewDate }]) =>
				reviewDate === undefined || reviewDate >= today
					? []
					: [
							{
								kind,
								record: record.title,
								field: fieldAbout(kind, record, field)?.label ?? field,
								day: reviewDate
							}
						]
			)
		)
	).sort((one, other) => one.day.localeCompare(other.day));
}
