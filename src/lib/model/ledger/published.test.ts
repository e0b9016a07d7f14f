import { describe, expect, test } from 'vitest';
import { compare } from '../compare';
import {
	change,
	checkOf,
	type CouncilParts,
	councilWith,
	linesOf,
	projected,
	scenarioIn,
	set,
	shownFigure
} from '../../../../tests/support/council';
import {
	allInPost,
	contract,
	type FileRecord,
	heading,
	saving
} from '../../../../tests/support/records';

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
			'Family services: its lines cost £40000.00 in 2025/26, more than the £30000.00 published'
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

describe('funding', () => {
	const stream = (fields: Partial<FileRecord<'fundingStreams'>>) => ({
		fundingStreams: [
			{
				id: 'grant',
				title: 'Grant',
				amounts: { '2025/26': '1200', '2026/27': '2400' },
				afterLast: 'ends' as const,
				...fields
			}
		]
	});

	test('falls away after its last amount: a cliff', () => {
		const projection = projected({ baseline: stream({}) });
		expect(shownFigure(projection, 'funding.total')).toEqual(['1200.00', '2400.00', '0.00']);
		expect(shownFigure(projection, 'net.total')).toEqual(['-1200.00', '-2400.00', '0.00']);
		expect(checkOf(projection, 'funding.cliffs')).toMatchObject({
			ok: false,
			message: 'Grant ends in 2027/28: a funding cliff'
		});
	});

	test('goes on at its last amount where it continues', () => {
		const projection = projected({ baseline: stream({ afterLast: 'continues' }) });
		expect(shownFigure(projection, 'funding.total')).toEqual(['1200.00', '2400.00', '2400.00']);
		expect(checkOf(projection, 'funding.cliffs').ok).toBe(true);
	});

	test('pays nothing from its end month on', () => {
		const projection = projected({
			baseline: stream({ afterLast: 'continues', ends: '2026-10' })
		});
		expect(shownFigure(projection, 'funding.total')).toEqual(['1200.00', '1200.00', '0.00']);
		expect(checkOf(projection, 'funding.cliffs').message).toContain('ends in 2026/27');
	});

	test('waits for a year whose amount is blank, and for one before its first amount', () => {
		const amounts = { '2026/27': null, '2027/28': '5' };
		expect(shown('funding.total', stream({ amounts }))).toEqual(['blocked', 'blocked', '5.00']);
	});
});

describe('a savings target', () => {
	const version = (fields: Partial<FileRecord<'savingsTargets'>['versions'][number]> = {}) => ({
		id: 'v1',
		date: '2025-02-20',
		status: 'approved' as const,
		amounts: { '2025/26': '100', '2026/27': '20', '2027/28': '3' },
		reason: '',
		...fields
	});

	test('adds up: what starts in a year recurs after it', () => {
		const savingsTargets = [saving({ versions: [version()] })];
		expect(shown('savings.target', { savingsTargets })).toEqual(['100.00', '120.00', '123.00']);
	});

	test('is what its last version says', () => {
		const savingsTargets = [
			saving({ versions: [version(), version({ id: 'v2', amounts: { '2026/27': '50' } })] })
		];
		expect(shown('savings.target', { savingsTargets })).toEqual(['0.00', '50.00', '50.00']);
	});

	test('is nothing once withdrawn, and leaves out what started before the projection', () => {
		const gone = [saving({ versions: [version(), version({ id: 'v2', status: 'withdrawn' })] })];
		expect(shown('savings.target', { savingsTargets: gone })).toEqual(['0.00', '0.00', '0.00']);
		const old = [saving({ versions: [version({ amounts: { '2024/25': '9', '2025/26': '1' } })] })];
		expect(shown('savings.target', { savingsTargets: old })[0]).toBe('1.00');
	});

	test('is met by falls in service cost, by the target that claims the heading, else from outside', () => {
		const projection = projected({
			baseline: {
				headings: [heading()],
				posts: [inside({ redundancyCost: '999' }), allInPost({ id: 'other' })],
				savingsTargets: [saving({ headings: ['family'], versions: [version()] })]
			},
			plan: [
				change({
					edits: [set('posts/officer', 'fte', '0.5'), set('posts/other', 'fte', '1.1')],
					oneOffs: [{ id: 'x', title: 'X', ledger: 'revenue', month: '2025-05', amount: '5000' }]
				})
			]
		});
		expect(shownFigure(projection, 'savings.identified/saving')[0]).toBe('20000.00');
		expect(shownFigure(projection, 'savings.identified/outside')[0]).toBe('-4000.00');
		expect(shownFigure(projection, 'savings.identified')[0]).toBe('16000.00');
	});
});

describe('one-offs of a change', () => {
	test('fall into the year of their month, each in its own ledger, in cash', () => {
		const item = (
			id: string,
			ledger: 'revenue' | 'capitalSpend' | 'capitalReceipt',
			month: string
		) => ({ id, title: id, ledger, month, amount: '100' }) as const;
		const council = councilWith({
			plan: [
				change({
					oneOffs: [
						item('a', 'revenue', '2026-03'),
						item('b', 'capitalSpend', '2026-04'),
						item('c', 'capitalReceipt', '2028-03'),
						item('d', 'revenue', '2028-04'),
						item('e', 'revenue', '2025-03')
					]
				})
			]
		});
		const { figures } = compare(
			council,
			scenarioIn(council, 'nothing'),
			scenarioIn(council, 'plan')
		);
		const difference = (id: string) => figures.get(id)?.difference.map((own) => own?.toFixed(2));
		expect(difference('cost.oneOff')).toEqual(['100.00', '0.00', '0.00']);
		expect(difference('capital.spend')).toEqual(['0.00', '100.00', '0.00']);
		expect(difference('capital.receipts')).toEqual(['0.00', '0.00', '100.00']);
		expect(difference('net.total')).toEqual(['100.00', '0.00', '0.00']);
	});
});
