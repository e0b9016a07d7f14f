import { expect, test } from 'vitest';
import { change, councilFile, set } from '../../../../tests/support/council';
import { heading, intervention, saving } from '../../../../tests/support/records';
import { problemLine } from './problem';
import { readCouncil } from './read';

test('one-off costs, versions of a saving and calibrations that stand twice are named', () => {
	const oneOff = { id: 'x', title: 'X', ledger: 'revenue' as const, month: '2025-04', amount: '1' };
	const version = {
		id: 'v',
		date: '2025-01-01',
		status: 'proposed' as const,
		amounts: {},
		reason: ''
	};
	const calibration = (id: string) => ({
		id,
		title: 'C',
		use: 'calibration' as const,
		heading: 'family',
		on: 'prices' as const,
		averageChildren: null
	});
	const baseline = {
		headings: [heading({ use: 'calibration' })],
		assumptions: [calibration('a'), calibration('b')],
		savingsTargets: [saving({ versions: [version, version] })]
	};
	const file = councilFile({ baseline, plan: [change({ oneOffs: [oneOff, oneOff] })] });
	const read = readCouncil(JSON.parse(JSON.stringify(file)));
	expect(read.ok ? [] : read.problems.map(problemLine).toSorted()).toEqual([
		"baseline.assumptions[1].use: is a second 'calibration'; keep one",
		"baseline.savingsTargets[0].versions[1].id: 'v' stands twice; give each its own id",
		"scenarios[1].changes[0].oneOffs[1].id: 'x' stands twice; give each its own id"
	]);
});

test('what the evidence of an intervention says cannot be set by a change; how it is delivered can', () => {
	const read = readCouncil(
		JSON.parse(
			JSON.stringify(
				councilFile({
					baseline: { interventions: [intervention({ id: 'help' })] },
					plan: [
						change({
							edits: [
								set('interventions/help', 'lagMonths', '12'),
								set('interventions/help', 'profile.0.share', '1'),
								set('interventions/help', 'engagement', '0.9')
							]
						})
					]
				})
			)
		)
	);
	const lines = read.ok ? [] : read.problems.map(problemLine);
	expect(lines.filter((line) => line.includes('cannot change in time'))).toEqual([
		expect.stringContaining("edits[0].field: 'lagMonths' is what the evidence"),
		expect.stringContaining("edits[1].field: 'profile.0.share' is what the evidence")
	]);
});

test.each(['1899/00', '2200/01', '9999/00'])('a projection cannot start in %s', (firstYear) => {
	const file = councilFile();
	const read = readCouncil({ ...file, council: { ...file.council, firstYear } });
	expect(read.ok ? [] : read.problems.map(problemLine)).toEqual([
		`council.firstYear: '${firstYear}' is not a financial year; write it as 2010/11`
	]);
});
