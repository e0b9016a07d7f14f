import { describe, expect, test } from 'vitest';
import { monthOperator } from '../../care/generator';
import { inDraw, type Column } from '../column';
import { columnStore } from '../columnStore';
import { drawnOperator } from './careOperator';

/** Differences from what each draw comes to by itself, as shares of the largest entry. */
function furthest(exits: readonly Column[], moves: readonly (readonly Column[])[], days: number) {
	const drawn = drawnOperator({ exits, moves }, days, columnStore());
	return [0, 1, 2].map((draw) => {
		const alone = monthOperator(
			{
				exits: exits.map((own) => inDraw(own, draw)),
				moves: moves.map((way) => way.map((own) => inDraw(own, draw)))
			},
			days
		);
		return Math.max(
			...(['P', 'Phi', 'Psi'] as const).map((name) => {
				const scale = Math.max(...alone[name]);
				const misses = alone[name].map((own, i) => Math.abs(inDraw(drawn[name][i]!, draw) - own));
				return Math.max(...misses) / scale;
			})
		);
	});
}

const draws = (...values: number[]): Column => Float64Array.from(values);

describe('an operator in all draws at once', () => {
	test.each([
		['an exit rate is random', [draws(0.0004, 0.001, 0.006), 0.002, 0], 31],
		['one draw has no exits, and another many', [draws(0, 0.9, 0.001), draws(0.2, 0, 0.5), 0], 30],
		['so much happens that months are halved', [draws(0.9, 0.95, 0.001), 0.4, draws(0, 1, 0.3)], 90]
	])('is that of each draw by itself where %s', (_, exits, days) => {
		const moves = [
			[0, draws(0.0001, 0.002, 0.01), 0],
			[0.003, 0, 0],
			[0, draws(0, 0, 0.02), 0]
		];
		for (const miss of furthest(exits, moves, days)) expect(miss).toBeLessThan(1e-12);
	});

	test('is one of numbers where no rate is random, and of what varies alone where one is', () => {
		const still = {
			exits: [0.01, 0.02],
			moves: [
				[0, 0],
				[0, 0]
			]
		};
		const { P } = drawnOperator(still, 30, columnStore());
		expect(P[0]).toBeCloseTo(Math.exp(-0.3), 12);
		const one = drawnOperator({ ...still, exits: [0.01, draws(0, 0.1)] }, 30, columnStore());
		expect(one.P[0]).toBeCloseTo(Math.exp(-0.3), 12);
		expect(one.P[3]).toBeInstanceOf(Float64Array);
		expect(inDraw(one.P[3]!, 1)).toBeCloseTo(Math.exp(-3), 12);
	});

	test('leaves everybody where they are in draws without any rate', () => {
		const { P, Phi } = drawnOperator({ exits: [draws(0, 0)], moves: [[0]] }, 28, columnStore());
		expect(inDraw(P[0]!, 1)).toBeCloseTo(1, 12);
		expect(inDraw(Phi[0]!, 1)).toBeCloseTo(28, 12);
	});
});
