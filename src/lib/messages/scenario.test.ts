import { describe, expect, test } from 'vitest';
import { houseOf } from '$lib/format';
import { whyNothing } from './scenario';

const house = houseOf({
	firstYear: '2026/27',
	style: { years: 'slash', numbers: 'plain', terms: 'cash' }
});

const change = { on: true, start: '2027-04', end: null, edits: [{}], oneOffs: [] };
const why = (...changes: Parameters<typeof whyNothing>[0]['changes']) =>
	whyNothing({ title: 'Plan', changes }, 'Nothing', ['2026/27', '2027/28'], house);
const so = 'so it differs from ‘Nothing’ by £0 in every year.';

describe('a scenario without an effect says why', () => {
	test('because it has no changes', () => {
		expect(why()).toBe(`‘Plan’ has no changes yet, ${so}`);
	});

	test('because none is switched on', () => {
		expect(why({ ...change, on: false })).toBe(`No change of ‘Plan’ is switched on, ${so}`);
	});

	test('because those that are on do nothing', () => {
		expect(why({ ...change, edits: [] }, { ...change, on: false })).toBe(
			`The changes of ‘Plan’ do nothing yet, ${so}`
		);
	});

	test('because the first begins after the period', () => {
		expect(why({ ...change, start: '2028-09' }, { ...change, start: '2028-04' })).toBe(
			`The first change of ‘Plan’ starts in April 2028, after 2026/27 to 2027/28, ${so}`
		);
	});

	test('because all have ended before it', () => {
		expect(why({ ...change, start: '2020-04', end: '2026-04' })).toBe(
			`Every change of ‘Plan’ has ended before 2026/27 to 2027/28, ${so}`
		);
	});

	test('or that nothing depends on what they set', () => {
		expect(why(change)).toBe(
			`What the changes of ‘Plan’ set is what the baseline says, or no figure depends on it, ${so}`
		);
	});
});
