import { Decimal } from 'decimal.js';
import { textOfWords } from '../calendar/words';
import { describe, expect, test } from 'vitest';
import { change, projected, set } from '../../../../tests/support/council';
import { allInPost, building, contract, heading, service } from '../../../../tests/support/records';
import { explainFigure } from './explain';

import {
	EVERYTHING,
	explained,
	halvedOfficers as plain
} from '../../../../tests/support/explained';
describe('the working of a figure', () => {
	test('names the formula of a grade down to its inputs', () => {
		const working = explained(plain, 'cost.staffing/team', 1);
		const [workers] = working.parts;
		expect(workers?.label).toBe('Family workers');
		expect(workers?.formula).toBe('Heads × Cost of one person × (1 − Vacancy) × Months ÷ 12');
		const person = workers?.parts.find(({ label }) => label === 'Cost of one person');
		expect(person?.formula).toBe(
			'Pay of one person + Employer National Insurance + Employer pension + Apprenticeship levy'
		);
		const pay = person?.parts.find(({ label }) => label === 'Pay of one person');
		// £30,000 × 1.02 × 2.5 / 3 × 1.1.
		expect(pay?.value?.toFixed(2)).toBe('28050.00');
		expect(pay?.parts.map(({ ref }) => ref)).toContain('posts/worker.salary');
	});

	test('gives each version with the changes that make it', () => {
		const officers = explained(plain, 'cost.staffing/team').parts.find(({ label }) =>
			label.startsWith('Officers')
		);
		expect(officers?.parts.map(({ label }) => label)).toEqual([
			'Cost of posts',
			'Cost of posts, after change'
		]);
		// Half the year at £40,000, half at £20,000.
		expect(officers?.value?.toFixed(2)).toBe('30000.00');
	});

	test('of a total leads to the figures that it adds', () => {
		const total = explained(plain, 'cost.total');
		expect(total.parts.map(({ figure }) => figure)).toEqual(
			expect.arrayContaining(['cost.staffing', 'cost.buildings', 'cost.placements'])
		);
		const sum = total.parts.reduce((all, { value }) => all.plus(value ?? NaN), new Decimal(0));
		expect(sum.toFixed(2)).toBe(total.value?.toFixed(2));
	});

	test('of what avoids or saves shows both sides', () => {
		const saved = explained(plain, 'savings.identified');
		expect(saved.value?.toFixed(2)).toBe('10000.00');
		expect(saved.parts[0]?.parts.map(({ label }) => label)).toEqual([
			'If we change nothing: Officers',
			'This scenario: Officers'
		]);
	});

	test('of children in care balances', () => {
		const { parts, value } = explained(plain, 'care.children/1-4/foster');
		const of = (label: string) =>
			parts.find((part) => part.label === label)?.value?.toNumber() ?? NaN;
		expect(of('Opening, 1 April')).toBe(22.5);
		expect(
			of('Opening, 1 April') +
				of('Entries') +
				of('Moves in') +
				of('Came from the younger band') -
				of('Moves out') -
				of('Went to the older band') -
				of('Exits') -
				of('Turned 18')
		).toBeCloseTo(value?.toNumber() ?? NaN, 6);
	});

	test('of what a service delivers shows it as the changes of the year leave it', () => {
		const baseline = { ...EVERYTHING, posts: EVERYTHING.posts.slice(1) };
		const plan = [
			change({
				id: 'longer',
				start: '2025-10',
				edits: [
					set('services/support', 'monthsPerCase', '4'),
					set('services/support', 'demand.north', '25')
				]
			})
		];
		const served = (y: number) =>
			explained(projected({ baseline, plan }), 'capacity.served/support/north', y).parts.map(
				({ label, value, note }) =>
					`${label}: ${value?.toFixed() ?? ''}${note === undefined ? '' : ` (${textOfWords(note)})`}`
			);
		const half = '(Holds for 6 of 12 months)';
		const shared = 'Serves the whole council; shared over areas by their demand';
		// 1 FTE × 10 cases × 0.8 at work = 8 a month at one month a case, 2 at four. Asked for: 6 × 10 + 6 × 25.
		expect(served(0)).toEqual([
			'Demand, after users of closed buildings have moved or gone: 210',
			'Capacity: 60',
			'Served: 60',
			`Demand: 10 ${half}`,
			`Months per case: 1 ${half}`,
			`Demand, after longer: 25 ${half}`,
			`Months per case, after longer: 4 ${half}`,
			`Officers: 8 (Holds for 6 of 12 months. ${shared})`,
			`Officers, after longer: 2 (Holds for 6 of 12 months. ${shared})`
		]);
		expect(served(1).slice(3)).toEqual([
			'Demand, after longer: 25',
			'Months per case, after longer: 4',
			`Officers, after longer: 2 (${shared})`
		]);
	});

	test('of what a service delivers names contracts and rooms of the area, and no others', () => {
		const offer = { support: { casesPerMonth: '1', sessionsPerMonth: '6', placesPerSession: '2' } };
		const bought = (id: string, area: string) =>
			contract({
				id,
				title: id,
				payment: 'volume',
				volume: '36',
				unitPrice: '1',
				service: 'support',
				area
			});
		const baseline = {
			services: [service({ sessionsPerCase: '3', demand: { north: '10', south: '1' } })],
			contracts: [bought('here', 'north'), bought('there', 'south')],
			buildings: [
				building({ services: offer }),
				building({ id: 'away', area: 'south', services: offer })
			]
		};
		const { parts } = explained(projected({ baseline }), 'capacity.total/support/north');
		expect(parts.slice(-2).map(({ label, value }) => [label, value?.toFixed()])).toEqual([
			['here', '3'],
			['Family centre', '4']
		]);
	});

	test('of children in care names the rates and places of the year', () => {
		const plan = [
			change({
				id: 'slow',
				start: '2026-04',
				edits: [
					set('careFlows/exits-1-4-foster', 'ratePerDay', '0.0005'),
					set('placementTypes/foster', 'capacity', '20')
				]
			})
		];
		const projection = projected({ baseline: EVERYTHING, plan });
		const inputs = (id: string, y: number) =>
			explained(projection, id, y)
				.parts.filter(({ ref }) => ref !== undefined)
				.map(({ label, value }) => `${label}: ${value?.toFixed() ?? ''}`);
		const counted = ['Children on 2025-04-01: 30', 'Share: 0.75', 'Entries: 12'];
		expect(inputs('care.exits/1-4/foster', 0)).toEqual([...counted, 'Exits: 0.001']);
		expect(inputs('care.exits/1-4/foster', 1)).toEqual([...counted, 'Exits, after slow: 0.0005']);
		expect(inputs('care.inHouse/foster', 0)).toContain('Council places: 10');
		expect(inputs('care.inHouse/foster', 1)).toContain('Council places, after slow: 20');
	});

	test('of cost that a heading may contain already leads to the record behind it', () => {
		const posts = [
			allInPost({ heading: 'family', headingScope: 'unknown', vacancy: '0.1' }),
			allInPost({ id: 'sure', title: 'Sure', heading: 'family', headingScope: 'included' })
		];
		const projection = projected({ baseline: { posts, headings: [heading()] } });
		const [line] = explained(projection, 'cost.unknownScope').parts;
		expect(line?.label).toBe('Cost in the base year');
		expect(line?.parts.map(({ label, value }) => [label, value?.toFixed(2)])).toEqual([
			['Officers', '36000.00']
		]);
		expect(line?.parts[0]?.parts[0]?.parts.map(({ ref }) => ref)).toContain(
			'posts/officer.vacancy'
		);
		const [remainder] = explained(projection, 'cost.headings').parts;
		const itemised = remainder?.parts.find(({ label }) => label.startsWith('Itemised'));
		expect(itemised?.parts.map(({ label }) => label)).toEqual(['Sure']);
	});

	test('is none for a figure that is not there', () => {
		expect(explainFigure(plain, 'cost.magic', 0)).toBeNull();
		expect(explainFigure(plain, 'cost.staffing/nobody', 0)).toBeNull();
	});

	test('names the blanks that it waits for', () => {
		const blank = projected({ baseline: { posts: [allInPost({ costPerFte: null })] } });
		const working = explained(blank, 'cost.staffing');
		expect(working.value).toBeNull();
		expect(working.waitsFor).toEqual(['posts/officer.costPerFte']);
		const leaf = working.parts.find(({ ref }) => ref === 'posts/officer.costPerFte');
		expect(leaf).toMatchObject({ value: null, waitsFor: ['posts/officer.costPerFte'] });
	});
});
