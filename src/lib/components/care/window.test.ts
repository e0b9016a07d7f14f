import { expect, test } from 'vitest';
import { usualWindow } from './window';

test.each([
	['the last two years of a long return', '2017-04-01', '2024-03-31', '2022-04-01', '2024-03-31'],
	['all of a return of one year', '2023-04-01', '2024-03-31', '2023-04-01', '2024-03-31']
])('the usual window is %s', (_, from, to, first, last) => {
	expect(usualWindow({ from, to, returned: to })).toEqual({ from: first, to: last });
});

test('a row that names a day after the last year returned does not move the usual window', () => {
	const days = { from: '2017-04-01', to: '2025-03-31', returned: '2024-03-31' };
	expect(usualWindow(days)).toEqual({ from: '2022-04-01', to: '2024-03-31' });
});
