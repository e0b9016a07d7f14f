import { describe, expect, test } from 'vitest';
import { textOfWords } from '../calendar/words';
import {
	add,
	change,
	checkOf,
	projected,
	remove,
	set,
	shownFigure,
	type FileChange
} from '../../../../tests/support/council';
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

const BASELINE = {
	placementTypes: [bought(), mixed()],
	careFlows: [
		stock('10'),
		shareOf('1-4', 'residential', '1'),
		entries('1-4', 'residential', '12'),
		exits('1-4', 'residential', '0.001')
	]
};

const planned = (...plan: readonly FileChange[]) => projected({ baseline: BASELINE, plan });

const said = (id: string, ...plan: readonly FileChange[]) => {
	const { ok, message } = checkOf(planned(...plan), id);
	return ok ? 'ok' : textOfWords(message);
};

describe('care.openingEdits', () => {
	const edits = [set('careFlows/stock-2025-04-01', 'children', '20')];
	const fromMay = change({ title: 'Count again', start: '2025-05', edits });

	test('sees a change of the opening children after the first month, which changes nothing', () => {
		expect(shownFigure(planned(fromMay), 'care.children')).toEqual(
			shownFigure(planned(), 'care.children')
		);
		expect(said('care.openingEdits', fromMay)).toBe(
			"'Count again' edits Children on 2025-04-01, of which only the first month counts, and changes nothing; let it start then, in a step"
		);
	});

	test('sees one that ramps, of which only the first step counts', () => {
		const ramped = change({ start: '2025-04', rampMonths: 2, edits });
		expect(said('care.openingEdits', ramped)).toContain('and counts by 25%');
	});

	test('sees a share that is added too late, and is content with what is in force at once', () => {
		const late = change({
			start: '2026-04',
			edits: [add('careFlows', shareOf('5-9', 'residential', '0.5'))]
		});
		expect(said('care.openingEdits', late)).toContain('edits Share');
		expect(said('care.openingEdits', change({ edits }))).toBe('ok');
		const rate = [set('careFlows/exits-1-4-residential', 'ratePerDay', '0.002')];
		expect(said('care.openingEdits', change({ start: '2026-04', edits: rate }))).toBe('ok');
	});
});

describe('care.doubledFlows', () => {
	const second = { ...exits('1-4', 'residential', '0.002'), id: 'second', title: 'New exits' };

	test('sees a flow that a change adds beside another about the same children', () => {
		const plan = change({ start: '2026-04', edits: [add('careFlows', second)] });
		expect(said('care.doubledFlows', plan)).toBe(
			"'Exits' and 'New exits' both state exits of 1-4 in 'residential' from 2026-04; they add up"
		);
	});

	test('lets a flow take the place of another', () => {
		const plan = change({
			start: '2026-04',
			edits: [remove('careFlows/exits-1-4-residential'), add('careFlows', second)]
		});
		expect(said('care.doubledFlows', plan)).toBe('ok');
	});

	test('sees a flow that an edit makes one about the same children', () => {
		const baseline = {
			...BASELINE,
			careFlows: [...BASELINE.careFlows, exits('5-9', 'residential', '0.002')]
		};
		const plan = [change({ edits: [set('careFlows/exits-5-9-residential', 'band', '1-4')] })];
		expect(checkOf(projected({ baseline, plan }), 'care.doubledFlows').ok).toBe(false);
	});
});

describe('care.rates', () => {
	test('sees that more would leave a type in a day than are there', () => {
		const plan = change({
			edits: [
				set('careFlows/exits-1-4-residential', 'ratePerDay', '0.75'),
				add('careFlows', moves('1-4', 'residential', 'foster', '0.5'))
			]
		});
		expect(said('care.rates', plan)).toBe(
			'Ages 1-4: The rate of leaving care and moving, together, from Residential care is more than 1 a child-day (1.25); check its unit'
		);
		expect(said('care.rates')).toBe('ok');
	});
});

test('calibration.heading sees a heading that a change makes count beside the placements', () => {
	const baseline = {
		...BASELINE,
		headings: [heading({ use: 'calibration', budget: '52000' })],
		assumptions: [
			{
				id: 'grades',
				title: 'Optimism correction',
				use: 'correction' as const,
				status: 'confirmBeforeUse' as const,
				rows: { strong: '0' }
			},
			{
				id: 'c',
				title: 'Calibration',
				use: 'calibration' as const,
				heading: 'family',
				on: 'prices' as const,
				averageChildren: '10'
			}
		]
	};
	const plan = [change({ edits: [set('headings/family', 'use', 'remainder')] })];
	expect(checkOf(projected({ baseline, plan }, 'nothing'), 'calibration.heading').ok).toBe(true);
	expect(checkOf(projected({ baseline, plan }), 'calibration.heading').message).toBe(
		"Calibration: the heading Family services has use 'remainder', so that placements count beside it"
	);
});
