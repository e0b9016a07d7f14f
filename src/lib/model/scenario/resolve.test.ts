import { expect, test } from 'vitest';
import { change, projected, set, shownFigure } from '../../../../tests/support/council';
import { heading } from '../../../../tests/support/records';

test('of two changes that edit a heading the later start holds, whatever their order in the list', () => {
	const budget = (id: string, start: string, value: string) =>
		change({ id, start, edits: [set('headings/family', 'budget', value)] });
	const plan = [budget('late', '2026-04', '2'), budget('early', '2025-04', '1')];
	const projection = projected({ baseline: { headings: [heading()] }, plan });
	expect(shownFigure(projection, 'cost.headings')).toEqual(['2.00', '2.00', '2.00']);
});
