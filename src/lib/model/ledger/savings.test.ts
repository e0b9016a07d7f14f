import { describe, expect, test } from 'vitest';
import {
	change,
	type CouncilParts,
	projected,
	set,
	shownFigure
} from '../../../../tests/support/council';
import { allInPost, type FileRecord, heading, saving } from '../../../../tests/support/records';

const inside = (fields: Partial<FileRecord<'posts'>> = {}) =>
	allInPost({ heading: 'family', headingScope: 'included', ...fields });

const shown = (id: string, baseline: CouncilParts['baseline']) =>
	shownFigure(projected({ baseline: baseline ?? {} }), id);

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
