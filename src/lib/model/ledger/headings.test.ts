import { describe, expect, test } from 'vitest';
import {
	change,
	checkOf,
	type CouncilParts,
	linesOf,
	projected,
	set,
	shownFigure
} from '../../../../tests/support/council';
import { allInPost, contract, type FileRecord, heading } from '../../../../tests/support/records';

const inside = (fields: Partial<FileRecord<'posts'>> = {}) =>
	allInPost({ heading: 'family', headingScope: 'included', ...fields });

const shown = (id: string, baseline: CouncilParts['baseline']) =>
	shownFigure(projected({ baseline: baseline ?? {} }), id);

describe('the remainder of a heading', () => {
	test('is its figure less the records that it surely contains, so that the total is the published one', () => {
		const baseline = { headings: [heading()], posts: [inside(), inside({ id: 'second' })] };
		expect(shown('cost.headings', baseline)[0]).toBe('20000.00');
		expect(shown('cost.total', baseline)[0]).toBe('100000.00');
	});

	test('moves with the index of the heading from its base year, with base-year prices of the records', () => {
		const baseline = {
			headings: [heading({ baseYear: '2026/27', index: 'prices' })],
			posts: [inside({ index: 'prices' })]
		};
		// In 2026/27 the post costs £40,800: £59,200 remain, over 1.02 before, as they are, times 1.03 after.
		expect(shown('cost.headings', baseline)).toEqual([
			(59200 / 1.02).toFixed(2),
			'59200.00',
			'60976.00'
		]);
	});

	test('contains a contract for the months of the base year before its end', () => {
		const remaining = (ends: string) =>
			shown('cost.headings', {
				headings: [heading()],
				contracts: [
					contract({ heading: 'family', headingScope: 'included', clientSideCost: '1200', ends })
				]
			})[0];
		// £24,000 and £1,200 a year: three months of 2025/26 are £6,300, all twelve £25,200.
		expect(remaining('2025-07')).toBe('93700.00');
		expect(remaining('2026-04')).toBe('74800.00');
		expect(remaining('2030-01')).toBe('74800.00');
		expect(remaining('2025-04')).toBe('100000.00');
		expect(remaining('2020-01')).toBe('100000.00');
	});

	test('does not move when a change edits a record that it contains', () => {
		const projection = projected({
			baseline: { headings: [heading()], posts: [inside()] },
			plan: [change({ edits: [set('posts/officer', 'fte', '0.5')] })]
		});
		expect(shownFigure(projection, 'cost.headings')[0]).toBe('60000.00');
		expect(shownFigure(projection, 'cost.total')[0]).toBe('80000.00');
	});

	test('waits for the figure of its own basis only', () => {
		const known = heading({ basis: 'budget', budget: '100000', outturn: null });
		expect(shown('cost.headings', { headings: [known] })[0]).toBe('100000.00');
		const unknown = heading({ basis: 'outturn', budget: '100000', outturn: null });
		expect(shown('cost.headings', { headings: [unknown] })[0]).toBe('blocked');
	});

	test('fails a check where it is negative, and stays negative', () => {
		const projection = projected({
			baseline: { headings: [heading({ budget: '30000' })], posts: [inside()] }
		});
		expect(shownFigure(projection, 'cost.headings')[0]).toBe('-10000.00');
		expect(checkOf(projection, 'headings.remainder')).toMatchObject({ ok: false });
		expect(checkOf(projection, 'headings.remainder').message).toContain(
			'Family services: its lines cost £40,000.00 in 2025/26, more than the £30,000.00 published'
		);
	});
});

describe('outturn above budget', () => {
	const overspent = heading({ basis: 'outturn', budget: '100000', outturn: '112345.67' });

	test('splits into the remainder on the budget and the overspend', () => {
		const projection = projected({ baseline: { headings: [overspent], posts: [inside()] } });
		expect(linesOf(projection, 'cost.headings')).toEqual({
			'headings/family/remainder': [6000000, 6000000, 6000000],
			'headings/family/overspend': [1234567, 1234567, 1234567]
		});
		expect(shownFigure(projection, 'cost.total')[0]).toBe('112345.67');
	});

	test('does not split where outturn stayed within budget, or the budget is not known', () => {
		for (const budget of ['112345.67', '200000', null])
			expect(
				linesOf(projected({ baseline: { headings: [{ ...overspent, budget }] } }), 'cost.headings')
			).toEqual({ 'headings/family/remainder': [11234567, 11234567, 11234567] });
	});
});

describe('scope', () => {
	test('a heading outside the totals has no line', () => {
		expect(shown('cost.total', { headings: [heading({ scope: 'excluded' })] })[0]).toBe('0.00');
	});

	test('a heading of unknown scope is in the totals, and a check says so', () => {
		const projection = projected({ baseline: { headings: [heading({ scope: 'unknown' })] } });
		expect(shownFigure(projection, 'cost.total')[0]).toBe('100000.00');
		expect(checkOf(projection, 'scope.known').ok).toBe(false);
	});

	test('a record of unknown scope counts beside the heading; the range goes down as if it were inside', () => {
		const projection = projected({
			baseline: { headings: [heading()], posts: [inside({ headingScope: 'unknown' })] }
		});
		expect(shownFigure(projection, 'cost.total')[0]).toBe('140000.00');
		expect(shownFigure(projection, 'cost.unknownScope')[0]).toBe('40000.00');
		expect(checkOf(projection, 'scope.known').message).toMatch(
			/Officers: may be inside Family services.*40,000\.00/
		);
	});

	test('a record that the heading does not contain leaves the remainder alone', () => {
		const projection = projected({
			baseline: { headings: [heading()], posts: [inside({ headingScope: 'excluded' })] }
		});
		expect(shownFigure(projection, 'cost.total')[0]).toBe('140000.00');
		expect(checkOf(projection, 'scope.known').ok).toBe(true);
	});
});

test('income is no cost, and published headings are only checked', () => {
	const baseline = {
		headings: [
			heading({ id: 'fees', use: 'income', budget: '700' }),
			heading({ id: 'memo', use: 'published' })
		]
	};
	expect(shown('income.total', baseline)[0]).toBe('700.00');
	expect(shown('cost.total', baseline)[0]).toBe('0.00');
	expect(shown('net.total', baseline)[0]).toBe('-700.00');
});
