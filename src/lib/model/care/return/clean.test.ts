import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayText, parseDay, type DayNumber } from '../../calendar/days';
import { cleanReturn, type CleanReturn } from './clean';
import type { EpisodeRow, HeaderRow, ReturnRows } from './rows';

const day = (text: string): DayNumber => parseDay(text) ?? NaN;

function header(child: string, more: Partial<HeaderRow> = {}): HeaderRow {
	return {
		file: 0,
		row: 2,
		child,
		sex: '1',
		born: day('2010-06-15'),
		ethnicity: 'WBRI',
		council: 'Northshire',
		year: 2024,
		...more
	};
}

let row = 1;

function episode(
	start: string | null,
	end: string | null,
	more: Partial<EpisodeRow> = {}
): EpisodeRow {
	row += 1;
	return {
		file: 1,
		row,
		child: 'a',
		start: start === null ? null : day(start),
		end: end === null ? null : day(end),
		startReason: 'S',
		endReason: end === null ? '' : 'E4A',
		legalStatus: 'C2',
		placement: 'U6',
		provider: 'PR1',
		year: 2024,
		...more
	};
}

function clean(
	episodes: readonly EpisodeRow[],
	headers: readonly HeaderRow[] = [header('a')]
): CleanReturn {
	return cleanReturn({ files: ['header.csv', 'episodes.csv'], headers, episodes, uasc: [] });
}

const shown = ({ stays }: CleanReturn) =>
	stays.map(({ start, end, placement }) =>
		[dayText(start), end === null ? '' : dayText(end), placement].join(' ')
	);
const rules = ({ findings }: CleanReturn) => findings.map(({ rule }) => rule);

describe('a row is left out', () => {
	test('of a short break, without a start or ending before it, without a header or a date of birth', () => {
		const result = clean(
			[
				episode('2023-05-01', null, { legalStatus: 'V4' }),
				episode(null, '2023-05-01'),
				episode('2023-05-02', '2023-05-01'),
				episode('2023-05-01', null, { child: 'nobody' }),
				episode('2023-05-01', null, { child: 'unborn' }),
				episode('2023-06-01', null)
			],
			[header('a'), header('unborn', { born: null, row: 9 })]
		);
		expect(shown(result)).toEqual(['2023-06-01  U6']);
		expect(rules(result)).toEqual([
			'shortBreak',
			'noStart',
			'endsBeforeStart',
			'noHeader',
			'noBirthDate'
		]);
		expect(result.findings[4]?.because).toEqual({ file: 0, row: 9 });
	});

	test('where another of the child begins on the same day and ends later', () => {
		const result = clean([
			episode('2023-05-01', '2023-06-01', { placement: 'K2' }),
			episode('2023-05-01', null, { placement: 'U4' })
		]);
		expect(shown(result)).toEqual(['2023-05-01 2023-06-01 K2']);
		expect(rules(result)).toEqual(['sameStart']);
	});

	test('where an earlier one of the child ends on the same day, or is open too', () => {
		const result = clean([episode('2023-05-01', null), episode('2023-05-03', null)]);
		expect(shown(result)).toEqual(['2023-05-01  U6']);
		expect(rules(result)).toEqual(['sameEnd']);
	});

	test('where only the legal status changed, and the stay before goes on', () => {
		const result = clean([
			episode('2023-05-01', '2023-06-01', { endReason: 'X1' }),
			episode('2023-06-01', '2023-07-01', { startReason: 'L', endReason: 'X1', placement: 'K2' }),
			episode('2023-07-01', null, { startReason: 'T', placement: 'R1' })
		]);
		expect(shown(result)).toEqual(['2023-05-01  U6']);
		expect(rules(result)).toEqual(['joined', 'joined']);
	});
});

describe('an end', () => {
	test('is cut where the next stay begins before it, and filled where it is blank', () => {
		const result = clean([
			episode('2023-05-01', '2023-06-20'),
			episode('2023-06-15', null, { placement: 'K2' }),
			episode('2023-08-01', '2023-09-01', { placement: 'K1' })
		]);
		expect(shown(result)).toEqual([
			'2023-05-01 2023-06-15 U6',
			'2023-06-15 2023-08-01 K2',
			'2023-08-01 2023-09-01 K1'
		]);
		expect(rules(result)).toEqual(['endCut', 'endFilled']);
	});
});

test('a new legal status after a gap is a new stay', () => {
	const result = clean([
		episode('2023-05-01', '2023-06-01'),
		episode('2023-06-02', null, { startReason: 'L' })
	]);
	expect(shown(result)).toHaveLength(2);
	expect(result.findings).toEqual([]);
});

test('the latest header of a child counts, and where it is told of asylum, all its stays', () => {
	const { stays } = cleanReturn({
		files: [],
		headers: [header('a', { year: 2024, sex: '2' }), header('a', { year: 2023, sex: '1' })],
		episodes: [episode('2023-05-01', null)],
		uasc: [{ file: 2, row: 2, child: 'a', ceases: null, year: 2023 }]
	});
	expect(stays[0]?.child).toMatchObject({ sex: '2', isUasc: true });
});

test('the return goes from April before its first year to the March after its last day', () => {
	const { from, to } = clean([
		episode('2015-01-01', '2022-09-01', { year: 2023 }),
		episode('2023-05-01', '2024-01-10', { year: 2024 })
	]);
	expect([dayText(from), dayText(to)]).toEqual(['2022-04-01', '2024-03-31']);
});

/** Returns of a few children with dates that overlap, repeat and leave gaps. */
const returns: fc.Arbitrary<ReturnRows> = fc
	.array(
		fc.record({
			child: fc.constantFrom('a', 'b', 'c', 'nobody'),
			start: fc.integer({ min: 0, max: 40 }),
			length: fc.option(fc.integer({ min: 0, max: 30 })),
			startReason: fc.constantFrom('S', 'P', 'L', 'T', 'U', 'B'),
			placement: fc.constantFrom('U6', 'K2', 'H5'),
			year: fc.constantFrom(2023, 2024)
		}),
		{ minLength: 1, maxLength: 25 }
	)
	.map((drafts) => ({
		files: [],
		headers: ['a', 'b', 'c'].map((child) => header(child)),
		uasc: [],
		episodes: drafts.map(({ child, start, length, startReason, placement, year }, i) => ({
			...episode(null, null, { child, startReason, placement, year }),
			row: i + 2,
			start: day('2022-04-01') + start,
			end: length === null ? null : day('2022-04-01') + start + length
		}))
	}));

/** What is left of a return, child by child, with no word of who is who. */
function outcome(rows: ReturnRows): readonly string[] {
	const { stays } = cleanReturn(rows);
	const byChild = new Map<unknown, string[]>();
	for (const stay of stays) {
		const own = byChild.get(stay.child) ?? [];
		byChild.set(stay.child, [...own, [stay.start, stay.end, stay.placement].join(' ')]);
	}
	return [...byChild.values()].map((own) => own.join('; ')).sort();
}

describe('whatever the rows', () => {
	test('no child is in two places on one day, and none of the left-out rows is without a finding', () => {
		fc.assert(
			fc.property(returns, (rows) => {
				const { stays, findings } = cleanReturn(rows);
				stays.forEach((stay, i) => {
					const next = stays[i + 1];
					if (next?.child !== stay.child) return;
					expect(stay.end).not.toBeNull();
					expect(stay.end ?? Infinity).toBeLessThanOrEqual(next.start);
				});
				const kept = findings.filter(({ rule }) => rule === 'endCut' || rule === 'endFilled');
				expect(stays.length + findings.length - kept.length).toBe(rows.episodes.length);
			})
		);
	});

	test('the order of the rows changes nothing', () => {
		fc.assert(
			fc.property(
				returns.chain((rows) =>
					fc.tuple(
						fc.constant(rows),
						fc.shuffledSubarray([...rows.episodes], { minLength: rows.episodes.length })
					)
				),
				([rows, episodes]) => {
					expect(outcome({ ...rows, episodes })).toEqual(outcome(rows));
				}
			)
		);
	});

	test('other names of the children change nothing', () => {
		fc.assert(
			fc.property(returns, (rows) => {
				const renamed = (one: { readonly child: string }) => `9${one.child}9`;
				expect(
					outcome({
						...rows,
						headers: rows.headers.map((one) => ({ ...one, child: renamed(one) })),
						episodes: rows.episodes.map((one) => ({ ...one, child: renamed(one) }))
					})
				).toEqual(outcome(rows));
			})
		);
	});

	test('every day of a child in care stays a day in care', () => {
		fc.assert(
			fc.property(returns, (rows) => {
				const { stays, to } = cleanReturn(rows);
				const days = new Set(
					stays.flatMap(({ start, end }) =>
						Array.from({ length: Math.max((end ?? to) - start, 0) }, (_, i) => start + i)
					)
				);
				for (const { start } of stays) expect(start).toBeLessThanOrEqual(to);
				expect(days.size === 0 || Math.max(...days) < to).toBe(true);
			})
		);
	});
});
