import { backtestCare, parseDay, RETURN_TYPE_IDS } from '../../src/lib/model';
import { inventedReturn } from '../support/careHistories';

const [sets = '100', first = '1'] = process.argv.slice(2);
const FILTERS = { councils: [], ethnicities: [], sex: 'all', uasc: 'all' } as const;
const YEARS = [1, 2, 3];
const PERCENT = 100;

const window = { from: parseDay('2018-04-01') ?? NaN, to: parseDay('2026-03-31') ?? NaN };
const groups = ['all', ...RETURN_TYPE_IDS, 'daily'];
const tallies = new Map(groups.map((group) => [group, { figures: 0, held: 0, error: 0 }]));
for (let seed = Number(first); seed < Number(first) + Number(sets); seed++) {
	const rows = inventedReturn({ seed, from: '2018-04-01', to: '2026-03-31' });
	const { cuts } = backtestCare({ rows, filters: FILTERS, window, years: YEARS });
	for (const { points } of cuts)
		for (const { method, group, actual, mean, p10, p90 } of points) {
			if (method === 'daily' && group !== 'all') continue;
			const tally = tallies.get(method === 'daily' ? 'daily' : group);
			if (tally === undefined) continue;
			tally.figures += 1;
			tally.error += Math.abs(mean - actual);
			if (p10 <= actual && actual <= p90) tally.held += 1;
		}
}
process.stdout.write(
	`${sets} invented returns of known rates, the last 1, 2 and 3 years held back; ends of quarters\n\n` +
		`${'all, types; daily: all by the daily method'.padEnd(48)}figures   in the 80 % band   mean error\n`
);
for (const [group, { figures, held, error }] of tallies)
	if (figures > 0)
		process.stdout.write(
			`${group.padEnd(48)}${String(figures).padStart(7)}${((PERCENT * held) / figures).toFixed(1).padStart(17)} %${(error / figures).toFixed(2).padStart(13)}\n`
		);
