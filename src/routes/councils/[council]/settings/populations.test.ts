import { expect, test } from 'vitest';
import { councilWith } from '../../../../../tests/support/council';
import { bought, entries } from '../../../../../tests/support/records';
import { blankPopulations } from './populations';

const byPopulation = (band: '1-4' | '5-9', population: Readonly<Record<string, string | null>>) =>
	entries(band, 'residential', null, {
		basis: 'perThousand',
		ratePerThousand: '2',
		population
	});

test('names the years that a longer projection adds, and no year that is filled', () => {
	const council = councilWith({
		council: { horizonYears: 4 },
		baseline: {
			placementTypes: [bought()],
			careFlows: [
				byPopulation('1-4', { '2025/26': '9', '2026/27': '9', '2027/28': null }),
				byPopulation('5-9', { '2025/26': '9', '2026/27': '9', '2027/28': '9', '2028/29': '9' })
			]
		}
	});
	expect(blankPopulations(council)).toEqual({ entries: 1, years: ['2027/28', '2028/29'] });
});

test('asks for none where entries are counted by the year', () => {
	const council = councilWith({
		baseline: { placementTypes: [bought()], careFlows: [entries('1-4', 'residential', '12')] }
	});
	expect(blankPopulations(council)).toEqual({ entries: 0, years: [] });
});
