import { expect, test } from 'vitest';
import { change, projected, set } from '../../../../tests/support/council';
import { bought, heading, mixed, shareOf, stock } from '../../../../tests/support/records';
import { explainFigure } from './explain';
import type { Working } from './working';

const BASELINE = {
	headings: [heading({ use: 'calibration', basis: 'outturn', outturn: '730000' })],
	assumptions: [
		{
			id: 'c',
			title: 'C',
			use: 'calibration' as const,
			heading: 'family',
			on: 'prices' as const,
			averageChildren: '40'
		}
	],
	placementTypes: [mixed(), bought()],
	careFlows: [
		stock('20'),
		shareOf('1-4', 'foster', '0.5'),
		shareOf('1-4', 'residential', '0.25'),
		shareOf('5-9', 'residential', '0.25')
	]
};

/** Every step of a working under a label that starts so. */
function stepsUnder(working: Working | null, label: string): readonly Working[] {
	const steps = working?.parts.flatMap((part) => [part, ...stepsUnder(part, label)]) ?? [];
	return steps.filter((step) => step.label.startsWith(label));
}

const inputs = (steps: readonly Working[]) =>
	steps.map(({ parts }) => parts.map(({ ref, value }) => `${ref ?? ''} ${value?.toFixed() ?? ''}`));

test('weeks of council places lead to the places, before and after a change', () => {
	const projection = projected({
		baseline: BASELINE,
		plan: [change({ start: '2025-10', edits: [set('placementTypes/foster', 'capacity', '20')] })]
	});
	const steps = stepsUnder(
		explainFigure(projection, 'cost.placements/foster', 0),
		'Weeks of council places'
	);
	expect(inputs(steps).map((list) => list.toSorted())).toEqual([
		['placementTypes/foster.capacity 10', 'placementTypes/foster.capacity 20'],
		['placementTypes/foster.capacity 10', 'placementTypes/foster.capacity 20']
	]);
	expect(steps.every(({ ref }) => ref === undefined)).toBe(true);
});

test('the base year of the calibration leads to its children, their shares and places, not to the projection', () => {
	const working = explainFigure(projected({ baseline: BASELINE }), 'care.calibration', 0);
	const [cost] = stepsUnder(working, 'Modelled placement cost');
	expect(cost?.ref).toBeUndefined();
	expect(inputs(stepsUnder(working, 'Weeks in external placements'))).toEqual([
		[
			'assumptions/c.averageChildren 40',
			'careFlows/share-1-4-foster.share 0.5',
			'placementTypes/foster.capacity 10',
			'placementTypes/foster.occupancy 1'
		],
		[
			'assumptions/c.averageChildren 40',
			'careFlows/share-1-4-residential.share 0.25',
			'careFlows/share-5-9-residential.share 0.25'
		]
	]);
	expect(inputs(stepsUnder(working, 'Weeks of council places'))).toEqual([
		['placementTypes/foster.capacity 10']
	]);
	// Forty children at half, less ten in council places, all year.
	const [foster] = stepsUnder(working, 'Weeks in external placements');
	expect(foster?.value?.toNumber()).toBeCloseTo((10 * 365) / 7, 9);
	expect(
		stepsUnder(working, 'Calibration factor').every(({ figure }) => figure === undefined)
	).toBe(true);
});
