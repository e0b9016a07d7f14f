import { expect, test } from 'vitest';
import type { Council } from '$lib/model';
import { chosenScenarios } from './choice';

const ids = ['nothing', 'a', 'b', 'c', 'd', 'e'];
const council = {
	scenarios: ids.map((id) => ({ id, title: id, description: '', changes: [] }))
} as unknown as Council;
const choose = (...asked: string[]) => chosenScenarios(council, asked).map(({ id }) => id);

test('the comparator is the one asked for first, and none is named twice', () => {
	expect(choose('b', 'a', 'b')).toEqual(['b', 'a']);
});

test('without a choice the first two are compared', () => {
	expect(choose()).toEqual(['nothing', 'a']);
	expect(choose('no-such')).toEqual(['nothing', 'a']);
});

test('a lone choice is compared with the first scenario, in whose place stands the next', () => {
	expect(choose('c')).toEqual(['nothing', 'c']);
	expect(choose('nothing')).toEqual(['nothing', 'a']);
});

test('at most five are compared', () => {
	expect(choose(...ids)).toHaveLength(5);
});
