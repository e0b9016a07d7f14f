import { Decimal } from 'decimal.js';
import { expect, test } from 'vitest';
import { bridgeBars, bridgeConfig } from './bridge';

const effect = (label: string, value: number | null) => ({
	label,
	effect: value === null ? null : new Decimal(value)
});
const numbers = (bars: ReturnType<typeof bridgeBars>) =>
	bars.map(({ from, to, kind }) => [from.toNumber(), to.toNumber(), kind]);

test('each bar begins where the one before it ended, and the last is their sum', () => {
	const bars = bridgeBars([effect('a', 120), effect('b', -200), effect('c', 30)], 'Difference');
	expect(numbers(bars)).toEqual([
		[0, 120, 'dearer'],
		[120, -80, 'cheaper'],
		[-80, -50, 'dearer'],
		[0, -50, 'total']
	]);
});

test('a blocked effect has no length, and the sum waits with it', () => {
	const bars = bridgeBars([effect('a', 120), effect('b', null), effect('c', 5)], 'Difference');
	expect(numbers(bars)).toEqual([
		[0, 120, 'dearer'],
		[120, 120, 'blocked'],
		[120, 125, 'dearer'],
		[0, 0, 'blocked']
	]);
	expect(bars.at(-1)?.effect).toBeNull();
});

test('the chart draws floating bars and never stacks them', () => {
	const bars = bridgeBars([effect('a', 120), effect('b', -200)], 'Difference');
	const { data, options } = bridgeConfig(bars, ['£'], (value) => value.toFixed(), 'Blocked');
	expect(data.datasets).toHaveLength(1);
	expect(data.datasets[0]?.data).toEqual([
		[0, 120],
		[120, -80],
		[0, -80]
	]);
	expect(options?.scales?.['x']).not.toHaveProperty('stacked');
});
