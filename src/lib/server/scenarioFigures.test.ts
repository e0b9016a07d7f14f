import { describe, expect, test } from 'vitest';
import { change, councilWith, scenarioIn, set } from '../../../tests/support/council';
import { at, edit, keep, keptForEachTest, person } from '../../../tests/support/kept';
import { allInPost } from '../../../tests/support/records';
import { project, removalOf, type Projection } from '../model';
import { localUser } from './access/policy';
import { saveEdit } from './edits';
import { keepTotals, movedTotals, takeNote } from './scenarioFigures';

const kept = keptForEachTest();
const ann = person('Ann');
const here = at(localUser);

const council = councilWith({
	baseline: { posts: [allInPost({ fte: '2', costPerFte: '10000' })] },
	plan: [change({ edits: [set('posts/officer', 'fte', '3')] })]
});
const now = project(council, scenarioIn(council, 'plan'));

/** The projection as another version of the engine would have made it: a pound less in the second year. */
function byAnother(engine: string): Projection {
	const figures = new Map(now.figures);
	const net = figures.get('net.total');
	if (net === undefined) throw new Error('there is no net cost');
	const values = Float64Array.from(net.values, (pence, y) => (y === 1 ? pence - 100 : pence));
	figures.set('net.total', { ...net, values });
	return { ...now, engine, figures };
}

const rows = () => kept.store.$client.prepare('SELECT * FROM scenario_figures').all();

describe('a scenario whose totals an earlier engine made', () => {
	test('says which moved in which year and from what, until somebody takes note', () => {
		keep(kept, council);
		keepTotals(kept.store, here, 1, byAnother('0.9.0'));
		keepTotals(kept.store, here, 1, now);
		expect(movedTotals(kept.store, here, 1, now)).toEqual({
			engine: '0.9.0',
			moved: [{ figure: 'net.total', year: '2026/27', before: '29999', after: '30000' }]
		});
		takeNote(kept.store, at(ann), 1, now);
		expect(movedTotals(kept.store, here, 1, now)).toBeNull();
	});

	test('says nothing where none moved', () => {
		keep(kept, council);
		keepTotals(kept.store, here, 1, { ...now, engine: '0.9.0' });
		expect(movedTotals(kept.store, here, 1, now)).toBeNull();
	});

	test('says that it cannot be told where its council was edited first, until somebody takes note', () => {
		keep(kept, council);
		keepTotals(kept.store, here, 1, byAnother('0.9.0'));
		keepTotals(kept.store, here, 2, now);
		expect(movedTotals(kept.store, here, 2, now)).toEqual({ engine: '0.9.0', moved: null });
		takeNote(kept.store, at(ann), 2, now);
		expect(movedTotals(kept.store, here, 2, now)).toBeNull();
	});

	test('says nothing of an edit where somebody looked before, and nothing had moved', () => {
		keep(kept, council);
		keepTotals(kept.store, here, 1, { ...now, engine: '0.9.0' });
		keepTotals(kept.store, here, 1, now);
		keepTotals(kept.store, here, 2, now);
		expect(movedTotals(kept.store, here, 2, now)).toBeNull();
		expect(rows()).toMatchObject([{ revision: 2, engine: now.engine }]);
	});

	test('is deleted with what is kept of it', () => {
		keep(kept, council);
		keepTotals(kept.store, here, 1, now);
		saveEdit(kept.store, at(ann), edit(removalOf(council, 'plan'), { act: 'removed' }));
		expect(rows()).toEqual([]);
	});
});

test('a page is read all the same where the disk takes no writing', () => {
	keep(kept, council);
	kept.store.$client.pragma('query_only = ON');
	expect(() => keepTotals(kept.store, here, 1, now)).not.toThrow();
	expect(() => takeNote(kept.store, at(ann), 1, now)).toThrow();
});
