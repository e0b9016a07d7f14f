import { describe, expect, test } from 'vitest';
import {
	change,
	projected,
	remove,
	set,
	shownFigure,
	type CouncilParts,
	type FileChange
} from '../../../../tests/support/council';
import {
	allInPost,
	building,
	contract,
	service,
	type FileRecord,
	type Records
} from '../../../../tests/support/records';

const worker = (fields: Partial<FileRecord<'posts'>> = {}) =>
	allInPost({
		team: 'north-team',
		activities: { support: '1' },
		caseload: '12',
		absence: '0',
		...fields
	});

function yearly(id: string, baseline: Partial<Records>, plan: readonly FileChange[] = []) {
	const parts: CouncilParts = { baseline, plan };
	return shownFigure(projected(parts), `capacity.${id}`).map((text) =>
		text === 'blocked' ? text : Number(text)
	);
}

describe('what staff can take', () => {
	test('is FTE, less vacancy, by share of time and caseload over the months of a case, less absence', () => {
		const baseline = {
			services: [service({ monthsPerCase: '6', demand: { north: '100' } })],
			posts: [worker({ fte: '10', vacancy: '0.1', activities: { support: '0.5' }, absence: '0.2' })]
		};
		// 10 × 0.9 × 0.5 × 12 / 6 × 0.8 = 7.2 a month.
		expect(yearly('total', baseline)[0]).toBeCloseTo(12 * 7.2, 9);
		expect(yearly('served', baseline)[0]).toBeCloseTo(12 * 7.2, 9);
		expect(yearly('unmet', baseline)[0]).toBeCloseTo(12 * 92.8, 9);
		expect(yearly('spare', baseline)[0]).toBe(0);
	});

	test('is not used beyond demand', () => {
		const baseline = { services: [service()], posts: [worker()] };
		expect(yearly('total', baseline)[0]).toBe(144);
		expect(yearly('served', baseline)[0]).toBe(120);
		expect(yearly('spare', baseline)[0]).toBe(24);
		expect(yearly('unmet', baseline)[0]).toBe(0);
	});

	test('is measured month by month: a spare month does not make good a short one', () => {
		const baseline = { services: [service()], posts: [worker({ fte: '2' })] };
		const half = change({ start: '2025-10', edits: [set('posts/officer', 'fte', '0.5')] });
		// Six months of 24 against 10, six of 6 against 10.
		expect(yearly('served', baseline, [half])[0]).toBe(96);
		expect(yearly('spare', baseline, [half])[0]).toBe(84);
		expect(yearly('unmet', baseline, [half])[0]).toBe(24);
	});

	test('waits for what is blank, each place that uses it', () => {
		const baseline = { services: [service()], posts: [worker({ caseload: null })] };
		expect(yearly('served', baseline)[0]).toBe('blocked');
		expect(projected({ baseline }).figures.get('capacity.served')?.blockedBy).toEqual([
			'posts/officer.caseload'
		]);
	});
});

describe('areas', () => {
	const demand = { north: '30', south: '10' };

	test('get from a team of their own all of it, and nobody else any', () => {
		const baseline = { services: [service({ demand })], posts: [worker()] };
		expect(yearly('total/support/north', baseline)[0]).toBe(144);
		expect(yearly('total/support/south', baseline)[0]).toBe(0);
	});

	test('share a team of the whole council by their demand', () => {
		const baseline = { services: [service({ demand })], posts: [worker({ team: 'team' })] };
		expect(yearly('total/support/north', baseline)[0]).toBe(108);
		expect(yearly('total/support/south', baseline)[0]).toBe(36);
	});

	test('share it evenly where nobody asks', () => {
		const none = { north: '0', south: '0' };
		const baseline = { services: [service({ demand: none })], posts: [worker({ team: 'team' })] };
		expect(yearly('total/support/south', baseline)[0]).toBe(72);
	});
});

test('a contract brings a twelfth of its volume a month', () => {
	const baseline = {
		services: [service()],
		contracts: [
			contract({
				payment: 'volume',
				volume: '60',
				unitPrice: '1',
				service: 'support',
				area: 'north'
			})
		]
	};
	expect(yearly('served', baseline)[0]).toBeCloseTo(60, 9);
});

describe('rooms', () => {
	const offer = (fields: object = {}) => ({
		support: { casesPerMonth: '4', sessionsPerMonth: '6', placesPerSession: '5', ...fields }
	});

	test('limit a service that needs them', () => {
		const baseline = {
			services: [service({ sessionsPerCase: '10' })],
			posts: [worker()],
			buildings: [building({ services: offer() })]
		};
		// 6 × 5 / 10 = 3 a month.
		expect(yearly('served', baseline)[0]).toBe(36);
	});

	test('do not limit one that needs none', () => {
		const baseline = {
			services: [service()],
			posts: [worker()],
			buildings: [building({ services: offer() })]
		};
		expect(yearly('served', baseline)[0]).toBe(120);
	});

	test('of the whole council are shared by demand', () => {
		const baseline = {
			services: [service({ sessionsPerCase: '10', demand: { north: '30', south: '10' } })],
			posts: [worker({ fte: '100', team: 'team' })],
			buildings: [building({ area: null, services: offer({ sessionsPerMonth: '80' }) })]
		};
		expect(yearly('total/support/north', baseline)[0]).toBe(12 * 30);
		expect(yearly('total/support/south', baseline)[0]).toBe(12 * 10);
	});
});

test('a change to a service holds from its month', () => {
	const baseline = { services: [service()], posts: [worker({ fte: '0.5' })] };
	const plan = (start: string) => [
		change({ start, edits: [set('services/support', 'monthsPerCase', '2')] })
	];
	// Half a worker with 12 cases takes 6 a month, and 3 once a case lasts two months.
	expect(yearly('total', baseline, plan('2025-10'))).toEqual([54, 36, 36]);
	expect(yearly('total', baseline, plan('2025-04'))).toEqual([36, 36, 36]);
});

describe('a closed building', () => {
	const offer = { support: { casesPerMonth: '4', sessionsPerMonth: '0', placesPerSession: '0' } };
	const baseline = (others: readonly FileRecord<'buildings'>[]) => ({
		services: [service()],
		posts: [worker()],
		buildings: [building({ services: offer, retainedShare: '0.75' }), ...others]
	});
	const close = change({ start: '2025-10', edits: [remove('buildings/centre')] });

	test('takes away the users who do not go on to another', () => {
		const other = building({ id: 'other', services: offer });
		// A quarter of 4 for six months.
		expect(yearly('demand', baseline([other]), [close])[0]).toBe(120 - 6);
		expect(yearly('served', baseline([other]), [close])[1]).toBe(108);
	});

	test('takes away all of them where no other building offers the service', () => {
		const other = building({ id: 'other' });
		expect(yearly('demand', baseline([other]), [close])[0]).toBe(120 - 24);
	});

	test('takes away all of them where the only other one closes too', () => {
		const other = building({ id: 'other', services: offer, retainedShare: '1' });
		const both = change({
			start: '2025-10',
			edits: [remove('buildings/centre'), remove('buildings/other')]
		});
		expect(yearly('demand', baseline([other]), [both])[0]).toBe(120 - 48);
	});

	test('of the whole council takes users from each area by its demand', () => {
		const parts = {
			...baseline([]),
			services: [service({ demand: { north: '30', south: '10' } })],
			buildings: [building({ area: null, services: offer })]
		};
		// All 4 go: three in four of them from the north.
		expect(yearly('demand/support/north', parts, [close])).toEqual([342, 324, 324]);
		expect(yearly('demand/support/south', parts, [close])).toEqual([114, 108, 108]);
	});

	test('never takes away more users than there are', () => {
		const crowded = { support: { ...offer.support, casesPerMonth: '400' } };
		const parts = { ...baseline([]), buildings: [building({ services: crowded })] };
		expect(yearly('demand', parts, [close])).toEqual([60, 0, 0]);
	});
});
