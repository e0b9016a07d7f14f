import { expect, test } from 'vitest';
import { councilWith } from '../../../../tests/support/council';
import { newCouncil } from '$lib/exchange/newCouncil';
import { councilIn } from '$lib/exchange/councilFile';
import { project } from '$lib/model';
import { blanksOf, failedChecks, reviewsDue } from './attention';
import { tasksOf } from './tasks';

const file = newCouncil({
	id: 'northshire',
	name: 'Northshire',
	invented: true,
	firstYear: '2027/28',
	horizonYears: 3
});

const indexOf = (id: string, title: string, reviewDate: string) => ({
	id,
	title,
	rates: {},
	otherYears: null,
	evidence: { otherYears: { reviewDate } }
});

test('evidence is due on the day after its review date, the longest overdue first', () => {
	const council = councilIn({
		...file,
		baseline: {
			...file.baseline,
			indices: [
				indexOf('east', 'East', '2027-03-01'),
				indexOf('west', 'West', '2027-02-01'),
				indexOf('south', 'South', '2027-03-02')
			]
		}
	});
	const due = reviewsDue(council, '2027-03-02');
	expect(due.map(({ record, field }) => [record, field])).toEqual([
		['West', 'Rate in other years'],
		['East', 'Rate in other years']
	]);
});

test('the years of a check are written as the council does, and those in a typed title are not', () => {
	const council = councilIn({
		...file,
		council: { ...file.council, style: { ...file.council.style, years: 'dash' } },
		baseline: {
			...file.baseline,
			fundingStreams: [
				{ id: 'plan', title: 'Plan 2026/27', amounts: { '2027/28': '5' }, afterLast: 'ends' }
			]
		}
	});
	const [nothing] = council.scenarios;
	if (nothing === undefined) throw new Error('there is no scenario');
	expect(failedChecks(project(council, nothing)).map(({ message }) => message)).toContain(
		'Plan 2026/27 ends in 2028-29: a funding cliff'
	);
});

test('blank numbers are counted by kind, and a kind without any is left out', () => {
	// Each index has one blank rate for other years; the rule of National Insurance is filled.
	expect(blanksOf(councilIn(file)).map(({ kind, blank }) => [kind, blank])).toEqual([
		['indices', 2]
	]);
});

test('a new council has its name and nothing else done', () => {
	expect(tasksOf(councilIn(file)).map(({ task, standing }) => [task, standing])).toEqual([
		['name', 'done'],
		['staffing', 'toDo'],
		['buildings', 'toDo'],
		['unitCosts', 'toDo'],
		['care', 'toDo'],
		['scenario', 'toDo']
	]);
});

test('children in care are done once no flow waits for a number, which a pack’s assumption is not', () => {
	const stock = { id: 'stock', title: 'Stock', flow: 'stock', date: '2025-03-31' } as const;
	const care = (children: string | null) =>
		tasksOf(councilWith({ baseline: { careFlows: [{ ...stock, children }] } })).find(
			({ task }) => task === 'care'
		);
	expect(care(null)).toMatchObject({ standing: 'begun', blank: 1 });
	expect(care('100')).toMatchObject({ standing: 'done', blank: 0 });
});
