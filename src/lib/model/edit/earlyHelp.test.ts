import { describe, expect, test } from 'vitest';
import { effect, made, newest, problemsOf } from '../../../../tests/support/trial';

describe('an early help expansion', () => {
	const MORE = {
		service: 'outreach',
		post: 'outreach-workers',
		moreFte: '2',
		moreHeads: '3',
		start: '2026-04',
		recruiting: '6000',
		equipment: '2500'
	};

	test('lets the service take more cases, and fewer children enter care', () => {
		const council = made('earlyHelp', MORE);
		// 2 FTE × 92% × 60% × 10 cases ÷ 3 months × 82% a month, twelve times.
		const areas = ['fernmouth', 'harrowmere', 'oxenfold', 'stonelow'];
		const more = areas.map((area) => Number(effect(council, `capacity.total/outreach/${area}`)[0]));
		expect(more.reduce((total, own) => total + own)).toBeCloseTo(
			2 * 0.92 * 0.6 * (10 / 3) * 0.82 * 12,
			6
		);
		expect(Number(effect(council, 'care.children').at(-1))).toBeLessThan(0);
		expect(effect(council, 'cost.oneOff')[0]).toBe('6000');
		expect(effect(council, 'capital.spend')[0]).toBe('2500');
	});

	test('stands on what another change of the scenario has set before', () => {
		const grown = made('earlyHelp', MORE);
		const twice = made('earlyHelp', { ...MORE, start: '2027-04' }, { council: grown });
		expect(newest(twice)?.edits).toMatchObject([
			{ field: 'fte', value: '14' },
			{ field: 'heads', value: '17' }
		]);
	});

	test('needs posts that work for the service', () => {
		expect(problemsOf('earlyHelp', { ...MORE, post: 'triage-officers' })).toEqual({
			post: 'no time of Triage officers goes to Outreach visiting; choose posts that work for it'
		});
	});
});
