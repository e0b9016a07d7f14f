import { describe, expect, test } from 'vitest';
import { councilFile } from '../../../../tests/support/council';
import type { FileRecord } from '../../../../tests/support/records';
import { readCouncil } from './read';

type Assumption = FileRecord<'assumptions'>;
type Rule = FileRecord<'rules'>;

const schedule = (bands: readonly (readonly [string, string])[]): Rule => ({
	id: 'green-book',
	title: 'Green Book',
	rule: 'discount',
	status: 'current',
	statedOn: '2025-12-16',
	source: '',
	bands: bands.map(([fromYear, discountRate]) => ({ fromYear, discountRate }))
});
const settings: Extract<Assumption, { use: 'appraisal' }> = {
	id: 'appraisal',
	title: 'Appraisal',
	use: 'appraisal',
	schedule: 'green-book'
};
const shares: Assumption = {
	id: 'shares',
	title: 'Shares',
	use: 'agencyShares',
	sharedCost: 'plans',
	shares: { council: '1' }
};

function problems(rule: Rule, ...assumptions: readonly Assumption[]): readonly string[] {
	const read = readCouncil(
		JSON.parse(
			JSON.stringify(councilFile({ baseline: { rules: [rule], assumptions: [...assumptions] } }))
		)
	);
	return read.ok ? [] : read.problems.map(({ place, message }) => `${place}: ${message}`);
}

const GOOD = schedule([
	['0', '0.035'],
	['31', '0.03']
]);

describe('what a file says about appraisal', () => {
	test('is read where it says everything once', () => {
		expect(
			problems(GOOD, settings, shares, { ...shares, id: 'b', sharedCost: 'placements' })
		).toEqual([]);
	});

	test('may not be said twice', () => {
		expect(
			problems(GOOD, settings, { ...settings, id: 'again' }, shares, { ...shares, id: 'b' })
		).toEqual([
			"baseline.assumptions[1]: 'again' and 'appraisal' both say how scenarios are appraised (use 'appraisal'); keep one",
			"baseline.assumptions[3]: 'b' and 'shares' both say which agencies share plans; keep one"
		]);
	});

	test('must name a discount schedule and a table that corrects costs', () => {
		const ni: Rule = {
			id: 'green-book',
			title: 'NI',
			rule: 'employerNi',
			rows: [{ from: '2025-04-06', rate: '0', threshold: '0' }]
		};
		expect(problems(ni, { ...settings, costCorrection: 'shares' }, shares)).toEqual([
			"baseline.assumptions[0].schedule: 'green-book' is not a discount schedule; name a rule of the kind 'discount'",
			"baseline.assumptions[0].costCorrection: 'shares' does not correct costs; name an assumption of use 'costCorrection'"
		]);
		expect(problems(GOOD, { ...settings, schedule: 'gone' })[0]).toContain(
			"there is no rule 'gone'"
		);
	});

	test('starts its bands in year 0 and in rising order', () => {
		expect(problems(schedule([['1', '0.035']]))[0]).toContain('let the first band start in year 0');
		expect(
			problems(
				schedule([
					['0', '0.035'],
					['0', '0.03']
				])
			)[0]
		).toContain('write the bands in rising order');
	});

	test('corrects costs alone', () => {
		const table: Assumption = {
			id: 'works',
			title: 'Works',
			use: 'costCorrection',
			status: 'confirmed',
			works: [{ work: 'Refit', figures: ['funding.total'], uplift: '0.24', mitigation: '0' }]
		};
		expect(problems(GOOD, table)[0]).toContain("'funding.total' is not a cost");
	});

	test('is refused where the scenario that does the least is not there, by the field', () => {
		expect(problems(GOOD, { ...settings, doMinimum: 'nothing' })).toEqual([]);
		expect(problems(GOOD, { ...settings, doMinimum: 'gone' })).toEqual([
			"baseline.assumptions[0].doMinimum: names the scenario 'gone', which is not there; choose one that is, or leave it out"
		]);
	});
});
