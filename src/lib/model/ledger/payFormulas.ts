import {
	above,
	indexFactor as index,
	input,
	monthsShare,
	named,
	product,
	quotient,
	restOf,
	sum,
	wholeAnd,
	type Expression,
	type Formula
} from '../formula/expression';
import { FACTOR, fieldInput as field, MONTHS as months } from './line';

// Pay is uprated before National Insurance: the threshold is cash that the law sets and no pay index moves.
const pay = named(
	'Pay of one person',
	'£ a year',
	product(
		input('salary'),
		index,
		quotient(input('fte'), input('heads')),
		wholeAnd(input('allowances'))
	)
);

const employerCost = named(
	'Cost of one person',
	'£ a year',
	sum(
		pay,
		named(
			'Employer National Insurance',
			'£ a year',
			product(input('niRate'), above(pay, input('niThreshold')))
		),
		named('Employer pension', '£ a year', product(input('pensionRate'), pay)),
		named('Apprenticeship levy', '£ a year', product(input('levyRate'), pay))
	)
);

const gradeYear: Expression = product(
	input('heads'),
	employerCost,
	restOf(input('vacancy')),
	monthsShare
);

const gradeInputs: Formula['inputs'] = {
	heads: field('heads', 'Heads', 'people'),
	fte: field('fte', 'FTE', 'FTE'),
	salary: field('salary', 'Salary', '£ a year'),
	allowances: field('allowances', 'Allowances', 'share of 1'),
	pensionRate: field('pensionRate', 'Employer pension rate', 'share of 1'),
	levyRate: field('levyRate', 'Apprenticeship levy rate', 'share of 1'),
	vacancy: field('vacancy', 'Vacancy', 'share of 1'),
	niRate: { label: 'NI rate', unit: 'share of 1' },
	niThreshold: { label: 'NI threshold', unit: '£ a year' },
	index: FACTOR,
	months
};

/** What a group of posts costs in a year on basis 'grade': per head, with NI above the threshold. */
const gradePosts: Formula = {
	id: 'post.grade',
	title: 'Cost of posts',
	unit: '£',
	inputs: gradeInputs,
	expression: gradeYear
};

const allInYear: Expression = product(
	input('fte'),
	input('costPerFte'),
	restOf(input('vacancy')),
	index,
	monthsShare
);

const allInInputs: Formula['inputs'] = {
	fte: field('fte', 'FTE', 'FTE'),
	costPerFte: field('costPerFte', 'Cost per FTE', '£ a year'),
	vacancy: field('vacancy', 'Vacancy', 'share of 1'),
	index: FACTOR,
	months
};

/** What a group of posts costs in a year on basis 'allIn': FTE times an all-in cost. */
const allInPosts: Formula = {
	id: 'post.allIn',
	title: 'Cost of posts',
	unit: '£',
	inputs: allInInputs,
	expression: allInYear
};

const activity = { label: 'Share of time', unit: 'share of 1' };

const gradePostsOnService: Formula = {
	id: 'post.grade.service',
	title: 'Cost of the time of posts that goes to a service',
	unit: '£',
	inputs: { ...gradeInputs, activity },
	expression: product(gradeYear, input('activity'))
};

const allInPostsOnService: Formula = {
	id: 'post.allIn.service',
	title: 'Cost of the time of posts that goes to a service',
	unit: '£',
	inputs: { ...allInInputs, activity },
	expression: product(allInYear, input('activity'))
};

/** What a group of posts costs in a year by its basis: all of it, and the time that goes to a service. */
export const PAY_FORMULAS = {
	grade: { whole: gradePosts, onService: gradePostsOnService },
	allIn: { whole: allInPosts, onService: allInPostsOnService }
} as const;
