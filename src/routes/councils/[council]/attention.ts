import { houseOf } from '$lib/format';
import { mendName, mendOf, type Mend } from '$lib/components/page/mends';
import { records } from '$lib/messages/records';
import { completenessOf, fieldAbout, KINDS, type Council, type Projection } from '$lib/model';

/** Something that does not hold, and where to look at it. */
export interface FailedCheck {
	readonly message: string;
	readonly mend: Mend | null;
	readonly mendName: string;
}

/** The checks that do not hold in a projection, each with the page on which it can be mended. */
export function failedChecks({ checks, council }: Projection): readonly FailedCheck[] {
	const house = houseOf(council.council);
	return checks
		.filter(({ ok }) => !ok)
		.map(({ id, message }) => {
			const mend = mendOf(id);
			return {
				message: house.sentence(message),
				mend,
				mendName: mend === null ? '' : mendName(mend)
			};
		});
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
