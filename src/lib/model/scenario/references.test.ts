import { expect, test } from 'vitest';
import { change, councilFile } from '../../../../tests/support/council';
import { heading, saving } from '../../../../tests/support/records';
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
		headings: [heading()],
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
