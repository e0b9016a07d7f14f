import type { YearStart } from '../calendar/calendar';
import { indexFactor as index, input, product, type Formula } from '../formula/expression';
import type { Term } from '../formula/term';
import { blocked, type Value } from '../formula/value';
import type { Post } from '../records/post';
import { pricedTerm, type Context, type EmployerNi } from './context';
import { employerNi } from './employerNi';
import {
	anyContent,
	FACTOR,
	fieldInput,
	heldIn,
	only,
	type Held,
	type LineSpec,
	type Timed
} from './line';
import { PAY_FORMULAS } from './payFormulas';

/** What making posts redundant costs, once. */
const redundancy: Formula = {
	id: 'post.redundancy',
	title: 'Redundancy',
	unit: '£',
	inputs: { redundancyCost: fieldInput('redundancyCost', 'Redundancy cost', '£'), index: FACTOR },
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
	const formulas = PAY_FORMULAS[content.basis];
	return pricedTerm(context, year, content, {
		formula: time === null ? formulas.whole : formulas.onService,
		record: ref,
		changes,
		values,
		elsewhere,
		weights: held.weights
	});
}

/** The employer NI of a post; blocked where a change has left it on basis 'grade' without a rule. */
function niOf(ref: string, { niRule }: Post, context: Context, year: YearStart): EmployerNi {
	if (niRule !== undefined) return employerNi(context, niRule, year);
	const place = `${ref}.niRule`;
	const missing = blocked([place], null);
	return { rate: missing, threshold: missing, places: { niRate: place, niThreshold: place } };
}
