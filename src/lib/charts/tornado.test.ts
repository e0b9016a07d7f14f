import { expect, test } from 'vitest';
import { tornadoConfig } from './tornado';

test('each half of a bar is what the outcome differs by at that end from what it is', () => {
	const { data, options } = tornadoConfig({
		inputs: [
			{ label: 'Relative reduction', low: '10%', high: '25%', atLow: 40, atHigh: -60 },
			{ label: 'Caseload', low: '8', high: '12', atLow: -25, atHigh: 5 }
		],
		central: -10,
		middle: 'As it is: −10',
		axis: 'Net cost, more or less than as it is',
		tick: String,
		write: String
	});
	expect(data.datasets.map((own) => own.data)).toEqual([
		[
			[0, 50],
			[0, -15]
		],
		[
			[0, -50],
			[0, 15]
		]
	]);
	const tip = options?.plugins?.tooltip?.callbacks?.label;
	expect(tip?.call({} as never, { dataIndex: 0, datasetIndex: 1 } as never)).toBe('25%: -60');
});
