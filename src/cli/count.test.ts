import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from './count.js';

const file = (status: string, ...tests: readonly string[]) => ({
	status,
	assertionResults: tests.map((each) => ({ status: each }))
});

test('a skipped or unfinished unit test counts as failed', () => {
	const report = { testResults: [file('passed', 'passed', 'passed', 'skipped', 'todo', 'failed')] };
	expect(countVitest(report, 1)).toEqual({ passed: 2, failed: 3 });
});

test('a test file that could not be loaded counts as one failure', () => {
	const report = { testResults: [file('passed', 'passed'), file('failed')] };
	expect(countVitest(report, 1)).toEqual({ passed: 1, failed: 1 });
});

test('a runner that ends badly though every test passed counts as one failure', () => {
	expect(countVitest({ testResults: [file('passed', 'passed')] }, 1)).toEqual({
		passed: 1,
		failed: 1
	});
});

test('a browser test that was skipped, or passed at the second try only, counts as failed', () => {
	const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
	expect(countPlaywright({ stats }, 1)).toEqual({ passed: 5, failed: 4 });
});

test('nothing is added to a run in which every test passed', () => {
	const stats = { expected: 5, unexpected: 0, flaky: 0, skipped: 0 };
	expect(countPlaywright({ stats }, 0)).toEqual({ passed: 5, failed: 0 });
});
