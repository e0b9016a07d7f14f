import { z } from 'zod';
import { common, placed, priced } from './common';
import { id, poundsPerYear, pounds, quantity, share } from './field';

/** The fields that price a post on basis 'grade'; each may be blank, none may be missing. */
const GRADE_FIELDS = ['salary', 'allowances', 'pensionRate', 'levyRate'] as const;

/** A group of like posts in one team: heads, FTE, pay and what the time goes to. */
export const post = z
	.strictObject({
		...common,
		...placed,
		...priced,
		team: id,
		basis: z.enum(['grade', 'allIn']),
		heads: quantity(
			{ label: 'Heads', unit: 'people', meaning: 'People in these posts, whatever their hours.' },
			{ min: 0, max: 100000 }
		),
		fte: quantity(
			{ label: 'FTE', unit: 'FTE', meaning: 'Full-time equivalents of these posts.' },
			{ min: 0, max: 100000 }
		),
		salary: poundsPerYear('Salary', 'Full-time salary of one person in this grade.').optional(),
		allowances: share('Allowances', 'Allowances as a share of pay.').optional(),
		pensionRate: share(
			'Employer pension rate',
			"Employer's pension contribution as a share of pay."
		).optional(),
		levyRate: share('Apprenticeship levy', 'Levy as a share of pay.').optional(),
		niRule: id.optional(),
		costPerFte: poundsPerYear(
			'Cost per FTE',
			'All-in yearly cost of one full-time equivalent.'
		).optional(),
		vacancy: share('Vacancy', 'Share of the posts that stands empty over a year.'),
		activities: z.record(
			id,
			share('Share of time', 'Share of working time that goes to a service.')
		),
		caseload: quantity(
			{
				label: 'Caseload',
				unit: 'cases per FTE',
				meaning: 'Cases that one full-time worker holds at once.'
			},
			{ min: 0, max: 1000 }
		).optional(),
		absence: share(
			'Absence',
			'Share of working time lost to leave, sickness and training.'
		).optional(),
		redundancyCost: pounds(
			'Redundancy cost',
			'What making all of these posts redundant costs, once, in the prices of the price year.'
		).optional()
	})
	.superRefine((record, context) => {
		const needed: readonly (keyof typeof record)[] =
			record.basis === 'grade' ? [...GRADE_FIELDS, 'niRule'] : ['costPerFte'];
		for (const field of needed)
			if (record[field] === undefined)
				context.addIssue({
					code: 'custom',
					path: [field],
					message: `is missing; a post on basis '${record.basis}' needs it (null where it is not known)`
				});
		if (Object.keys(record.activities).length > 0)
			for (const field of ['caseload', 'absence'] as const)
				if (record[field] === undefined)
					context.addIssue({
						code: 'custom',
						path: [field],
						message: 'is missing; a post with activities needs it (null where it is not known)'
					});
		if (
			record.heads !== null &&
			record.fte !== null &&
			record.heads.isZero() &&
			!record.fte.isZero()
		)
			context.addIssue({
				code: 'custom',
				path: ['heads'],
				message: 'is 0 while fte is not; write how many people share these FTE'
			});
	});

/** A group of like posts in one team. */
export type Post = z.output<typeof post>;
