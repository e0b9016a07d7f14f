import fc from 'fast-check';
import { CARE_BANDS } from '../records/careFlow';
import { describe, expect, test } from 'vitest';
import { monthOperator, type BandRates } from './generator';
import { AGE_CELLS, evenProfile, newbornProfile, stepMonth } from './propagate';

const profiles = CARE_BANDS.map((_, band) => (band === 0 ? newbornProfile() : evenProfile(band)));

interface Case {
	readonly types: number;
	readonly state: Float64Array;
	readonly rates: readonly BandRates[];
	readonly entriesPerDay: Float64Array;
}

const anyCase = fc.integer({ min: 1, max: 5 }).chain((types): fc.Arbitrary<Case> => {
	const amounts = (length: number, max: number): fc.Arbitrary<number[]> =>
		fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max, noNaN: true })), {
			minLength: length,
			maxLength: length
		});
	const bandRates = fc.record({
		exits: amounts(types, 0.05),
		moves: fc.array(amounts(types, 0.05), { minLength: types, maxLength: types })
	});
	return fc.record({
		types: fc.constant(types),
		state: amounts(AGE_CELLS * types, 20).map((cells) => Float64Array.from(cells)),
		rates: fc.array(bandRates, { minLength: CARE_BANDS.length, maxLength: CARE_BANDS.length }),
		entriesPerDay: amounts(CARE_BANDS.length * types, 0.5).map((entries) =>
			Float64Array.from(entries)
		)
	});
});

function step({ state, rates, entriesPerDay }: Case, days: number) {
	const operators = rates.map((band) => monthOperator(band, days));
	return stepMonth(state, operators, rates, entriesPerDay, profiles);
}

function total(amounts: Float64Array): number {
	return amounts.reduce((sum, amount) => sum + amount, 0);
}

describe('in any month', () => {
	test('opening and flows give the closing stock in every band and type', () => {
		fc.assert(
			fc.property(anyCase, fc.integer({ min: 28, max: 31 }), (start, days) => {
				let state = start.state;
				let previousClosing: Float64Array | undefined;
				for (let month = 0; month < 14; month++) {
					const stepped = step({ ...start, state }, days);
					const f = stepped.flows;
					f.closing.forEach((closing, i) => {
						const expected =
							f.opening[i]! +
							f.entries[i]! +
							f.movesIn[i]! -
							f.movesOut[i]! +
							f.agedIn[i]! -
							f.agedOut[i]! -
							f.exits[i]!;
						expect(Math.abs(closing - expected)).toBeLessThan(1e-10);
						if (previousClosing)
							expect(Math.abs(f.opening[i]! - previousClosing[i]!)).toBeLessThan(1e-10);
					});
					expect([...f.turned18]).toEqual([...f.agedOut.subarray(4 * start.types)]);
					state = stepped.state;
					previousClosing = f.closing;
				}
			}),
			{ numRuns: 25 }
		);
	});

	test('no stock, flow or child-day is negative, and no child-day exceeds what the children could spend', () => {
		fc.assert(
			fc.property(anyCase, fc.integer({ min: 28, max: 31 }), (start, days) => {
				const { state, flows } = step(start, days);
				const { days: length, ...counts } = flows;
				for (const amounts of [state, ...Object.values(counts)]) {
					expect(Math.min(...amounts)).toBeGreaterThanOrEqual(0);
				}
				const atMost = (total(flows.opening) + total(flows.entries) / 2) * length;
				expect(total(flows.childDays)).toBeLessThanOrEqual(atMost * (1 + 1e-12));
			}),
			{ numRuns: 40 }
		);
	});

	test('moves within care cancel: as many arrive as leave, band by band', () => {
		fc.assert(
			fc.property(anyCase, (start) => {
				const { flows } = step(start, 30);
				for (let band = 0; band < CARE_BANDS.length; band++) {
					const part = (amounts: Float64Array): number =>
						total(amounts.subarray(band * start.types, (band + 1) * start.types));
					expect(Math.abs(part(flows.movesIn) - part(flows.movesOut))).toBeLessThan(1e-10);
				}
			}),
			{ numRuns: 30 }
		);
	});

	test('twice the stock and entries give twice of everything', () => {
		fc.assert(
			fc.property(anyCase, (start) => {
				const once = step(start, 31);
				const doubled = step(
					{
						...start,
						state: start.state.map((n) => 2 * n),
						entriesPerDay: start.entriesPerDay.map((n) => 2 * n)
					},
					31
				);
				// Doubling is exact in binary, so nothing may differ even in the last bit.
				expect(doubled.state).toEqual(once.state.map((n) => 2 * n));
				const { days, ...counts } = once.flows;
				expect(doubled.flows).toEqual({
					days,
					...Object.fromEntries(
						Object.entries(counts).map(([name, n]) => [name, n.map((x) => 2 * x)])
					)
				});
			}),
			{ numRuns: 30 }
		);
	});

	test('two half months without ageing between them make the whole month', () => {
		fc.assert(
			fc.property(anyCase, (start) => {
				const younger = (state: Float64Array, oldest: readonly number[]): Float64Array => {
					const back = new Float64Array(state.length);
					back.set(state.subarray(start.types));
					back.set(oldest, state.length - start.types);
					return back;
				};
				const whole = step(start, 30);
				const first = step(start, 15);
				const middle = younger(first.state, [...first.flows.turned18]);
				const second = step({ ...start, state: middle }, 15);
				whole.state.forEach((n, i) => expect(Math.abs(second.state[i]! - n)).toBeLessThan(1e-11));
				for (const flow of ['childDays', 'exits', 'movesIn', 'movesOut', 'entries'] as const) {
					whole.flows[flow].forEach((n, i) => {
						const inTwo = first.flows[flow][i]! + second.flows[flow][i]!;
						expect(Math.abs(inTwo - n)).toBeLessThan(1e-9);
					});
				}
			}),
			{ numRuns: 30 }
		);
	});

	test('the arrays given are left as they were', () => {
		fc.assert(
			fc.property(anyCase, (start) => {
				const before = { state: start.state.slice(), entries: start.entriesPerDay.slice() };
				const { state } = step(start, 30);
				expect(start.state).toEqual(before.state);
				expect(start.entriesPerDay).toEqual(before.entries);
				expect(state).not.toBe(start.state);
			}),
			{ numRuns: 10 }
		);
	});
});

describe('ten years', () => {
	test('lose and find no child: opening and entries equal exits, eighteenth birthdays and stock', () => {
		fc.assert(
			fc.property(anyCase, (start) => {
				const calendar = [30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31];
				let state = start.state;
				let entered = 0;
				let left = 0;
				for (let month = 0; month < 120; month++) {
					const stepped = step({ ...start, state }, calendar[month % 12]!);
					entered += total(stepped.flows.entries);
					left += total(stepped.flows.exits) + total(stepped.flows.turned18);
					state = stepped.state;
				}
				const known = total(start.state) + entered;
				expect(Math.abs(left + total(state) - known)).toBeLessThan(1e-11 * Math.max(1, known));
			}),
			{ numRuns: 15 }
		);
	});
});
