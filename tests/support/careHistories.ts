import { dayText, parseDay, type ReturnRows } from '../../src/lib/model';

/** How children of an age group come, move and leave: numbers a day, by placement code. */
interface AgeGroup {
	/** First age of the group and the first past it, in days. */
	readonly ages: readonly [from: number, to: number];
	/** Children who come into care in a year, by the code of their first placement. */
	readonly comeAYear: Readonly<Record<string, number>>;
	/** Chance a day of leaving care, by code. */
	readonly leave: Readonly<Record<string, number>>;
	/** Chance a day of moving, by code and by the code moved to. */
	readonly move: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const YEAR = 365.2425;
const years = (from: number, to: number): readonly [number, number] => [from * YEAR, to * YEAR];

/** The known rates: an invented council of some 330 children in care. */
const GROUPS: readonly AgeGroup[] = [
	{
		ages: years(0, 1),
		comeAYear: { U6: 18, U1: 4, P1: 3 },
		leave: { U6: 0.0015, U1: 0.0012, P1: 0.002 },
		move: { U6: { U1: 0.0004, P1: 0.0004 }, U1: { U6: 0.0003 }, P1: { U6: 0.0008 } }
	},
	{
		ages: years(1, 5),
		comeAYear: { U6: 17, U1: 6, P1: 2 },
		leave: { U6: 0.0014, U1: 0.0009, P1: 0.0018 },
		move: { U6: { U1: 0.0002, P1: 0.0002 }, U1: { U6: 0.0002 }, P1: { U6: 0.0006 } }
	},
	{
		ages: years(5, 10),
		comeAYear: { U6: 18, U1: 5, K2: 1 },
		leave: { U6: 0.0008, U1: 0.0007, K2: 0.0008, P1: 0.0018 },
		move: { U6: { U1: 0.0001, K2: 0.0001 }, U1: { U6: 0.0002 }, K2: { U6: 0.0005 } }
	},
	{
		ages: years(10, 16),
		comeAYear: { U6: 26, U1: 5, K2: 8 },
		leave: { U6: 0.0007, U1: 0.0007, K2: 0.0009, P1: 0.0018, H5: 0.002 },
		move: { U6: { K2: 0.0004 }, U1: { U6: 0.0003, K2: 0.0001 }, K2: { U6: 0.0006, H5: 0.0001 } }
	},
	{
		ages: years(16, 18),
		comeAYear: { U6: 9, K2: 4, H5: 9 },
		leave: { U6: 0.0009, U1: 0.0009, K2: 0.0011, P1: 0.0018, H5: 0.002 },
		move: { U6: { H5: 0.0009, K2: 0.0002 }, K2: { H5: 0.0016 }, U1: { H5: 0.0005 } }
	}
];

/** What may be varied between invented returns. */
export interface Histories {
	readonly seed: number;
	/** The first of April before the first year's return, and the last day of the last. */
	readonly from: string;
	readonly to: string;
	/** Leaving and coming are this many times as frequent in the first year of a time in care. 1 where it is left out. */
	readonly firstYear?: number;
	/** Children come in groups of this size, on one day. 1 where it is left out. */
	readonly together?: number;
	/** Entries grow by this share a year, from the first return's year on. 0 where it is left out. */
	readonly growth?: number;
}

const MOMENT = 1e-6;
// So long before the first return the children who are in care then have come by the same rates.
const YEARS_BEFORE = 19;

/**
 * Invented returns of children whose rates are known: each child's times of moving and leaving are drawn one by one,
 * and every return has the episodes of its year as a council would write them on its last day.
 */
export function inventedReturn(options: Histories): ReturnRows {
	const random = numbersFrom(options.seed);
	const [from, to] = [dayNumber(options.from), dayNumber(options.to)];
	const children = GROUPS.flatMap((group, age) =>
		Object.entries(group.comeAYear).flatMap(([code, aYear]) =>
			arrivals(aYear, from, to, options, random).flatMap((day) =>
				Array.from({ length: options.together ?? 1 }, () => ({ day, age, code }))
			)
		)
	);
	const headers: ReturnRows['headers'][number][] = [];
	const episodes: ReturnRows['episodes'][number][] = [];
	children.forEach(({ day, age, code }, child) => {
		const born = day - Math.floor(ageAtEntry(age, random));
		const stays = staysOf(born, day, code, options.firstYear ?? 1, random);
		for (let year = yearOf(from); year <= yearOf(to); year++) {
			const [first, last] = [dayNumber(`${year - 1}-04-01`), dayNumber(`${year}-03-31`)];
			const seen = stays.filter(({ start, end }) => start <= last && end >= first);
			if (seen.length === 0) continue;
			const id = String(child);
			headers.push({
				file: 0,
				row: headers.length + 2,
				child: id,
				sex: '1',
				born,
				ethnicity: '',
				council: '',
				year
			});
			for (const { start, end, endReason, startReason, placement } of seen)
				episodes.push({
					file: 1,
					row: episodes.length + 2,
					child: id,
					start,
					end: end > last ? null : end,
					startReason,
					endReason: end > last ? '' : endReason,
					legalStatus: 'C2',
					placement,
					provider: 'PR1',
					year
				});
		}
	});
	return { files: ['header', 'episodes'], headers, episodes, uasc: [] };
}

/** Days on which children come: waiting times between them are exponential. */
function arrivals(
	aYear: number,
	from: number,
	to: number,
	{ together = 1, growth = 0 }: Histories,
	random: () => number
): readonly number[] {
	const days: number[] = [];
	for (let at = from - YEARS_BEFORE * YEAR; ;) {
		const grown = (1 + growth) ** Math.max(0, (at - from) / YEAR);
		at += (-Math.log(random()) * YEAR * together) / (aYear * grown);
		if (at > to) return days;
		days.push(Math.floor(at));
	}
}

/** Half of those under one come in their first month; all others at any age of their group. */
function ageAtEntry(group: number, random: () => number): number {
	const [from, to] = GROUPS[group]?.ages ?? [0, 0];
	const month = YEAR / 12;
	if (group === 0) return random() < 0.5 ? random() * month : month + random() * (to - month);
	return from + random() * (to - from);
}

interface Drawn {
	readonly start: number;
	readonly end: number;
	readonly startReason: string;
	readonly endReason: string;
	readonly placement: string;
}

/** The stays of a child: the first of several exponential waits decides what happens, up to the 18th birthday. */
function staysOf(
	born: number,
	came: number,
	code: string,
	firstYear: number,
	random: () => number
): readonly Drawn[] {
	const stays: Drawn[] = [];
	const adult = eighteenth(born);
	if (came >= adult) return [];
	let [placement, start, at] = [code, came, came + random()];
	const stay = (end: number, endReason: string) =>
		stays.push({
			start,
			end,
			startReason: stays.length === 0 ? 'S' : 'P',
			endReason,
			placement
		});
	for (;;) {
		// A moment past the birthday: at it, rounding could find the younger group for ever.
		const group = GROUPS.find(({ ages }) => at - born + MOMENT < ages[1]);
		const early = at + MOMENT < came + 365;
		const until = Math.min(
			born + (group?.ages[1] ?? Infinity),
			early ? came + 365 : Infinity,
			adult
		);
		const waits = [
			['', (group?.leave[placement] ?? 0.001) * (early ? firstYear : 1)] as const,
			...Object.entries(group?.move[placement] ?? {})
		].map(([to, rate]) => ({ to, at: at - Math.log(random()) / rate }));
		const next = waits.reduce((first, wait) => (wait.at < first.at ? wait : first));
		if (until >= adult && next.at >= adult) {
			stay(adult, 'E7');
			return stays;
		}
		if (next.at >= until) {
			at = until;
			continue;
		}
		at = next.at;
		stay(Math.floor(at), next.to === '' ? 'E4A' : 'X1');
		if (next.to === '') return stays;
		[placement, start] = [next.to, Math.floor(at)];
	}
}

function eighteenth(born: number): number {
	const text = dayText(born);
	return dayNumber(
		`${Number(text.slice(0, 4)) + 18}${text.endsWith('-02-29') ? '-02-28' : text.slice(4)}`
	);
}

function yearOf(day: number): number {
	const [year = '', month = ''] = dayText(day).split('-');
	return Number(year) + (Number(month) > 3 ? 1 : 0);
}

function dayNumber(text: string): number {
	const day = parseDay(text);
	if (day === null) throw new Error(`${text} is no date`);
	return day;
}

/** Numbers above 0 and below 1 by a linear congruence of 2^48: nothing of the engine's own. */
function numbersFrom(seed: number): () => number {
	let state = (BigInt(seed) * 2_862_933_555_777_941_757n + 3_037_000_493n) & 0xffff_ffff_ffffn;
	return () => {
		state = (state * 25_214_903_917n + 11n) & 0xffff_ffff_ffffn;
		return (Number(state >> 8n) + 0.5) / 2 ** 40;
	};
}
