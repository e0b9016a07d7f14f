import { describe, expect, test } from 'vitest';
import { historyOf, type Turn } from './history';

/** 'e2' an edit of revision 2, 'u4:2' the taking back of 2 by revision 4, 'r5:2' the doing again. */
function turns(text: string): readonly Turn[] {
	return text.split(' ').map((word): Turn => {
		const [, letter = '', revision, of] = /^([aeur])(\d+)(?::(\d+))?$/.exec(word) ?? [];
		const kind = ({ a: 'added', e: 'edit', u: 'undo', r: 'redo' } as const)[letter] ?? 'edit';
		return {
			revision: Number(revision),
			kind,
			of: of === undefined ? null : Number(of),
			act: 'typed',
			user: 'ann'
		};
	});
}

const shown = (text: string) => {
	const { done, undone } = historyOf(turns(text));
	const show = (moments: typeof done) =>
		moments.map(({ edit, last }) => `${edit.revision}@${last.revision}`).join(' ');
	return { done: show(done), undone: show(undone) };
};

describe('a history', () => {
	test.each([
		['e2 e3 e5', { done: '2@2 3@3 5@5', undone: '' }],
		['e2 e3 u4:3 u5:2', { done: '', undone: '3@4 2@5' }],
		['e2 e3 u4:3 r5:3', { done: '2@2 3@5', undone: '' }],
		['e2 u3:2 r4:2 u5:2', { done: '', undone: '2@5' }]
	])('of %s is %o', (text, expected) => {
		expect(shown(text)).toEqual(expected);
	});

	test('forgets what could be done again once something else is done', () => {
		expect(shown('e2 e3 u4:3 e5')).toEqual({ done: '2@2 5@5', undone: '' });
	});

	test('begins where the council was brought in anew', () => {
		expect(shown('a1 e2 a3 e4')).toEqual({ done: '4@4', undone: '' });
	});

	test.each(['e2 u3:1', 'u2:1', 'e2 u3:2 u4:2', 'e2 r3:2', 'e2 e3 u4:2'])(
		'that says what cannot have been, such as %s, is not guessed at',
		(text) => {
			expect(() => shown(text)).toThrow('The history is broken at revision');
		}
	);
});
