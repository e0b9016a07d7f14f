import type { Decimal } from 'decimal.js';
import { yearLabel, type YearStart } from '../calendar/calendar';
import { theYear, worded } from '../calendar/words';
import { Exact } from '../money/money';
import type { Timed } from '../ledger/line';
import type { Post } from '../records/post';
import {
	activation,
	inOrder,
	touchesByRecord,
	type Touch,
	type Version
} from '../scenario/versions';
import type { CheckRule } from './check';

const LAST_MONTH = 11;

/** Checks on records and changes: time that adds up, buildings that are counted, edits that meet. */
export const recordChecks: readonly CheckRule[] = [
	{
		id: 'activities.whole',
		holds: "The shares of every post's time add up to 100 %",
		find: ({ run }) =>
			run.records.posts.flatMap((post) => {
				let found = timeFound.get(post);
				if (found === undefined) {
					found = post.versions.flatMap(timeProblem);
					timeFound.set(post, found);
				}
				return found;
			})
	},
	{
		id: 'changes.overlap',
		holds: 'No change replaces what another makes of the same field of a record',
		find: ({ run }) =>
			[...touchesByRecord(run.changes)].flatMap(([ref, touches]) => overlapsOf(ref, touches))
	},
	{
		id: 'estate.balance',
		holds:
			'Buildings open at the start, and those opened less those closed, are those open at the end of every year',
		find: ({ run, figures }) => {
			const { first, years } = run.context;
			const touches = touchesByRecord(run.changes);
			return Array.from({ length: years }, (_, y) => {
				const month = 12 * y + LAST_MONTH;
				// Weights of versions are floats that add up to whole buildings.
				const open = Math.round(figures.get('estate.open')?.values[y] ?? 0);
				const due = run.records.buildings.filter(({ ref, base }) =>
					standsIn(month, base !== null, touches.get(ref) ?? [], first)
				).length;
				return open === due
					? []
					: [
							worded`By the dates of openings and closures ${String(due)} buildings stand at the end of ${theYear(yearLabel(first + y))}, but ${String(open)} are counted`
						];
			}).flat();
		}
	},
	{
		id: 'closures.placed',
		holds: 'It is known where the users of every building that closes go on',
		find: ({ run }) => [
			...new Set(
				run.supplies
					.flatMap(({ moves }) => moves)
					.filter(({ to }) => to === 'own area')
					.map(
						({ title }) =>
							`${title} closes, and which open building is nearest cannot be told because easting and northing are left out; its users are counted in their own area`
					)
			)
		]
	},
	{
		id: 'codes.known',
		holds: 'Every placement code is in the list of the first year',
		find: ({ run, council }) => {
			const rule = run.records.rules.find((candidate) => candidate.rule === 'placementCodes');
			if (rule?.rule !== 'placementCodes') return [];
			const rows = rule.rows
				.filter(({ from }) => from <= council.council.firstYear)
				.sort((a, b) => (a.from < b.from ? 1 : -1));
			const codes = rows[0]?.codes;
			if (codes === undefined) return [];
			return council.baseline.placementTypes.flatMap((type) =>
				type.codes
					.filter((code) => !codes.includes(code))
					.map(
						(code) =>
							worded`${type.title}: the code ${code} is not in the list of ${theYear(council.council.firstYear)}`
					)
			);
		}
	}
];

// A thousand groups of posts are the same from one edit to the next; what was found of them is kept with them.
const timeFound = new WeakMap<Timed<Post>, readonly string[]>();

function timeProblem({ content, changes }: Version<Post>): readonly string[] {
	if (content === null) return [];
	const shares = Object.values(content.activities);
	const known = shares.filter((share) => share !== null);
	if (shares.length === 0 || known.length < shares.length) return [];
	const sum = known.reduce((total: Decimal, share) => total.plus(share), new Exact(0));
	const when = changes.length === 0 ? '' : ` after ${changes.join(' and ')}`;
	return sum.eq(1)
		? []
		: [`${content.title}${when}: its activities take ${sum.times(100).toFixed()}% of its time`];
}

/** Whether a building stands in a month by the dates of its changes alone: the last to open or close it holds. */
function standsIn(
	month: number,
	isThere: boolean,
	touches: readonly Touch[],
	first: YearStart
): boolean {
	return touches
		.filter((touch) => activation(touch, month, first) > 0)
		.sort((a, b) =>
			a.change.start < b.change.start ? -1 : a.change.start > b.change.start ? 1 : 0
		)
		.flatMap(({ edits }) => edits)
		.reduce(
			(stands, { edit }) => (edit === 'add' ? true : edit === 'remove' ? false : stands),
			isThere
		);
}

function overlapsOf(ref: string, touches: readonly Touch[]): readonly string[] {
	const fields = new Map<string, { readonly setters: string[]; readonly lost: string[] }>();
	const adjusters = new Map<string, string[]>();
	for (const { change, edits } of inOrder(touches))
		for (const edit of edits) {
			if (edit.edit === 'add' || edit.edit === 'remove') continue;
			const earlier = adjusters.get(edit.field) ?? [];
			if (edit.edit !== 'set') {
				adjusters.set(edit.field, [...earlier, change.title]);
				continue;
			}
			const own = fields.get(edit.field) ?? { setters: [], lost: [] };
			fields.set(edit.field, own);
			own.setters.push(change.title);
			// What works on a value that is set before combines with it; what is set afterwards replaces it.
			own.lost.push(...earlier.filter((title) => title !== change.title));
		}
	return [...fields].flatMap(([field, { setters, lost }]) => [
		...(setters.length < 2
			? []
			: [`${ref}.${field} is set by ${titlesOf(setters)}; the later start holds`]),
		...(lost.length === 0
			? []
			: [
					`${ref}.${field} is multiplied or added to by ${titlesOf(lost)} and set afterwards by ${titlesOf(setters.slice(-1))}; what is set holds`
				])
	]);
}

const titlesOf = (titles: readonly string[]): string =>
	[...new Set(titles)].map((title) => `'${title}'`).join(' and ');
