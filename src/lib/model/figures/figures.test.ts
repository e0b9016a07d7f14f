import { describe, expect, test } from 'vitest';
import { change, projected, remove, set, shownFigure } from '../../../../tests/support/council';
import {
	allInPost,
	building,
	contract,
	gradePost,
	heading
} from '../../../../tests/support/records';
import { FIGURES } from './figureList';
import { knownPartOf, splitFigureId } from './figure';

const blockedBy = (projection: ReturnType<typeof projected>, id: string) =>
	projection.figures.get(id)?.blockedBy ?? [];

describe('a blocked figure', () => {
	const projection = projected({
		baseline: {
			posts: [
				gradePost({ salary: null, pensionRate: null, vacancy: null }),
				allInPost({ costPerFte: null }),
				allInPost({ id: 'known' })
			],
			buildings: [building({ rent: null, income: null })],
			contracts: [contract()]
		}
	});

	test('names every blank that it waits for, each once and in order', () => {
		expect(blockedBy(projection, 'cost.total')).toEqual([
			'buildings/centre.income',
			'buildings/centre.rent',
			'posts/officer.costPerFte',
			'posts/worker.pensionRate',
			'posts/worker.salary',
			'posts/worker.vacancy'
		]);
		expect(blockedBy(projection, 'cost.contracts')).toEqual([]);
	});

	test('blocks every total above it and nothing beside it', () => {
		for (const id of ['cost.staffing', 'cost.buildings', 'cost.total', 'net.total'])
			expect(shownFigure(projection, id)[0], id).toBe('blocked');
		expect(shownFigure(projection, 'cost.contracts')[0]).toBe('24000.00');
		expect(shownFigure(projection, 'staffing.fte')[0]).toBe('3');
	});

	test('shows the part that is known', () => {
		const staffing = projection.figures.get('cost.staffing');
		const total = projection.figures.get('cost.total');
		if (staffing === undefined || total === undefined) throw new Error('there are two figures');
		expect(knownPartOf(staffing, 0)?.toFixed(2)).toBe('40000.00');
		expect(knownPartOf(total, 0)?.toFixed(2)).toBe('64000.00');
	});
});

test('income that is known in part comes off the known part of net cost', () => {
	const fees = (id: string, budget: string | null) => heading({ id, use: 'income', budget });
	const projection = projected({
		baseline: { contracts: [contract()], headings: [fees('a', '50'), fees('b', null)] }
	});
	const known = (id: string) => {
		const figure = projection.figures.get(id);
		return figure === undefined ? undefined : knownPartOf(figure, 0)?.toFixed(2);
	};
	expect(shownFigure(projection, 'net.total')[0]).toBe('blocked');
	expect(known('net.total')).toBe('23950.00');
	expect(known('net.total/income')).toBe('-50.00');
});

describe('a blank', () => {
	test('is never zero', () => {
		expect(
			shownFigure(
				projected({ baseline: { buildings: [building({ income: null })] } }),
				'cost.buildings'
			)[0]
		).toBe('blocked');
		expect(
			shownFigure(
				projected({ baseline: { buildings: [building({ income: '0' })] } }),
				'cost.buildings'
			)[0]
		).toBe('12000.00');
	});

	test('does not matter in a version that has no weight', () => {
		// The blank cost is set from the first month on, so that the version without the change never holds.
		const filled = projected({
			baseline: { posts: [allInPost({ costPerFte: null })] },
			plan: [change({ edits: [set('posts/officer', 'costPerFte', '50000')] })]
		});
		expect(shownFigure(filled, 'cost.staffing')).toEqual(['50000.00', '50000.00', '50000.00']);
		expect(blockedBy(filled, 'cost.staffing')).toEqual([]);
	});

	test('matters only in the years in which its version holds', () => {
		const later = projected({
			baseline: { posts: [allInPost({ costPerFte: null })] },
			plan: [change({ start: '2026-04', edits: [set('posts/officer', 'costPerFte', '50000')] })]
		});
		expect(shownFigure(later, 'cost.staffing')).toEqual(['blocked', '50000.00', '50000.00']);
		const gone = projected({
			baseline: { posts: [allInPost({ costPerFte: null })] },
			plan: [
				change({ start: '2026-04', edits: [remove('posts/officer', { destination: 'vacant' })] })
			]
		});
		expect(shownFigure(gone, 'cost.staffing')).toEqual(['blocked', '0.00', '0.00']);
	});

	test('may be set by a change, and then blocks from its start', () => {
		const blanked = projected({
			baseline: { posts: [allInPost()] },
			plan: [change({ start: '2026-10', edits: [set('posts/officer', 'costPerFte', null)] })]
		});
		expect(shownFigure(blanked, 'cost.staffing')).toEqual(['40000.00', 'blocked', 'blocked']);
	});
});

describe('a pack', () => {
	const parts = {
		baseline: { posts: [allInPost({ costPerFte: null, vacancy: '0.5' })] },
		packs: [
			{
				id: 'p',
				title: 'Pack',
				description: '',
				on: true,
				values: [
					{
						field: 'posts/officer.costPerFte',
						value: '60000',
						low: '1',
						high: '70000',
						source: null
					},
					{ field: 'posts/officer.vacancy', value: '0', low: '0', high: '1', source: null }
				]
			}
		]
	};

	test('fills what is blank and leaves alone what is known', () => {
		expect(shownFigure(projected(parts), 'cost.staffing')[0]).toBe('30000.00');
	});

	test('can be left out, so that its fields are blank again', () => {
		const bare = projected(parts, 'plan', { packs: false });
		expect(shownFigure(bare, 'cost.staffing')[0]).toBe('blocked');
		expect(blockedBy(bare, 'cost.staffing')).toEqual(['posts/officer.costPerFte']);
	});

	test('that is off fills nothing', () => {
		const off = { ...parts, packs: parts.packs.map((pack) => ({ ...pack, on: false })) };
		expect(shownFigure(projected(off), 'cost.staffing')[0]).toBe('blocked');
	});

	test('fills the blanks of a record that a change adds', () => {
		const { packs } = parts;
		const added = projected({
			packs,
			plan: [
				change({
					edits: [
						{
							edit: 'add',
							kind: 'posts',
							record: JSON.parse(JSON.stringify(allInPost({ costPerFte: null }))) as never
						}
					]
				})
			]
		});
		expect(shownFigure(added, 'cost.staffing')[0]).toBe('60000.00');
	});
});

test('a figure is there even where nothing adds to it', () => {
	const empty = projected({});
	for (const id of Object.keys(FIGURES)) expect(empty.figures.has(id), id).toBe(true);
	expect(shownFigure(empty, 'net.total')).toEqual(['0.00', '0.00', '0.00']);
});

test('the id of a figure is split at its first slash', () => {
	expect(splitFigureId('cost.total')).toEqual({ figure: 'cost.total', part: null });
	expect(splitFigureId('care.children/1-4/foster')).toEqual({
		figure: 'care.children',
		part: '1-4/foster'
	});
});
