import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitDemand } from './marginSplit';

describe('demand for a placement group', () => {
	test('goes outside once the places in use are full', () => {
		// 40 places at 80 % over 4 weeks hold 128 child-weeks.
		expect(splitDemand(200, 40, 0.8, 4)).toEqual({ inHouseWeeks: 128, externalWeeks: 72 });
	});

	test('stays inside while there is room', () => {
		expect(splitDemand(100, 40, 0.8, 4)).toEqual({ inHouseWeeks: 100, externalWeeks: 0 });
	});

	test('goes outside entirely where the council has no places', () => {
		expect(splitDemand(100, 0, 0.8, 4)).toEqual({ inHouseWeeks: 0, externalWeeks: 100 });
	});

	test('saves the external week first when a child is avoided, and the council week only when none is left', () => {
		expect(
			splitDemand(128.5, 40, 0.8, 4).externalWeeks - splitDemand(128, 40, 0.8, 4).externalWeeks
		).toBe(0.5);
		expect(
			splitDemand(128, 40, 0.8, 4).inHouseWeeks - splitDemand(127.5, 40, 0.8, 4).inHouseWeeks
		).toBe(0.5);
	});

	test('is met in full, never by more than the places hold', () => {
		const amount = fc.double({ min: 0, max: 1e5, noNaN: true });
		fc.assert(
			fc.property(
				amount,
				amount,
				fc.double({ min: 0, max: 1.2, noNaN: true }),
				(demand, places, occupancy) => {
					const { inHouseWeeks, externalWeeks } = splitDemand(demand, places, occupancy, 4.3);
					expect(Math.abs(inHouseWeeks + externalWeeks - demand)).toBeLessThanOrEqual(1e-9);
					expect(inHouseWeeks).toBeLessThanOrEqual(places * occupancy * 4.3);
					expect(externalWeeks === 0 || inHouseWeeks === places * occupancy * 4.3).toBe(true);
					expect(Math.min(inHouseWeeks, externalWeeks)).toBeGreaterThanOrEqual(0);
				}
			)
		);
	});

	test.each([
		[-1, 40, 0.8, 4],
		[100, NaN, 0.8, 4],
		[100, 40, -0.1, 4],
		[100, 40, 0.8, Infinity]
	])('is refused with an impossible amount: %d weeks, %d places, %d, %d weeks', (...amounts) => {
		expect(() => splitDemand(...amounts)).toThrow(RangeError);
	});
});
