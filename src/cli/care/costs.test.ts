import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readParameters } from '../../lib/exchange/ssda903/parameters';
import { readReturn } from '../../lib/exchange/ssda903/readReturn';
import { careWindowOf, cleanReturn, factorText, parseDay } from '../../lib/model';
import { windowCosts } from '../../lib/runner/costs/session';
import { runCare } from './commands';
import { parseCareArguments } from './usage';

const PEER = 'tests/golden/peer/datasets/syn_a/combined';
const SORTS = ['header', 'episodes', 'uasc'];
const folder = mkdtempSync(join(tmpdir(), 'windscreen-costs-'));

afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

test('the page prices the forecast of its window to the penny as the command line prices the files', () => {
	const bought = { provision: 'bought', price_year: '2022/23', external_weekly: 900 };
	const parameters = JSON.stringify({
		prices: {
			foster: {
				...bought,
				provision: 'mixed',
				capacity: 90,
				occupancy: 0.9,
				fixed_weekly: 300,
				variable_weekly: 80,
				external_weekly_by_band: { '10-15': 1200 },
				one_off: 500,
				uplift: { rates: { '2024/25': 0.04 }, other_years: 0.03 },
				high_cost: { share: 0.02, mean_weekly: 4000, deviation_weekly: 1500 }
			},
			kinship: { provision: 'allowance', price_year: '2022/23', allowance_weekly: 200 },
			...Object.fromEntries(
				['residential', 'secure', 'supported', 'parents', 'adoption', 'other'].map((type) => [
					type,
					bought
				])
			)
		},
		outturn: { year: '2022/23', pounds: 14_000_000 },
		care_leavers: {
			price_year: '2024/25',
			shares: { staying_put: 0.4, other_support: 0.3 },
			staying_put_weekly: { '18-20': 350, '21-24': 0 },
			other_support_weekly: { '18-20': 200, '21-24': 120 }
		}
	});
	const path = join(folder, 'parameters.json');
	writeFileSync(path, parameters);
	const call = parseCareArguments([
		...['project', '--json', '--from', '2022-04-01', '--to', '2024-03-31'],
		...['--until', '2027-03-31', '--parameters', path],
		...SORTS.flatMap((sort) => [`--${sort}`, `${PEER}/${sort}.csv`])
	]);
	if (!('command' in call)) throw new Error('There is no such call.');
	const { costs } = JSON.parse(runCare(call).output) as {
		readonly costs: {
			readonly lines: readonly { type: string; part: string; months: readonly number[] }[];
			readonly calibration: { readonly factor: string; readonly modelled: number };
		};
	};

	const files = SORTS.map((sort) => ({
		name: `${sort}.csv`,
		bytes: new Uint8Array(readFileSync(`${PEER}/${sort}.csv`))
	}));
	const kept = careWindowOf(cleanReturn(readReturn(files).rows), {
		window: { from: parseDay('2022-04-01') ?? 0, to: parseDay('2024-03-31') ?? 0 },
		children: 'all',
		files: 3,
		rows: { headers: 0, episodes: 0, uasc: 0 },
		scores: []
	});
	const read = readParameters(parameters);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	const wanted = { kept, keys: read.file.priceKeys, choice: {} };
	const page = windowCosts(wanted);
	expect(
		page.costs.lines.map(({ type, part, pence }) => ({
			type,
			part,
			months: pence.map((own) => (own ?? NaN) / 100)
		}))
	).toEqual(costs.lines.map(({ type, part, months }) => ({ type, part, months })));
	expect(page.costs.lines.length).toBeGreaterThan(12);
	expect(page.calibration && factorText(page.calibration)).toBe(costs.calibration.factor);
	expect(page.calibration?.modelled).toBe(costs.calibration.modelled);
	expect(page.outturnUnused).toBeNull();
	// An outturn of a year that the window does not count brings nothing to it, and is said.
	const old = { ...kept, counted: undefined };
	expect(windowCosts({ ...wanted, kept: old }).outturnUnused?.year).toBe('2022/23');
});
