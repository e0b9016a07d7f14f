import { describe, expect, test } from 'vitest';
import { councilWith, projected, scenarioIn, shownFigure } from '../../../../tests/support/council';
import { allInPost } from '../../../../tests/support/records';
import { projectionIfChosen } from '../explain/rivals';
import { project } from '../project';
import type { Council } from '../scenario/file';
import { agreeingSteps } from './agreeing';
import { applyOperations } from './apply';
import { choosingSteps } from './choosing';
import type { Operation } from './operation';

const fact = (id: string, value: string) => ({
	id,
	subject: 'Officers',
	measure: 'FTE',
	value,
	unit: 'FTE',
	date: '2025',
	document: 'A report',
	paragraph: id,
	quote: 'officers'
});
const PARTS = {
	facts: [fact('f1', '4'), fact('f2', '10'), fact('words', 'about ten')],
	baseline: {
		posts: [
			allInPost({
				fte: '2',
				costPerFte: '10000',
				evidence: {
					fte: { fact: 'f1', rivals: ['f2'], conversion: '0.5', low: '1', mode: '2', high: '3' }
				}
			})
		]
	}
};
const council = councilWith(PARTS);
const ref = 'posts/officer.fte';
const rival = council.facts[1]!;

const after = (own: Council, operations: readonly Operation[]) => {
	const outcome = applyOperations(own, operations);
	if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
	return outcome;
};

describe('choosing another fact', () => {
	const chosen = after(council, choosingSteps(council, ref, rival) ?? []);

	test('gives the field what that fact states, times the conversion, and keeps the first as a rival', () => {
		const post = chosen.council.baseline.posts[0];
		expect(post?.fte?.toFixed()).toBe('5');
		expect(post?.evidence?.['fte']).toMatchObject({ fact: 'f2', rivals: ['f1'] });
	});

	test('widens the range no further than to the value, and moves its middle with it', () => {
		const { low, mode, high } = chosen.council.baseline.posts[0]?.evidence?.['fte'] ?? {};
		expect([low, mode, high].map((end) => end?.toFixed())).toEqual(['1', '5', '5']);
	});

	test('is taken back whole', () => {
		expect(after(chosen.council, chosen.inverse).council.baseline).toEqual(council.baseline);
	});

	test('is no choice where the fact states words, or the field rests on nothing', () => {
		expect(choosingSteps(council, ref, council.facts[2]!)).toBeNull();
		expect(choosingSteps(council, 'posts/officer.costPerFte', rival)).toBeNull();
		expect(choosingSteps(council, 'posts/nobody.fte', rival)).toBeNull();
	});
});

describe('what would come of it', () => {
	test('is five people at £10,000 instead of two', () => {
		const now = projected(PARTS, 'nothing');
		const then = projectionIfChosen(now, ref, rival);
		expect(shownFigure(now, 'cost.staffing')[0]).toBe('20000.00');
		expect(then === null ? null : shownFigure(then, 'cost.staffing')[0]).toBe('50000.00');
	});

	test('is told of a scenario on an agreed baseline too', () => {
		const agreed = after(
			council,
			agreeingSteps(council, { title: 'Budget', by: 'Ann', on: '2026-11-22' })
		).council;
		const then = projectionIfChosen(project(agreed, scenarioIn(agreed, 'plan')), ref, rival);
		expect(then === null ? null : shownFigure(then, 'cost.staffing')[0]).toBe('50000.00');
	});
});
