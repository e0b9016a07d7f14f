import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	add,
	change,
	checkOf,
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
import { explainFigure } from '../explain/explain';

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

	describe('sends those who are retained to the nearest open one that offers the service', () => {
		// From the centre it is 5 km to near (3 and 4), 13 km to far (5 and 12) and 1 km to the library, which offers nothing.
		const at = (id: string, area: string | null, easting: number, northing: number) =>
			building({ id, title: id, area, services: offer, easting, northing });
		const near = at('near', 'south', 403_000, 304_000);
		const far = at('far', 'west', 405_000, 312_000);
		const library = { ...at('library', 'north', 401_000, 300_000), services: {} };
		const places = (...others: readonly FileRecord<'buildings'>[]) => ({
			areas: ['north', 'south', 'west'].map((id) => ({ id, title: id })),
			services: [service({ demand: { north: '10', south: '20' } })],
			posts: [worker()],
			buildings: [{ ...at('centre', 'north', 400_000, 300_000), retainedShare: '0.75' }, ...others]
		});
		const demand = (
			parts: Partial<Records>,
			plan: readonly FileChange[],
			areas = ['north', 'south']
		) => areas.map((area) => yearly(`demand/support/${area}`, parts, plan));

		test('in the area of that', () => {
			// 4 leave the north from October, 3 of them for the south.
			expect(demand(places(far, near, library), [close])).toEqual([
				[96, 72, 72],
				[258, 276, 276]
			]);
		});

		test('and on to the next when that closes too, which moves its own users as well', () => {
			const later = change({
				id: 'later',
				start: '2026-04',
				edits: [remove('buildings/near')]
			});
			// From April 2026 the 3 are in the west, and the 4 of near with them, as all of these are retained.
			expect(demand(places(near, far), [close, later], ['north', 'south', 'west'])).toEqual([
				[96, 72, 72],
				[258, 192, 192],
				[0, 84, 84]
			]);
		});

		test('while it is open: one that opens nearer later takes them from then on', () => {
			const hub = at('hub', 'north', 400_500, 300_000);
			const opens = change({ id: 'open', start: '2026-10', edits: [add('buildings', hub)] });
			expect(demand(places(near), [close, opens])).toEqual([
				[96, 90, 108],
				[258, 258, 240]
			]);
		});

		test('to the first in the file of two that are equally near', () => {
			const twin = at('twin', 'west', 397_000, 296_000);
			expect(demand(places(near, twin), [close])[1]).toEqual([258, 276, 276]);
			expect(yearly('demand/support/west', places(twin, near), [close])).toEqual([18, 36, 36]);
		});

		test('over all areas by their demand where it serves the whole council', () => {
			const hub = at('hub', null, 401_000, 300_000);
			// Of the 3 one goes on in the north and two in the south, as 10 and 20 ask there.
			expect(demand(places(near, hub), [close])).toEqual([
				[102, 84, 84],
				[252, 264, 264]
			]);
		});

		test('and loses nobody but those who are not retained', () => {
			fc.assert(
				fc.property(
					fc.array(
						fc.record({
							area: fc.constantFrom('north', 'south', 'west', null),
							easting: fc.integer({ min: 400_000, max: 400_004 }),
							northing: fc.integer({ min: 300_000, max: 300_004 }),
							hasPlace: fc.boolean(),
							users: fc.integer({ min: 0, max: 3 }),
							retained: fc.integer({ min: 0, max: 4 }),
							closes: fc.option(fc.integer({ min: 1, max: 9 }))
						}),
						{ minLength: 1, maxLength: 5 }
					),
					(drawn) => {
						const buildings = [
							...drawn.map((own, i) =>
								building({
									id: `b${String(i)}`,
									area: own.area,
									services: {
										support: { ...offer.support, casesPerMonth: String(own.users) }
									},
									retainedShare: String(own.retained / 4),
									...(own.hasPlace ? { easting: own.easting, northing: own.northing } : {})
								})
							),
							building({ id: 'stays', services: offer, easting: 400_002, northing: 300_002 })
						];
						const plan = drawn.flatMap(({ closes }, i) =>
							closes === null
								? []
								: [
										change({
											id: `c${String(i)}`,
											start: `2026-0${String(closes)}`,
											edits: [remove(`buildings/b${String(i)}`)]
										})
									]
						);
						const parts = { ...places(), buildings };
						const total = yearly(
							'demand',
							{ ...parts, services: [service({ demand: ALL })] },
							plan
						);
						// In 2027/28 every closure has come: each takes what it does not retain of its users.
						const lost = drawn.reduce(
							(sum, { closes, users, retained }) =>
								sum + (closes === null ? 0 : users * (1 - retained / 4)),
							0
						);
						expect(total[2]).toBeCloseTo(12 * (90 - lost), 9);
					}
				),
				{ numRuns: 100 }
			);
		});
		const ALL = { north: '40', south: '30', west: '20' };

		test('in their own area, where nobody can say which is nearest, and a check says so', () => {
			const nowhere = building({ id: 'near', area: 'south', services: offer });
			const says = (parts: Partial<Records>) =>
				checkOf(projected({ baseline: parts, plan: [close] }), 'closures.placed');
			expect(demand(places(nowhere), [close])).toEqual([
				[114, 108, 108],
				[240, 240, 240]
			]);
			expect(says(places(nowhere))).toMatchObject({
				ok: false,
				message:
					'centre closes, and which open building is nearest cannot be told because easting and northing are left out; its users are counted in their own area'
			});
			// One that can be measured is enough, however far.
			expect(demand(places(nowhere, far), [close])[0]).toEqual([96, 72, 72]);
			expect(says(places(nowhere, far)).ok).toBe(true);
		});

		test('and waits for how many that are only where they go', () => {
			const [centre, ...others] = places(near).buildings;
			if (centre === undefined) throw new Error('the centre is there');
			const parts = (fields: Partial<FileRecord<'buildings'>>) => ({
				...places(),
				buildings: [{ ...centre, ...fields }, ...others]
			});
			expect(demand(parts({ retainedShare: null }), [close])).toEqual([
				[96, 72, 72],
				['blocked', 'blocked', 'blocked']
			]);
			const unknown = { support: { ...offer.support, casesPerMonth: null } };
			expect(demand(parts({ services: unknown }), [close]).flat()).toEqual(
				Array(6).fill('blocked')
			);
		});

		test('as the working of the figure says', () => {
			const projection = projected({ baseline: places(near), plan: [close] });
			const parts = (area: string) =>
				explainFigure(projection, `capacity.demand/support/${area}`, 1)
					?.parts.filter(({ note }) => note?.includes('km') === true)
					.map(({ label, value, note }) => [label, value?.toFixed(), note]);
			const where = 'Those who go on do so at near, 5.0 km away';
			expect(parts('north')).toEqual([['Users who leave centre, which closes', '-48', where]]);
			expect(parts('south')).toEqual([['Users of centre who go on here', '36', where]]);
		});
	});
});
