import { expect, test } from 'vitest';
import { councilFile, type CouncilParts } from '../../../../tests/support/council';
import {
	bought,
	entries,
	exits,
	heading,
	mixed,
	moves,
	shareOf,
	stock
} from '../../../../tests/support/records';
import { problemLine } from './problem';
import { readCouncil } from './read';

const TYPES = [mixed(), bought()];

function problemsIn(baseline: CouncilParts['baseline']): readonly string[] {
	const read = readCouncil(JSON.parse(JSON.stringify(councilFile({ baseline: baseline ?? {} }))));
	return read.ok ? [] : read.problems.map(problemLine);
}

test('two flows about the same children are refused, and both are named', () => {
	const again = <F extends { readonly id: string }>(flow: F): F => ({
		...flow,
		id: `${flow.id}-again`
	});
	const flows = [
		shareOf('1-4', 'foster', '1'),
		entries('1-4', 'foster', '1'),
		exits('1-4', 'foster', '0.001'),
		moves('1-4', 'foster', 'residential', '0.001')
	];
	expect(problemsIn({ placementTypes: TYPES, careFlows: [...flows, ...flows.map(again)] })).toEqual(
		[
			"baseline.careFlows[4]: 'share-1-4-foster-again' and 'share-1-4-foster' both state the share of 1-4 in 'foster'; keep one",
			"baseline.careFlows[5]: 'entries-1-4-foster-again' and 'entries-1-4-foster' both state entries of 1-4 in 'foster'; keep one",
			"baseline.careFlows[6]: 'exits-1-4-foster-again' and 'exits-1-4-foster' both state exits of 1-4 in 'foster'; keep one",
			"baseline.careFlows[7]: 'moves-1-4-foster-residential-again' and 'moves-1-4-foster-residential' both state moves of 1-4 from 'foster' to 'residential'; keep one"
		]
	);
});

test('flows of other bands, types and directions, and counts of other days, stand beside each other', () => {
	expect(
		problemsIn({
			placementTypes: TYPES,
			careFlows: [
				stock('10', '2025-04-01'),
				stock('12', '2025-10-01'),
				exits('1-4', 'foster', '0.001'),
				exits('5-9', 'foster', '0.001'),
				exits('1-4', 'residential', '0.001'),
				moves('1-4', 'foster', 'residential', '0.001'),
				moves('1-4', 'residential', 'foster', '0.001')
			]
		})
	).toEqual([]);
});

test.each(['remainder', 'income', 'published'] as const)(
	'placements cannot be calibrated to a heading with use %s',
	(use) => {
		const calibration = {
			id: 'c',
			title: 'C',
			use: 'calibration' as const,
			heading: 'family',
			on: 'prices' as const,
			averageChildren: null
		};
		expect(problemsIn({ headings: [heading({ use })], assumptions: [calibration] })).toEqual([
			`baseline.assumptions[0].heading: 'family' has use '${use}'; placements are calibrated to one with use 'calibration', which counts nowhere else, so give it that use or name another`
		]);
		expect(
			problemsIn({ headings: [heading({ use: 'calibration' })], assumptions: [calibration] })
		).toEqual([]);
	}
);
