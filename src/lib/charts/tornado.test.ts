import { expect, test } from 'vitest';
import { tornadoConfig } from './tornado';

test('each half of a bar goes from the outcome as it is to what it is at that end', () => {
	const { data } = tornadoConfig({
		inputs: [
			{ label: 'Relative reduction', low: '10%', high: '25%', atLow: 40, atHigh: -60 },
			{ label: 'Caseload', low: '8', high: '12', atLow: -25, atHigh: 5 }
		],
		central: -10,
		axis: 'Net cost',
		write: String
	});
	expect(data.datasets.map((own) => own.data)).toEqual([
		[
			[-10, 40],
			[-10, -25]
		],
		[
			[-10, -60],
			[-10, 5]
		]
	]);
});
