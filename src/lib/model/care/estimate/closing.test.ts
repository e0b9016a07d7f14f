import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARE_BANDS } from '../../records/careFlow';
import { TYPES, type CareModel } from './careModel';
import { closings } from './closing';
import { meanPath, monthAfter, spreadByMonth, stretchesBetween } from './path';
import { RETURN_TYPE_IDS } from './types';

const START = 19_000;
const perDay = fc.double({ min: 0, max: 0.02, noNaN: true });
const eachType = <T>(of: fc.Arbitrary<T>) =>
	fc.array(of, { minLength: TYPES, maxLength: TYPES }).map((values): readonly T[] => values);
const models = fc.record({
	rates: fc.array(fc.record({ exits: eachType(perDay), moves: eachType(eachType(perDay)) }), {
		minLength: CARE_BANDS.length,
		maxLength: CARE_BANDS.length
	}),
	// Entries that change from month to month, as those of a trend do.
	entries: fc.array(perDay, {
		minLength: CARE_BANDS.length * TYPES,
		maxLength: CARE_BANDS.length * TYPES
	})
});
const stocks = fc.array(
	fc.record({
		age: fc.nat(17),
		type: fc.constantFrom(...RETURN_TYPE_IDS),
		children: fc.nat(50),
		firstYear: fc.constant(0)
	}),
	{ maxLength: 12 }
);

test('children followed band by band are those followed by each month of age, whatever was followed before', () => {
	fc.assert(
		fc.property(
			stocks,
			fc.array(models, { minLength: 1, maxLength: 2 }),
			fc.integer({ min: 1, max: 48 }),
			fc.constantFrom(0, 9),
			(stock, drawn, months, daysMore) => {
				const opening = spreadByMonth(stock, false);
				const stretches = stretchesBetween(START, monthAfter(START, months) + daysMore);
				const own = closings(opening[0] ?? new Float64Array(), stretches);
				for (const { rates, entries } of drawn) {
					const model: CareModel = {
						rates,
						early: null,
						entriesPerDay: (from) => Float64Array.from(entries, (one) => one * (1 + from / START))
					};
					const path = meanPath(opening, model, stretches);
					for (const [at, closing] of own(model).entries())
						for (const [state, children] of closing.entries())
							expect(
								Math.abs(children - (path[at]?.closing[state] ?? NaN)),
								`${at} ${state}`
							).toBeLessThan(1e-11);
				}
			}
		),
		{ numRuns: 16 }
	);
});
