import { describe, expect, test } from 'vitest';
import { effect, made, newest, problemsOf } from '../../../../tests/support/trial';

// Prices rise by 2.2% in April 2027 and by 2% each April after it.
describe('starting a contract', () => {
	const START = {
		name: 'Respite weekends',
		newProvider: 'Northgate Breaks',
		sector: 'charity',
		service: 'family-support',
		payment: 'block',
		blockPrice: '120000',
		volume: '60',
		clientSideCost: '6000',
		noticeMonths: '3',
		start: '2027-10',
		startUp: '5000'
	};

	test('costs its price and the client side from its first month, and takes its cases', () => {
		const council = made('startContract', START);
		// Half of 126,000, then all of it; no index moves it.
		expect(effect(council, 'cost.contracts')).toEqual(['0', '63000', '126000', '126000', '126000']);
		expect(effect(council, 'cost.oneOff')).toEqual(['0', '5000', '0', '0', '0']);
		expect(Number(effect(council, 'capacity.total')[2])).toBeCloseTo(60, 6);
		expect(newest(council)?.edits.map(({ edit }) => edit)).toEqual(['add', 'add']);
	});

	test('is priced in the money of its first year, and rises with its index after it', () => {
		const council = made('startContract', {
			...START,
			newProvider: '',
			provider: 'brightwater',
			index: 'prices'
		});
		// 126,000 × 1.02 = 128,520.
		expect(effect(council, 'cost.contracts').slice(1, 3)).toEqual(['63000', '128520']);
	});

	test('by volume pays within its bounds', () => {
		const council = made('startContract', {
			...START,
			payment: 'volume',
			unitPrice: '1000',
			maxVolume: '50'
		});
		// 50 × 1,000 + 6,000.
		expect(effect(council, 'cost.contracts')[2]).toBe('56000');
	});

	test('needs one provider, and what its way of paying asks for', () => {
		expect(problemsOf('startContract', { ...START, provider: 'brightwater' })).toEqual({
			newProvider: 'is given beside a known provider; keep one of the two'
		});
		expect(problemsOf('startContract', { ...START, newProvider: '' })).toEqual({
			provider: 'Provider is missing; choose one, or name a new one'
		});
		expect(problemsOf('startContract', { ...START, blockPrice: '' })).toEqual({
			blockPrice: 'Block price is missing; write a number, 0 where there is none'
		});
		expect(
			problemsOf('startContract', { ...START, payment: 'volume', unitPrice: '9', volume: '' })
		).toEqual({ volume: 'Volume is missing; a contract paid by volume needs it' });
		expect(problemsOf('startContract', { ...START, ends: '2027-10' })).toEqual({
			ends: '2027-10 is not after the first month 2027-10; write a later month'
		});
	});
});
