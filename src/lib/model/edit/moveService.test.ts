import { describe, expect, test } from 'vitest';
import { effect, made, newest, problemsOf } from '../../../../tests/support/trial';

describe('moving a service', () => {
	const MOVE = {
		service: 'parenting',
		from: 'fernmouth-quay',
		to: 'oxenfold-green',
		start: '2026-10',
		moving: '4000',
		works: '25000'
	};

	test('takes the offer out of one building and adds its users and sessions to the other', () => {
		const council = made('moveService', MOVE);
		expect(newest(council)?.edits).toMatchObject([
			{ record: 'buildings/fernmouth-quay', field: 'services' },
			// 5 + 4 cases and 16 + 14 sessions; a session goes on holding 10.
			{ record: 'buildings/oxenfold-green', field: 'services.parenting.casesPerMonth', value: '9' },
			{
				record: 'buildings/oxenfold-green',
				field: 'services.parenting.sessionsPerMonth',
				value: '30'
			}
		]);
		expect(effect(council, 'cost.oneOff')).toEqual(['4000', '0', '0', '0', '0']);
		expect(effect(council, 'capital.spend')).toEqual(['25000', '0', '0', '0', '0']);
		expect(effect(council, 'cost.buildings')).toEqual(['0', '0', '0', '0', '0']);
	});

	test('takes the rooms from where it was, which bounded what could be done there', () => {
		const contact = { ...MOVE, service: 'contact', from: 'stonelow-cross', to: 'fernmouth-quay' };
		const council = made('moveService', { ...contact, start: '2026-04' });
		// 60 sessions of 2 places a month at Stonelow Cross, 24 sessions a case: 5 cases a month.
		expect(effect(council, 'capacity.total/contact/stonelow').map(Number)[0]).toBeCloseTo(-60, 6);
		expect(Number(effect(council, 'capacity.total/contact/fernmouth')[0])).toBeGreaterThanOrEqual(
			0
		);
	});

	test('needs two buildings, the first of which offers the service', () => {
		expect(problemsOf('moveService', { ...MOVE, to: 'fernmouth-quay' })).toEqual({
			to: 'is the building that the service comes from; choose another'
		});
		expect(problemsOf('moveService', { ...MOVE, service: 'edge-of-care' })).toEqual({
			from: 'Fernmouth Quay family hub does not offer Edge of care support; choose one that does'
		});
	});
});
