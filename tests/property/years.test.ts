import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { compare, type Comparison, type CouncilFile } from '$lib/model';
import { TIMED_KINDS } from '$lib/model/records/kinds';
import {
	change,
	councilFrom,
	councilWith,
	remove,
	scenarioIn,
	set,
	type FileChange,
	type FileEdit
} from '../support/council';
import { councilFiles } from '../support/generated';
import { label } from '../support/maker';
import {
	allInPost,
	bought,
	building,
	entries,
	exits,
	intervention,
	mixed,
	service,
	shareOf,
	stock
} from '../support/records';

// A hundred whole councils take seconds, and a busy machine several times that.
vi.setConfig({ testTimeout: 60_000 });

const holdsInTime = (edit: FileEdit): boolean =>
	TIMED_KINDS.some((kind) =>
		edit.edit === 'add' ? edit.kind === kind : edit.record.startsWith(`${kind}/`)
	);

/** The file with the changes of its plan as they are given, over three years. */
function withPlan(file: CouncilFile, plan: (change: FileChange) => FileChange): CouncilFile {
	return {
		...file,
		council: { ...file.council, horizonYears: 3 },
		scenarios: file.scenarios.map((scenario) =>
			scenario.id === 'plan' ? { ...scenario, changes: scenario.changes.map(plan) } : scenario
		)
	};
}

function compared(file: CouncilFile): Comparison {
	const council = councilFrom(file);
	return compare(council, scenarioIn(council, 'nothing'), scenarioIn(council, 'plan'));
}

/** What is not exactly nothing of the differences of some figures in some years. */
function differing({ figures }: Comparison, years: readonly number[], of = ''): readonly string[] {
	return [...figures.values()]
		.filter(({ id }) => id.startsWith(of))
		.flatMap(({ id, difference }) =>
			years
				.filter((y) => difference[y]?.isZero() !== true)
				.map((y) => `${id} in year ${String(y)}: ${difference[y]?.toFixed() ?? 'blocked'}`)
		);
}

test('nothing differs, blocked or not, in the years before the first change', () => {
	let blocked = 0;
	fc.assert(
		fc.property(councilFiles({ percent: 15 }), (file) => {
			const first = Number(file.council.firstYear.slice(0, 4));
			const later = withPlan(file, (own) => ({
				...own,
				start: `${label(first + 1).slice(0, 4)}-0${String(4 + (own.id.length % 5))}`,
				end: null,
				edits: own.edits.filter(holdsInTime),
				oneOffs: []
			}));
			const comparison = compared(later);
			expect(differing(comparison, [0])).toEqual([]);
			blocked += [...comparison.a.figures.values()].filter(({ values }) =>
				Number.isNaN(values[0])
			).length;
		}),
		{ numRuns: 40, endOnFailure: true }
	);
	expect(blocked).toBeGreaterThan(300);
});

test('what services do differs in no year in which no change holds', () => {
	fc.assert(
		fc.property(councilFiles({ percent: 15 }), (file) => {
			const first = Number(file.council.firstYear.slice(0, 4));
			const brief = withPlan(file, (own) => ({
				...own,
				start: `${String(first + 1)}-06`,
				end: `${String(first + 2)}-02`,
				edits: own.edits.filter(holdsInTime)
			}));
			expect(differing(compared(brief), [0, 2], 'capacity.')).toEqual([]);
		}),
		{ numRuns: 40, endOnFailure: true }
	);
});

describe('a change of the second year in a council whose blanks block everything', () => {
	const offer = { support: { casesPerMonth: '4', sessionsPerMonth: null, placesPerSession: '1' } };
	const baseline = {
		services: [service({ sessionsPerCase: '2', demand: { north: '10', south: '5' } })],
		posts: [allInPost({ activities: { support: '1' }, caseload: null, absence: '0' })],
		buildings: [building({ services: offer }), building({ id: 'other', services: offer })],
		placementTypes: [mixed({ externalWeekly: null }), bought()],
		careFlows: [
			stock(null),
			shareOf('1-4', 'foster', '0.75'),
			shareOf('16-17', 'residential', '0.25'),
			entries('1-4', 'foster', '12')
		],
		interventions: [intervention({ costPerFamily: null })]
	};
	const differences = (fields: Partial<FileChange>, id: string) => {
		const council = councilWith({ baseline, plan: [change({ start: '2026-04', ...fields })] });
		const { figures } = compare(
			council,
			scenarioIn(council, 'nothing'),
			scenarioIn(council, 'plan')
		);
		return figures.get(id)?.difference.map((own) => own?.toFixed() ?? 'blocked');
	};
	const closes = { edits: [remove('buildings/centre')] };
	const waits = ['0', 'blocked', 'blocked'];

	test.each([
		'capacity.served',
		'capacity.demand',
		'care.children',
		'care.childWeeks',
		'cost.placements',
		'cost.interventions',
		'avoidance.gross',
		'net.total'
	])('leaves the first as it was: %s', (id) => {
		expect(differences(closes, id)).toEqual(waits);
	});

	test('that ends leaves services again as they were, but not the children who came meanwhile', () => {
		const brief = { ...closes, end: '2027-04' };
		expect(differences(brief, 'capacity.served')).toEqual(['0', 'blocked', '0']);
		expect(differences(brief, 'care.children')).toEqual(waits);
	});

	test('of what a service does not depend on leaves it alone in every year', () => {
		const dearer = { rampMonths: 7, edits: [set('buildings/centre', 'rent', '9')] };
		expect(differences(dearer, 'capacity.served')).toEqual(['0', '0', '0']);
		// Half of seven months and five whole ones at £9 a year, the other 3½ months at £12,000: £3,506.38 for £12,000.
		expect(differences(dearer, 'net.total')).toEqual(['0', '-8493.62', '-11991']);
	});

	test('of a price leaves the other years alone', () => {
		const dearer = { edits: [set('placementTypes/residential', 'externalWeekly', '9')] };
		expect(differences(dearer, 'cost.placements')).toEqual(waits);
		expect(differences(dearer, 'care.external')).toEqual(['0', '0', '0']);
	});
});

test('a line that is blocked by its price differs by nothing while its weeks are the same, whoever fills the others', () => {
	const council = councilWith({
		baseline: {
			placementTypes: [mixed({ capacity: '4', fixedWeekly: null })],
			careFlows: [
				stock('10'),
				shareOf('1-4', 'foster', '1'),
				entries('1-4', 'foster', '6'),
				exits('1-4', 'foster', '0.001')
			]
		},
		plan: [
			change({
				start: '2026-04',
				edits: [set('careFlows/exits-1-4-foster', 'ratePerDay', '0.002')]
			})
		]
	});
	const { figures } = compare(council, scenarioIn(council, 'nothing'), scenarioIn(council, 'plan'));
	const { a, difference } = figures.get('cost.placements') ?? { a: [], difference: [] };
	expect(a).toEqual([null, null, null]);
	expect(difference.map((own) => own === null || Math.sign(own.toNumber()))).toEqual([0, -1, -1]);
});
