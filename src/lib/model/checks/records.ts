import type { Decimal } from 'decimal.js';
import { Exact } from '../money/money';
import type { Timed } from '../ledger/line';
import type { Post } from '../records/post';
import { touchesByRecord, type Touch, type Version } from '../scenario/versions';
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
		holds: 'No two changes set the same field of a record',
		find: ({ run }) =>
			[...touchesByRecord(run.changes)].flatMap(([ref, touches]) => overlapsOf(ref, touches))
	},
	{
		id: 'estate.balance',
		holds:
			'Buildings open at the start, and those opened less those closed, are those open at the end of every year',
		find: ({ run }) => {
			const { buildings } = run.records;
			return Array.from({ length: run.context.years }, (_, y) => {
				const isOpen = (month: number) =>
					buildings.filter(({ versions }) =>
						versions.some(({ content, weights }) => content !== null && weights[month] === 1)
					).length;
				const start =
					y === 0 ? buildings.filter(({ base }) => base !== null).length : isOpen(12 * y - 1);
				const flow = run.changes.reduce(
					(total, change) => total + openedLessClosed(change, run.context.first, y),
					0
				);
				return start + flow === isOpen(12 * y + LAST_MONTH)
					? []
					: [
							`${String(start)} buildings were open, ${String(flow)} came or went, but ${String(isOpen(12 * y + LAST_MONTH))} are open at the end of year ${String(y + 1)}`
						];
			}).flat();
		}
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
							`${type.title}: the code ${code} is not in the list of ${council.council.firstYear}`
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
		: [`${content.title}${when}: its activities take ${sum.times(100).toFixed()} % of its time`];
}

function openedLessClosed(change: Touch['change'], first: number, y: number): number {
	const inYear = (month: string | null): boolean =>
		month !== null && month >= `${String(first + y)}-04` && month < `${String(first + y + 1)}-04`;
	// What held before the first month came or went before the projection, in its first year's opening step.
	const starts = inYear(change.start) || (y === 0 && change.start < `${String(first)}-04`);
	const ends = inYear(change.end);
	return change.edits.reduce((total, edit) => {
		const direction =
			edit.edit === 'add' && edit.kind === 'buildings'
				? 1
				: edit.edit === 'remove' && edit.record.startsWith('buildings/')
					? -1
					: 0;
		return total + (starts ? direction : 0) - (ends ? direction : 0);
	}, 0);
}

function overlapsOf(ref: string, touches: readonly Touch[]): readonly string[] {
	const setters = new Map<string, string[]>();
	for (const { change, edits } of touches)
		for (const edit of edits)
			if (edit.edit === 'set')
				setters.set(edit.field, [...(setters.get(edit.field) ?? []), change.title]);
	return [...setters].flatMap(([field, titles]) =>
		titles.length < 2
			? []
			: [
					`${ref}.${field} is set by ${titles.map((title) => `'${title}'`).join(' and ')}; the later start holds`
				]
	);
}
