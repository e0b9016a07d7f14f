import { Decimal } from 'decimal.js';
import { expect, test } from 'vitest';
import {
	change,
	councilWith,
	type FileEdit,
	scale,
	scenarioIn,
	set,
	shift
} from '../../../../tests/support/council';
import { allInPost } from '../../../../tests/support/records';
import type { AdjustmentAmount } from '../scenario/adjust';
import type { Council } from '../scenario/file';
import { applyOperations } from './apply';
import { cellUnder, stepsAdjusting, stepsFor } from './cells';
import { columnsOf } from './columns';
import type { Operation } from './operation';

const TARGET = { into: 'change', scenario: 'plan', change: 'own' } as const;
const POST = 'posts/officer';

const councilOf = (...edits: FileEdit[]) =>
	councilWith({
		baseline: { posts: [allInPost({ fte: '10' })] },
		plan: [change({ id: 'own', edits })]
	});
const fteIn = (council: Council) => {
	const column = columnsOf(council, 'posts').find(({ field }) => field === 'fte');
	if (column === undefined) throw new Error('posts have FTE');
	return column;
};
const times = (factor: string): AdjustmentAmount => ({
	edit: 'scale',
	factor: new Decimal(factor)
});
const plus = (by: string): AdjustmentAmount => ({ edit: 'shift', by: new Decimal(by) });

/** The council after steps; taken back they leave it as it was. */
function after(council: Council, steps: readonly Operation[] | null): Council {
	const done = applyOperations(council, steps ?? []);
	if (done.outcome !== 'done') throw new Error(JSON.stringify(done));
	const back = applyOperations(done.council, done.inverse);
	if (back.outcome !== 'done') throw new Error(JSON.stringify(back));
	expect(scenarioIn(back.council, 'plan').changes).toEqual(scenarioIn(council, 'plan').changes);
	return done.council;
}
const adjusted = (council: Council, amount: AdjustmentAmount): Council =>
	after(council, stepsAdjusting(council, TARGET, 'posts', 'officer', fteIn(council), amount));
const typed = (council: Council, text: string): Council =>
	after(council, stepsFor(council, TARGET, 'posts', 'officer', fteIn(council), text));
const editsIn = (council: Council) =>
	scenarioIn(council, 'plan').changes[0]?.edits.map((edit) => {
		if (edit.edit === 'scale') return `× ${edit.factor.toFixed()}`;
		if (edit.edit === 'shift') return `+ ${edit.by.toFixed()}`;
		return edit.edit === 'set' ? edit.value : edit.edit;
	});
const valueIn = (council: Council) => {
	const { value, was } = cellUnder(council, TARGET, 'posts', 'officer', fteIn(council));
	return [value, was];
};

test('a cell shows what the change makes of the baseline, one edit after another', () => {
	expect(valueIn(councilOf(scale(POST, 'fte', '0.9'), shift(POST, 'fte', '-2')))).toEqual([
		'7',
		'10'
	]);
	expect(valueIn(councilOf(shift(POST, 'fte', '-2'), scale(POST, 'fte', '0.9')))).toEqual([
		'7.2',
		'10'
	]);
	expect(valueIn(councilOf(set(POST, 'fte', '8'), scale(POST, 'fte', '0.9')))).toEqual([
		'7.2',
		'10'
	]);
	expect(valueIn(councilOf(scale(POST, 'fte', '0.9'), set(POST, 'fte', '8')))).toEqual(['8', '10']);
});

test('an adjustment works on what the cell shows, and a change keeps one factor and one amount', () => {
	const first = adjusted(councilOf(), times('0.9'));
	expect(editsIn(first)).toEqual(['× 0.9']);
	const second = adjusted(first, plus('2'));
	expect(editsIn(second)).toEqual(['× 0.9', '+ 2']);
	// (10 × 0.9 + 2) × 3 = 33.
	const third = adjusted(second, times('3'));
	expect([editsIn(third), valueIn(third)]).toEqual([
		['× 2.7', '+ 6'],
		['33', '10']
	]);
	expect(editsIn(adjusted(councilOf(set(POST, 'fte', '8')), times('0.5')))).toEqual(['8', '× 0.5']);
});

test('what comes to no adjustment is none', () => {
	expect(editsIn(adjusted(councilOf(scale(POST, 'fte', '0.5')), times('2')))).toEqual([]);
	expect(editsIn(adjusted(councilOf(shift(POST, 'fte', '3')), plus('-3')))).toEqual([]);
});

test('a plain value takes the place of adjustments, and the baseline’s own takes them out', () => {
	const council = councilOf(scale(POST, 'fte', '0.9'), shift(POST, 'fte', '2'));
	expect(editsIn(typed(council, '5'))).toEqual(['5']);
	expect(editsIn(typed(council, '10'))).toEqual([]);
});

test('in the baseline there is no adjustment to keep', () => {
	const council = councilOf();
	const into = { into: 'baseline' } as const;
	expect(stepsAdjusting(council, into, 'posts', 'officer', fteIn(council), times('2'))).toBeNull();
});
