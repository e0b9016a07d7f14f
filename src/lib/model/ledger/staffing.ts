import { yearLabel, type YearStart } from '../calendar/calendar';
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
import type { Term } from '../formula/term';
import { blocked, type Value } from '../formula/value';
import type { Post } from '../records/post';
import { entry, pricedTerm, type Context, type EmployerNi } from './context';
import {
	anyContent,
	FACTOR as factor,
	fieldInput as field,
	heldIn,
	MONTHS as months,
	only,
	type Held,
	type LineSpec,
	type Timed
} from './line';

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
	index: factor,
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
	index: factor,
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

/** What making posts redundant costs, once. */
const redundancy: Formula = {
	id: 'post.redundancy',
	title: 'Redundancy',
	unit: '£',
	inputs: { redundancyCost: field('redundancyCost', 'Redundancy cost', '£'), index: factor },
	expression: product(input('redundancyCost'), index)
};

/** The lines of a group of posts: pay, and redundancy where a change removes it without redeploying its people. */
export function postLines(timed: Timed<Post>, context: Context): readonly LineSpec[] {
	const record = anyContent(timed);
	const redundant = timed.removals.filter(({ destination }) => destination === 'redundant');
	const pays: LineSpec = {
		id: `${timed.ref}/pay`,
		title: record.title,
		figure: 'cost.staffing',
		part: record.team,
		heading: record.heading,
		terms: (y) =>
			heldIn(timed, y).map((held) => payTerm(timed.ref, held, context, context.first + y))
	};
	if (redundant.length === 0) return [pays];
	return [
		pays,
		{
			id: `${timed.ref}/redundancy`,
			title: `Redundancy: ${record.title}`,
			figure: 'cost.oneOff',
			part: 'redundancy',
			heading: null,
			terms: (y) =>
				redundant
					.filter(({ month }) => Math.floor(month / 12) === y)
					.map(({ month, content, change }) =>
						pricedTerm(context, context.first + y, content, {
							formula: redundancy,
							record: timed.ref,
							changes: [change],
							weights: only(month),
							values: { redundancyCost: content.redundancyCost ?? null }
						})
					)
		}
	];
}

/** What posts cost in one financial year before any change, for a published base year. */
export function basePostTerms(
	ref: string,
	record: Post,
	context: Context,
	year: YearStart
): readonly Term[] {
	return [payTerm(ref, { content: record, months: 12, changes: [] }, context, year)];
}

/** The cost of the posts' time that goes to a service, in a year. */
export function serviceTimeTerms(
	timed: Timed<Post>,
	service: string,
	context: Context,
	y: number
): readonly Term[] {
	return heldIn(timed, y).flatMap((held) => {
		const share = held.content.activities[service];
		if (share === undefined) return [];
		return [payTerm(timed.ref, held, context, context.first + y, { service, share })];
	});
}

interface ServiceTime {
	readonly service: string;
	readonly share: Value;
}

function payTerm(
	ref: string,
	held: Held<Post>,
	context: Context,
	year: YearStart,
	time: ServiceTime | null = null
): Term {
	const { content, changes, months: monthsHeld } = held;
	const values: Record<string, Value> = {
		fte: content.fte,
		vacancy: content.vacancy,
		months: monthsHeld
	};
	let elsewhere: Readonly<Record<string, string>> | undefined;
	if (content.basis === 'allIn') values['costPerFte'] = content.costPerFte ?? null;
	else {
		const ni = niOf(ref, content, context, year);
		values['heads'] = content.heads;
		values['salary'] = content.salary ?? null;
		values['allowances'] = content.allowances ?? null;
		values['pensionRate'] = content.pensionRate ?? null;
		values['levyRate'] = content.levyRate ?? null;
		values['niRate'] = ni.rate;
		values['niThreshold'] = ni.threshold;
		elsewhere = ni.places;
	}
	if (time !== null) {
		values['activity'] = time.share;
		elsewhere = { ...elsewhere, activity: `${ref}.activities.${time.service}` };
	}
	const formulas = FORMULAS[content.basis];
	return pricedTerm(context, year, content, {
		formula: time === null ? formulas.whole : formulas.onService,
		record: ref,
		changes,
		values,
		elsewhere,
		weights: held.weights
	});
}

const FORMULAS = {
	grade: { whole: gradePosts, onService: gradePostsOnService },
	allIn: { whole: allInPosts, onService: allInPostsOnService }
} as const;

/** The employer NI of a post; blocked where a change has left it on basis 'grade' without a rule. */
function niOf(ref: string, { niRule }: Post, context: Context, year: YearStart): EmployerNi {
	if (niRule !== undefined) return employerNi(context, niRule, year);
	const place = `${ref}.niRule`;
	const missing = blocked([place], null);
	return { rate: missing, threshold: missing, places: { niRate: place, niThreshold: place } };
}

/** The employer NI row in force in a financial year: the latest that starts by the end of its April. */
function employerNi(context: Context, id: string, year: YearStart): EmployerNi {
	const byYear = entry(context.ni, id);
	const known = byYear.get(year);
	if (known !== undefined) return known;
	const rule = context.rules.get(id);
	if (rule?.rule !== 'employerNi') throw new Error(`there is no employer NI rule '${id}'`);
	const lastDay = `${String(year)}-04-30`;
	let found = -1;
	rule.rows.forEach((row, i) => {
		if (row.from <= lastDay && (found < 0 || row.from > (rule.rows[found]?.from ?? ''))) found = i;
	});
	const row = rule.rows[found];
	const place = `rules/${id}.rows.${String(found)}`;
	// A year before the first row is as blank as an empty cell.
	const missing = blocked([`rules/${id}.rows (no row by ${yearLabel(year)})`], rule);
	const ni: EmployerNi = {
		rate: row === undefined ? missing : row.rate,
		threshold: row === undefined ? missing : row.threshold,
		places: { niRate: `${place}.rate`, niThreshold: `${place}.threshold` }
	};
	byYear.set(year, ni);
	return ni;
}
