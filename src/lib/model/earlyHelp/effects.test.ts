import { describe, expect, test } from 'vitest';
import {
	add,
	change,
	checkOf,
	projected,
	remove,
	set,
	shownFigure
} from '../../../../tests/support/council';
import {
	allInPost,
	entries,
	intervention,
	mixed,
	service,
	shareOf,
	stock,
	type FileRecord
} from '../../../../tests/support/records';

type Help = Partial<FileRecord<'interventions'>>;

/** Ten families a month are served by ten workers; 100 ask. Sixty children a year enter foster care at 1 to 4. */
function withWorkers(fte: string, helps: readonly Help[] = [{}], entriesPerYear = '60') {
	return projected({
		baseline: {
			posts: [allInPost({ fte: '10', activities: { support: '1' }, caseload: '1', absence: '0' })],
			services: [service({ demand: { north: '100' } })],
			placementTypes: [mixed()],
			careFlows: [
				stock('30'),
				shareOf('1-4', 'foster', '1'),
				entries('1-4', 'foster', entriesPerYear)
			],
			interventions: helps.map((help, i) => intervention({ id: `help-${String(i)}`, ...help }))
		},
		plan: [change({ edits: [set('posts/officer', 'fte', fte)] })]
	});
}

const entriesOf = (...args: Parameters<typeof withWorkers>) =>
	shownFigure(withWorkers(...args), 'care.entries').map(Number);

describe('families helped more or fewer', () => {
	test('move entries by equal amounts up and down', () => {
		// Two families a month × 12 × 0.1 children.
		expect(entriesOf('12')).toEqual([57.6, 57.6, 57.6]);
		expect(entriesOf('8')).toEqual([62.4, 62.4, 62.4]);
	});

	test('change nothing while nobody more is helped', () => {
		expect(entriesOf('10')).toEqual([60, 60, 60]);
	});

	test('count only as far as families engage, finish, and would not have done as well anyway', () => {
		const help: Help = {
			design: 'beforeAfter',
			engagement: '0.8',
			completion: '0.5',
			childrenPerFamily: '2',
			deadweight: '0.25',
			evidenceGrade: 'weak'
		};
		// 24 families × 0.8 × 0.5 × 2 children × 0.1 × 0.75 × (1 − 0.5).
		expect(entriesOf('12', [help])[0]).toBeCloseTo(60 - 0.72, 9);
	});

	test('count after the lag, over the spread', () => {
		// Nothing in three months, half in the fourth, all in the last eight: 8.5 months of 0.2.
		const [first, second] = entriesOf('12', [{ lagMonths: '3', spreadMonths: '2' }]);
		expect(first).toBeCloseTo(60 - 1.7, 9);
		expect(second).toBeCloseTo(57.6, 9);
	});

	test('fall on the states of the profile', () => {
		const help: Help = {
			profile: [
				{ band: '1-4', type: 'foster', share: '0.75' },
				{ band: '5-9', type: 'foster', share: '0.25' }
			]
		};
		// Nobody is expected to enter at 5 to 9, so nobody is kept from it: a quarter is cut off.
		const projection = withWorkers('12', [help]);
		expect(shownFigure(projection, 'care.entries/1-4/foster')[0]).toBe('58.2');
		expect(shownFigure(projection, 'care.entries/5-9/foster')[0]).toBe('0');
	});
});

describe('two interventions', () => {
	test('take shares of what the other leaves: entries · Π(1 − avoided / entries)', () => {
		const days = [30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31];
		const expected = days.reduce((sum, own) => {
			const month = (60 * own) / 365;
			return sum + month * (1 - 0.2 / month) * (1 - 0.4 / month);
		}, 0);
		const [first] = entriesOf('12', [{}, { relativeReduction: '1' }]);
		expect(first).toBeCloseTo(expected, 6);
	});

	test('add up where help is cut', () => {
		expect(entriesOf('8', [{}, { relativeReduction: '1' }])[0]).toBeCloseTo(60 + 2.4 + 4.8, 6);
	});
});

describe('a change of the intervention itself', () => {
	const BASELINE = {
		posts: [allInPost({ fte: '10', activities: { support: '1' }, caseload: '1', absence: '0' })],
		services: [service({ demand: { north: '100' } })],
		placementTypes: [mixed()],
		careFlows: [stock('30'), shareOf('1-4', 'foster', '1'), entries('1-4', 'foster', '60')],
		interventions: [intervention({ engagement: '0.5' })]
	};

	test('moves entries though nobody more is served', () => {
		const plan = [change({ edits: [set('interventions/help', 'engagement', '0.75')] })];
		const projection = projected({ baseline: BASELINE, plan });
		// Ten families a month, a quarter more of them engaged, 0.1 children each.
		expect(shownFigure(projection, 'care.entries')).toEqual(['57', '57', '57']);
	});

	test('that ends it brings its families back to entries', () => {
		const plan = [change({ edits: [remove('interventions/help')] })];
		const projection = projected({ baseline: BASELINE, plan });
		expect(shownFigure(projection, 'care.entries')).toEqual(['66', '66', '66']);
	});
});

describe('an effect that does not belong', () => {
	test.each<readonly [Help, string]>([
		[{ outcome: 'education' }, 'another outcome (education), not on entries to care'],
		[{ population: 'young offenders' }, "'young offenders', the service is for 'families in need'"],
		[{ needLevel: '4' }, 'need level 4, the service works at 3']
	])('%j is refused with the reason, and moves nothing', (help, reason) => {
		const projection = withWorkers('12', [help]);
		expect(shownFigure(projection, 'care.entries')).toEqual(['60', '60', '60']);
		expect(shownFigure(projection, 'avoidance.gross')).toEqual(['0.00', '0.00', '0.00']);
		const check = checkOf(projection, 'earlyHelp.evidence');
		expect(check.ok).toBe(false);
		expect(check.message).toContain(reason);
	});

	test('one that belongs passes the check', () => {
		expect(checkOf(withWorkers('12'), 'earlyHelp.evidence').ok).toBe(true);
	});
});

test('no more entries are avoided than are expected; the rest is cut off and a check fails', () => {
	// Ninety families a month × 0.1 = 9 children, of about 5 expected.
	const projection = withWorkers('100');
	expect(shownFigure(projection, 'care.entries')).toEqual(['0', '0', '0']);
	const check = checkOf(projection, 'earlyHelp.expected');
	expect(check.ok).toBe(false);
	// Three years of 108 avoided, 60 expected.
	expect(check.message).toContain('144.0 more entries');
	expect(checkOf(withWorkers('12'), 'earlyHelp.expected').ok).toBe(true);
});

describe('the money of early help', () => {
	test('is the cost of families served, beside the posts', () => {
		const projection = withWorkers('12', [{ costPerFamily: '100', index: 'prices' }]);
		expect(shownFigure(projection, 'cost.interventions')).toEqual([
			'14400.00',
			'14688.00',
			'15128.64'
		]);
	});

	test('comes off gross avoidance to give net', () => {
		const projection = withWorkers('12', [{ costPerFamily: '100' }]);
		const [gross = '', net = ''] = ['avoidance.gross', 'avoidance.net'].map(
			(id) => shownFigure(projection, id)[0]
		);
		// Two workers at £40,000 and 24 families at £100 more than if we change nothing.
		expect((Number(gross) - Number(net)).toFixed(2)).toBe('82400.00');
		expect(shownFigure(projection, 'cost.earlyHelp')[0]).toBe('480000.00');
	});

	test('waits for what is blank only where somebody more is helped', () => {
		expect(shownFigure(withWorkers('12', [{ p0: null }]), 'care.entries')[0]).toBe('blocked');
		expect(shownFigure(withWorkers('10', [{ p0: null }]), 'care.entries')[0]).toBe('60');
	});
});

test('help for a service that a change adds is refused like any other', () => {
	const projection = projected({
		baseline: {
			placementTypes: [mixed()],
			careFlows: [stock('30'), shareOf('1-4', 'foster', '1'), entries('1-4', 'foster', '60')]
		},
		plan: [
			change({
				edits: [
					add('services', service({ population: 'others' })),
					add('posts', allInPost({ activities: { support: '1' }, caseload: '1', absence: '0' })),
					add('interventions', intervention())
				]
			})
		]
	});
	expect(checkOf(projection, 'earlyHelp.evidence').ok).toBe(false);
	expect(shownFigure(projection, 'care.entries')).toEqual(['60', '60', '60']);
});
