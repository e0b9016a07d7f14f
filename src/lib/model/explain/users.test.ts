import { describe, expect, test } from 'vitest';
import { halvedOfficers as plain } from '../../../../tests/support/explained';
import { scenarioIn } from '../../../../tests/support/council';
import { fernshire } from '../../../../tests/support/trial';
import { project } from '../project';
import { usersOf } from './users';

describe('a figure goes into', () => {
	test('the whole that it is a part of, and nothing that adds up wholes', () => {
		expect(usersOf(plain, 'cost.staffing/team')).toEqual(['cost.staffing']);
	});

	test('the totals that add it up, and what is saved of it', () => {
		expect(usersOf(plain, 'cost.staffing')).toEqual([
			'cost.total',
			'net.total',
			'savings.identified'
		]);
		expect(usersOf(plain, 'net.total')).toEqual([]);
	});

	test('what is made of it, of its own part and of no other', () => {
		const days = usersOf(plain, 'care.childDays/1-4/foster');
		expect(days).toEqual(['care.childDays', 'care.childWeeks/foster']);
		expect(usersOf(plain, 'care.entries/1-4/foster')).toEqual([
			'care.children/1-4/foster',
			'care.entries',
			'care.childDays/1-4/foster'
		]);
	});
});

test('families who are served go into what the interventions of their service cost and do', () => {
	const users = usersOf(
		project(fernshire, scenarioIn(fernshire, 'nothing')),
		'capacity.served/family-support/fernmouth'
	);
	// In Fernshire two interventions work through family support: on entries to care, and on plans.
	expect(users.toSorted()).toEqual([
		'capacity.served',
		'care.entries',
		'cost.interventions/family-support-help',
		'cost.interventions/shorter-plans',
		'plans.monthsAvoided/shorter-plans'
	]);
});

test('no two figures go into each other, and none into itself', () => {
	for (const id of plain.figures.keys())
		for (const user of usersOf(plain, id))
			expect(usersOf(plain, user), `${id} ↔ ${user}`).not.toContain(id);
});
