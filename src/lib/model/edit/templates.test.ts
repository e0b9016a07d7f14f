import { describe, expect, test } from 'vitest';
import { councilFrom, councilWith } from '../../../../tests/support/council';
import { fernshire, made, newest, problemsOf } from '../../../../tests/support/trial';
import { writeCouncil } from '../scenario/read';
import { TEMPLATES } from './templates';

const CLOSING = { building: 'oxenfold-green', start: '2027-07', consultation: '18000' };

describe('every template', () => {
	test.each(TEMPLATES)(
		'$id says what is missing when nothing is answered, in a sentence a question',
		(template) => {
			const problems = problemsOf(template.id, {});
			const needed = template
				.questions(fernshire)
				.filter(({ isNeeded, when }) => isNeeded && when === null)
				.map(({ id }) => id);
			expect(Object.keys(problems).sort()).toEqual([...needed].sort());
			for (const message of Object.values(problems)) expect(message).toMatch(/ is missing; /);
		}
	);

	test.each(TEMPLATES)('$id asks each question once, with words of its own', (template) => {
		const questions = template.questions(fernshire);
		expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
		expect(new Set(questions.map(({ label, year }) => `${label} ${year ?? ''}`)).size).toBe(
			questions.length
		);
		for (const { meaning } of questions) expect(meaning).toMatch(/^[A-Z].*\.$/);
	});

	test.each(TEMPLATES)('$id can be asked of a council that has nothing yet', (template) => {
		expect(template.questions(councilWith()).length).toBeGreaterThan(0);
	});

	test('reads each answer by its kind', () => {
		expect(
			problemsOf('closeBuilding', {
				building: 'nowhere',
				start: '2031-04',
				retainedShare: '70',
				voidMonths: '1.5',
				holdingCost: '12,5',
				title: 'x'.repeat(401)
			})
		).toEqual({
			building: "there is no building 'nowhere'; choose another",
			start: '2031-04 lies outside the projection; write a month from 2026-04 to 2031-03',
			retainedShare: '70 is above 1; write 1 or less',
			voidMonths: 'Void is a whole number of months; write one such as 6',
			holdingCost: "'12,5' is not a number; write 12.5",
			title: 'is too long; 400 characters is the most'
		});
	});

	test('says in words how a month is written', () => {
		const { start } = problemsOf('closeBuilding', {});
		expect(start).toBe('First month closed is missing; write it as April 2026');
	});

	test('keeps what every change has: name, reason, owner', () => {
		const council = made('closeBuilding', {
			...CLOSING,
			title: 'Close the Green',
			reason: 'The lease ends.',
			owner: 'Head of Estates'
		});
		expect(newest(council)).toMatchObject({
			id: 'close-the-green',
			title: 'Close the Green',
			reason: 'The lease ends.',
			owner: 'Head of Estates'
		});
	});

	test('reads the records of the baseline that its scenario stands on', () => {
		const file = writeCouncil(fernshire);
		const { baseline, facts, packs } = structuredClone(file);
		file.baseline.buildings = file.baseline.buildings.filter(({ id }) => id !== 'oxenfold-mill');
		const trial = file.scenarios.find(({ id }) => id === 'trial');
		if (trial !== undefined) trial.baseline = 'y26';
		const council = councilFrom({
			...file,
			agreed: [{ id: 'y26', title: 'Budget', on: '2026-03-01', by: '', facts, packs, baseline }]
		});
		const answers = { building: 'oxenfold-mill', start: '2027-07' };
		expect(newest(made('closeBuilding', answers, { council }))?.title).toMatch(/^Close Oxenfold/);
		expect(problemsOf('closeBuilding', answers, { council, scenario: 'edge-of-care' })).toEqual({
			building: "there is no building 'oxenfold-mill'; choose another"
		});
	});

	test('is refused in the first scenario', () => {
		expect(problemsOf('closeBuilding', CLOSING, { scenario: 'nothing' })).toEqual({
			none: 'changes need a scenario of their own; choose another'
		});
	});
});
