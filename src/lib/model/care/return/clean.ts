import { firstOfApril, nextEndOfMarch, type DayNumber } from '../../calendar/days';
import type { EpisodeRow, HeaderRow, ReturnRows, RowPlace } from './rows';
import type { CleaningRule } from './rules';

/** A row that did not stay as it was: which, by which rule, and the row that took its place. It names no child. */
export interface Finding extends RowPlace {
	readonly rule: CleaningRule;
	readonly because: RowPlace | null;
}

/** A child of the return, as the latest header has it. */
export interface Child {
	readonly born: DayNumber;
	readonly sex: string;
	readonly ethnicity: string;
	readonly council: string;
	readonly isUasc: boolean;
}

/** A stay of a child in one placement, after cleaning: no two of a child overlap. */
export interface Stay {
	readonly child: Child;
	readonly start: DayNumber;
	/** The day on which it ended, on which the child is elsewhere already; null while it goes on. */
	readonly end: DayNumber | null;
	readonly startReason: string;
	readonly endReason: string;
	readonly placement: string;
	readonly provider: string;
}

/** What remains of a return: the stays child by child in order of time, and all that was done to the rows. */
export interface CleanReturn {
	readonly stays: readonly Stay[];
	/** 1 April before the first year's return. */
	readonly from: DayNumber;
	/** The first 31 March on or after the last day that any stay names. */
	readonly to: DayNumber;
	/** 31 March of the last year's return: before `to` where a row names a later day, which is likely a slip. */
	readonly returned: DayNumber;
	readonly findings: readonly Finding[];
}

/** An episode with its child, while it is being cleaned. */
interface Draft extends Omit<EpisodeRow, 'start' | 'end' | 'child'> {
	/** The child's place among all ids in their order, which is quicker to compare. */
	readonly id: number;
	readonly child: Child;
	readonly start: DayNumber;
	end: DayNumber | null;
	endReason: string;
}

// Legal statuses of short breaks: those children are not in care.
const SHORT_BREAKS: ReadonlySet<string> = new Set(['V3', 'V4']);
// A new legal status (L), the same carer's new placement (T), or both (U): the child has not moved.
const NOT_MOVED: ReadonlySet<string> = new Set(['L', 'T', 'U']);

/**
 * Cleans the rows of returns by the rules of the regional placement tool, and says what it did to which row: one header a
 * child, one row a start and an end, ends before the next start, and no new row where only the legal status changed.
 */
export function cleanReturn(rows: ReturnRows): CleanReturn {
	const findings: Finding[] = [];
	const drafts = withChildren(rows, findings);
	const once = onceAnEnd(onceAStart(drafts, findings), findings);
	cutOverlaps(once, findings);
	const [firstYear, lastYear] = yearsOf(rows);
	const returned = firstOfApril(lastYear) - 1;
	const stays = joined(once, findings);
	return {
		stays,
		from: firstOfApril(firstYear - 1),
		to: nextEndOfMarch(lastDay(once) ?? returned),
		returned,
		findings
	};
}

/** The latest header of each child; the later row of two of one year. */
function latestHeaders(headers: readonly HeaderRow[]): ReadonlyMap<string, HeaderRow> {
	const latest = new Map<string, HeaderRow>();
	for (const header of headers) {
		const known = latest.get(header.child);
		if (known === undefined || header.year >= known.year) latest.set(header.child, header);
	}
	return latest;
}

/** The rows of children who have a header, child by child in their order, each child's in order of time. */
function withChildren(rows: ReturnRows, findings: Finding[]): readonly Draft[] {
	const headers = latestHeaders(rows.headers);
	const asylumSeeking = new Set(rows.uasc.map(({ child }) => child));
	const children = new Map<string, Child>();
	const places = new Map([...headers.keys()].sort().map((id, place) => [id, place]));
	// Sorted a child at a time: few rows each, where all together are many.
	const drafts: Draft[][] = [...places].map(() => []);
	const drop = (row: RowPlace, rule: CleaningRule, because: RowPlace | null = null) =>
		findings.push({ rule, file: row.file, row: row.row, because });
	for (const row of rows.episodes) {
		const { child: id, start } = row;
		if (SHORT_BREAKS.has(row.legalStatus)) {
			drop(row, 'shortBreak');
			continue;
		}
		if (start === null) {
			drop(row, 'noStart');
			continue;
		}
		if (row.end !== null && row.end < start) {
			drop(row, 'endsBeforeStart');
			continue;
		}
		const header = headers.get(id);
		if (header === undefined) {
			drop(row, 'noHeader');
			continue;
		}
		if (header.born === null) {
			drop(row, 'noBirthDate', placeOf(header));
			continue;
		}
		let child = children.get(id);
		if (child === undefined) {
			const { born, sex, ethnicity, council } = header;
			child = { born, sex, ethnicity, council, isUasc: asylumSeeking.has(id) };
			children.set(id, child);
		}
		const place = places.get(id) ?? -1;
		drafts[place]?.push({
			id: place,
			child,
			start,
			end: row.end,
			startReason: row.startReason,
			endReason: row.endReason,
			legalStatus: row.legalStatus,
			placement: row.placement,
			provider: row.provider,
			year: row.year,
			file: row.file,
			row: row.row
		});
	}
	return drafts.flatMap((own) => own.sort(inOrder));
}

/** By start and end, an open end first; rows of a child that are alike in these by year and by what they say, so that no order of files matters. */
function inOrder(a: Draft, b: Draft): number {
	if (a.start !== b.start) return a.start - b.start;
	if (a.end !== b.end) return (a.end ?? -Infinity) < (b.end ?? -Infinity) ? -1 : 1;
	if (a.year !== b.year) return a.year - b.year;
	const [left, right] = [contentOf(a), contentOf(b)];
	return left === right ? 0 : left < right ? -1 : 1;
}

const contentOf = (row: Draft): string =>
	[row.placement, row.provider, row.startReason, row.endReason, row.legalStatus].join(' ');

/** Of several rows of a child with one start the last stays: the one that ends latest, in the latest return. */
function onceAStart(drafts: readonly Draft[], findings: Finding[]): readonly Draft[] {
	return drafts.filter((draft, i) => {
		const next = drafts[i + 1];
		if (next?.id !== draft.id || next.start !== draft.start) return true;
		findings.push({ ...placeOf(draft), rule: 'sameStart', because: placeOf(next) });
		return false;
	});
}

/** Of several rows of a child with one end, or with none, the first stays. */
function onceAnEnd(drafts: readonly Draft[], findings: Finding[]): readonly Draft[] {
	let child = -1;
	const ends = new Map<DayNumber | null, Draft>();
	return drafts.filter((draft) => {
		if (draft.id !== child) {
			child = draft.id;
			ends.clear();
		}
		const first = ends.get(draft.end);
		if (first === undefined) {
			ends.set(draft.end, draft);
			return true;
		}
		findings.push({ ...placeOf(draft), rule: 'sameEnd', because: placeOf(first) });
		return false;
	});
}

/** No stay reaches past the start of the child's next one. */
function cutOverlaps(drafts: readonly Draft[], findings: Finding[]): void {
	drafts.forEach((draft, i) => {
		const next = drafts[i + 1];
		if (next?.id !== draft.id || (draft.end !== null && draft.end <= next.start)) return;
		findings.push({
			...placeOf(draft),
			rule: draft.end === null ? 'endFilled' : 'endCut',
			because: placeOf(next)
		});
		draft.end = next.start;
	});
}

/** Without the rows in which the child did not move: the stay before goes on to their end. */
function joined(drafts: readonly Draft[], findings: Finding[]): readonly Stay[] {
	const kept: Draft[] = [];
	drafts.forEach((draft, i) => {
		const before = drafts[i - 1];
		const last = kept.at(-1);
		if (
			last !== undefined &&
			before?.id === draft.id &&
			NOT_MOVED.has(draft.startReason) &&
			before.end === draft.start
		) {
			findings.push({ ...placeOf(draft), rule: 'joined', because: placeOf(last) });
			kept[kept.length - 1] = { ...last, end: draft.end, endReason: draft.endReason };
		} else kept.push(draft);
	});
	return kept.map(({ child, start, end, startReason, endReason, placement, provider }) => ({
		child,
		start,
		end,
		startReason,
		endReason,
		placement,
		provider
	}));
}

const placeOf = ({ file, row }: RowPlace): RowPlace => ({ file, row });

function yearsOf({ episodes }: ReturnRows): readonly [number, number] {
	const [first, ...others] = episodes.map(({ year }) => year);
	if (first === undefined) throw new Error('a return without episodes has no years');
	return others.reduce<readonly [number, number]>(
		([least, most], year) => [Math.min(least, year), Math.max(most, year)],
		[first, first]
	);
}

function lastDay(drafts: readonly Draft[]): DayNumber | null {
	return drafts.reduce<DayNumber | null>(
		(last, { start, end }) => Math.max(last ?? start, end ?? start),
		null
	);
}
