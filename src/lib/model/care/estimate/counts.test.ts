import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayText, parseDay, type DayNumber } from '../../calendar/days';
import type { Child, CleanReturn, Stay } from '../return/clean';
import { bandOf } from './bands';
import { leaversAt } from './careLeavers';
import { countReturn, type ReturnCounts } from './counts';
import { returnTypeOf } from './types';

const day = (text: string): DayNumber => parseDay(text) ?? NaN;

const child = (born: string): Child => ({
	born: day(born),
	sex: '1',
	ethnicity: '',
	council: '',
	isUasc: false
});

function stay(
	own: Child,
	start: string,
	end: string | null,
	placement = 'U6',
	endReason = 'E4A'
): Stay {
	return {
		child: own,
		start: day(start),
		end: end === null ? null : day(end),
		startReason: 'S',
		endReason,
		placement,
		provider: 'PR1'
	};
}

const cleanOf = (...stays: readonly Stay[]): CleanReturn => ({
	stays,
	from: day('2022-04-01'),
	to: day('2024-03-31'),
	returned: day('2024-03-31'),
	findings: []
});

const WINDOW = { from: day('2023-04-01'), to: day('2024-03-31') };
const count = (...stays: readonly Stay[]): ReturnCounts => countReturn(cleanOf(...stays), WINDOW);
const daysOf = ({ exposures }: ReturnCounts) =>
	exposures.reduce((sum, { childDays }) => sum + childDays, 0);
const childrenOf = (rows: readonly { readonly children: number }[]) =>
	rows.reduce((sum, { children }) => sum + children, 0);

describe('care leavers of a day', () => {
	const clean = cleanOf(
		stay(child('2005-06-15'), '2022-05-01', null),
		stay(child('2004-06-15'), '2022-05-01', null, 'K2'),
		stay(child('2005-09-01'), '2022-05-01', '2023-08-31', 'U6'),
		stay(child('2006-04-01'), '2022-05-01', null)
	);

	test('are those who turned 18 in care, by their age and what they left', () => {
		// One left the day before the birthday, and one turns 18 the day after.
		expect(leaversAt(clean, day('2024-03-31'))).toEqual([
			{ age: 18, type: 'foster', people: 1 },
			{ age: 19, type: 'residential', people: 1 }
		]);
		expect(leaversAt(clean, day('2024-03-31'), ['residential'])[1]?.type).toBe('other');
		expect(leaversAt(clean, day('2023-06-14'))).toEqual([
			{ age: 18, type: 'residential', people: 1 }
		]);
	});

	test('are followed to their 25th birthday', () => {
		const people = (text: string) =>
			leaversAt(clean, day(text)).reduce((sum, own) => sum + own.people, 0);
		expect(['2029-06-14', '2029-06-15', '2030-06-15'].map(people)).toEqual([3, 2, 1]);
	});
});

describe('a child counts', () => {
	test('its days at risk, and once where it leaves', () => {
		const counts = count(stay(child('2012-01-15'), '2023-04-11', '2023-05-01'));
		expect(counts.exposures).toEqual([{ band: '10-15', type: 'foster', childDays: 20 }]);
		expect(counts.exits).toEqual([{ band: '10-15', type: 'foster', reason: 'E4A', children: 1 }]);
		expect(counts.entries).toEqual([{ band: '10-15', type: 'foster', first: 1, again: 0 }]);
		expect(counts.closing).toEqual([]);
	});

	test('in the days of the window alone', () => {
		const counts = count(stay(child('2012-01-15'), '2022-06-01', null));
		expect(counts.before).toEqual([{ age: 11, type: 'foster', children: 1, firstYear: 1 }]);
		expect(counts.closing).toEqual([{ age: 12, type: 'foster', children: 1, firstYear: 0 }]);
		expect(counts.entries).toEqual([]);
		// From the end of 31 March 2023 to that of 31 March 2024, 29 February between.
		expect(daysOf(counts)).toBe(366);
	});

	test('in the band of its age, from its birthday on', () => {
		const counts = count(stay(child('2013-09-01'), '2022-06-01', null));
		expect(counts.exposures).toEqual([
			{ band: '10-15', type: 'foster', childDays: 366 - 154 },
			{ band: '5-9', type: 'foster', childDays: 154 }
		]);
		expect(counts.moves).toEqual([]);
	});

	test('until its 18th birthday, which is no exit', () => {
		const later = count(stay(child('2005-07-01'), '2022-06-01', '2023-09-01', 'U6', 'E7'));
		expect(later.turned18).toBe(1);
		expect(later.exits).toEqual([]);
		expect(daysOf(later)).toBe(day('2023-07-01') - day('2023-03-31'));
		const onTheDay = count(stay(child('2005-07-01'), '2022-06-01', '2023-07-01', 'U6', 'E7'));
		expect(onTheDay).toEqual(later);
		const before = count(stay(child('2005-07-01'), '2022-06-01', '2023-06-30', 'U6', 'E7'));
		expect([before.turned18, childrenOf(before.exits)]).toEqual([0, 1]);
	});

	test('as a move where the next stay begins on the day of the end, else as an exit and a re-entry', () => {
		const own = child('2012-01-15');
		const moved = count(stay(own, '2022-06-01', '2023-06-01'), stay(own, '2023-06-01', null, 'K2'));
		expect(moved.moves).toEqual([
			{ band: '10-15', from: 'foster', to: 'residential', children: 1 }
		]);
		expect([moved.exits, moved.entries]).toEqual([[], []]);
		const back = count(stay(own, '2022-06-01', '2023-06-01'), stay(own, '2023-06-02', null, 'K2'));
		expect(childrenOf(back.exits)).toBe(1);
		expect(back.entries).toEqual([{ band: '10-15', type: 'residential', first: 0, again: 1 }]);
	});

	test('in its own placement while it is in a temporary one', () => {
		const own = child('2012-01-15');
		const counts = count(
			stay(own, '2022-06-01', '2023-06-01', 'K2'),
			stay(own, '2023-06-01', '2023-06-10', 'T1'),
			stay(own, '2023-06-10', null, 'K2')
		);
		expect(counts.exposures).toEqual([{ band: '10-15', type: 'residential', childDays: 366 }]);
		expect(counts.moves).toEqual([]);
	});

	test('in the first year of its time in care and after it, moves or not', () => {
		const own = child('2012-01-15');
		const { durations } = count(
			stay(own, '2023-01-01', '2023-06-01'),
			stay(own, '2023-06-01', '2024-02-01')
		);
		const early = day('2024-01-01') - day('2023-03-31');
		expect(durations).toEqual([
			{ band: '10-15', type: 'foster', phase: 'firstYear', childDays: early, exits: 0 },
			{ band: '10-15', type: 'foster', phase: 'later', childDays: 31, exits: 1 }
		]);
	});

	test('in the quarter and the year in which it came, as far back as the return goes', () => {
		const { quarterlyEntries, yearlyEntries } = count(
			stay(child('2012-01-15'), '2023-06-30', null),
			stay(child('2012-01-15'), '2023-07-01', null),
			stay(child('2020-01-15'), '2023-03-31', null),
			// Before the return begins, of which it knows only those who stayed.
			stay(child('2012-01-15'), '2022-03-31', null)
		);
		expect(quarterlyEntries).toEqual([1, 1, 0, 0]);
		expect(yearlyEntries.filter(({ children }) => children > 0)).toEqual([
			{ to: day('2023-03-31'), band: '1-4', children: 1 },
			{ to: day('2024-03-31'), band: '10-15', children: 2 }
		]);
		expect(yearlyEntries).toHaveLength(10);
	});
});

test('ages fall into bands', () => {
	expect([0, 1, 4, 5, 9, 10, 15, 16, 17].map(bandOf)).toEqual([
		'under-1',
		'1-4',
		'1-4',
		'5-9',
		'5-9',
		'10-15',
		'10-15',
		'16-17',
		'16-17'
	]);
});

test('a code in no list is another placement, as is a temporary one with nothing before it', () => {
	expect(returnTypeOf('', null)).toBe('other');
	expect(returnTypeOf('T0', null)).toBe('other');
	expect(returnTypeOf('S1', 'foster')).toBe('residential');
});

/** Children with one to three stays, gaps or none between them, of any age. */
const stays = fc
	.array(
		fc.record({
			born: fc.integer({ min: day('2003-01-01'), max: day('2023-12-31') }),
			start: fc.integer({ min: day('2021-01-01'), max: day('2024-03-31') }),
			parts: fc.array(
				fc.record({
					gap: fc.constantFrom(0, 0, 1, 30),
					length: fc.integer({ min: 0, max: 500 }),
					placement: fc.constantFrom('U6', 'U1', 'K2', 'H5', 'T1', 'P1')
				}),
				{ minLength: 1, maxLength: 3 }
			),
			isOpen: fc.boolean()
		}),
		{ maxLength: 8 }
	)
	.map((children) =>
		children.flatMap(({ born, start, parts, isOpen }) => {
			const own = child(dayText(born));
			let at = Math.max(start, born);
			return parts.map(({ gap, length, placement }, i): Stay => {
				const begin = i === 0 ? at : at + gap;
				at = begin + length;
				const end = isOpen && i === parts.length - 1 ? null : at;
				return { ...stay(own, '2022-01-01', null, placement), start: begin, end };
			});
		})
	)
	.map((all) =>
		all.filter(({ start, end }) => start <= day('2024-03-31') && (end ?? 0) <= day('2024-03-31'))
	);

describe('whatever the stays', () => {
	test('children before, and those who came, are those there at the end and those who went', () => {
		fc.assert(
			fc.property(stays, (all) => {
				const counts = countReturn(cleanOf(...all), WINDOW);
				const came = counts.entries.reduce((sum, { first, again }) => sum + first + again, 0);
				expect(childrenOf(counts.before) + came).toBe(
					childrenOf(counts.closing) + childrenOf(counts.exits) + counts.turned18
				);
			})
		);
	});

	test('two halves of a window have the days and the flows of the whole', () => {
		fc.assert(
			fc.property(stays, fc.integer({ min: 0, max: 364 }), (all, at) => {
				const clean = cleanOf(...all);
				const cut = WINDOW.from + at;
				const [whole, first, second] = [
					WINDOW,
					{ from: WINDOW.from, to: cut },
					{ from: cut + 1, to: WINDOW.to }
				].map((window) => countReturn(clean, window));
				const sums = (of: (counts: ReturnCounts) => number) =>
					[whole, first, second].map((counts) => (counts === undefined ? NaN : of(counts)));
				for (const of of [
					daysOf,
					({ exits }: ReturnCounts) => childrenOf(exits),
					({ moves }: ReturnCounts) => childrenOf(moves),
					({ turned18 }: ReturnCounts) => turned18,
					({ providers }: ReturnCounts) =>
						providers.reduce((sum, { childDays }) => sum + childDays, 0)
				]) {
					const [all = NaN, one = NaN, two = NaN] = sums(of);
					expect(one + two).toBe(all);
				}
				expect(second?.before).toEqual(first?.closing);
			})
		);
	});

	test('days by provider, by phase and by band are the same days, one for each day and child', () => {
		fc.assert(
			fc.property(stays, (all) => {
				const counts = countReturn(cleanOf(...all), WINDOW);
				const sum = (rows: readonly { readonly childDays: number }[]) =>
					rows.reduce((total, { childDays }) => total + childDays, 0);
				expect(sum(counts.providers)).toBe(daysOf(counts));
				expect(sum(counts.durations)).toBe(daysOf(counts));
				// Another way: the children at the end of each day before, one day at a time.
				let oneByOne = 0;
				for (let at = WINDOW.from - 1; at < WINDOW.to; at++)
					oneByOne += all.filter(
						({ child: { born }, start, end }) =>
							start <= at &&
							at < (end ?? Infinity) &&
							at <
								(parseDay(
									`${String(Number(dayText(born).slice(0, 4)) + 18)}${dayText(born).slice(4)}`
								) ?? born + 6574)
					).length;
				expect(daysOf(counts)).toBe(oneByOne);
			}),
			{ numRuns: 40 }
		);
	});
});
