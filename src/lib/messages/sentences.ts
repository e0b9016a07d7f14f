import type { Decimal } from 'decimal.js';
import { exactPounds, measure, sentenceList, type House } from '$lib/format';
import { month } from '$lib/dates';
import type { Payback } from '$lib/model';

/** What a sentence about two scenarios is made from. */
export interface Compared {
	/** Title of the comparator. */
	readonly a: string;
	/** Title of the scenario that is compared with it. */
	readonly b: string;
	readonly years: readonly string[];
	/** What B's net cost differs by from A's in each year, in pounds; null where it is blocked. */
	readonly difference: readonly (Decimal | null)[];
	readonly payback: Payback;
	/** Names of the blank inputs that block the difference. */
	readonly waitsFor: readonly string[];
	/** How the council writes years and amounts. */
	readonly house: House;
}

const NAMED = 3;

/** The one sentence that says what two scenarios differ by over the period and when the dearer start is paid back. */
export function comparisonSentence(compared: Compared): string {
	const { a, b, years, difference, payback, house } = compared;
	const known = difference.filter((value) => value !== null);
	if (known.length < difference.length || 'blockedBy' in payback)
		return `What ${quoted(b)} costs against ${quoted(a)} cannot be worked out yet: it ${waiting(compared.waitsFor)}.`;
	const period = house.period(years);
	if (known.every((value) => value.isZero()))
		return `${quoted(b)} costs exactly the same as ${quoted(a)} in every year from ${period}.`;
	const total = sum(known);
	const amount = total.isZero()
		? `costs the same as ${quoted(a)} over ${period} in all, though not in each year`
		: `costs ${house.pounds(total.abs())} ${total.isNegative() ? 'less' : 'more'} than ${quoted(a)} over ${period}`;
	return `${quoted(b)} ${amount}, ${inPrices(house)} and with placements included, and ${paybackClause(known, payback, years, house)}.`;
}

/** What net cost over the period would be if an input were a tenth lower: what it is, what it would be, and the difference. */
export function loweredSentence(
	{
		label,
		record,
		net,
		headings
	}: {
		readonly label: string;
		readonly record: string;
		readonly net: { readonly before: Decimal; readonly after: Decimal } | null;
		/** The published headings whose part that is not itemised takes up the difference. */
		readonly headings: readonly string[];
	},
	years: readonly string[],
	house: House
): string {
	const what = `${label} of ${record}`;
	const period = house.period(years);
	if (net === null) return `Net cost over ${period} cannot be worked out with ${what} 10% lower.`;
	const { before, after } = net;
	const cost = `If ${what} were 10% lower, net cost over ${period}`;
	const more = after.minus(before);
	const why = takesUp(headings);
	if (more.isZero()) return `${cost} would be the same: ${exactPounds(before)}.${why}`;
	const size = `${exactPounds(more.abs())} ${more.isNegative() ? 'less' : 'more'}`;
	return `${cost} would be ${size}: ${exactPounds(after)} instead of ${exactPounds(before)}.${why}`;
}

/** Why net cost does not fall with an input: a published figure holds, whatever is itemised in it. */
function takesUp(headings: readonly string[]): string {
	if (headings.length === 0) return '';
	const names = sentenceList(headings.map(quoted), 'and');
	return headings.length === 1
		? ` The published figure of ${names} holds, so what is not itemised in it becomes larger by what this becomes smaller, and goes on by its own index.`
		: ` The published figures of ${names} hold, so what is not itemised in them becomes larger by what this becomes smaller, and goes on by its own index.`;
}

function paybackClause(
	difference: readonly Decimal[],
	payback: Exclude<Payback, { readonly blockedBy: readonly string[] }>,
	years: readonly string[],
	house: House
): string {
	if ('never' in payback) return `does not pay back by ${house.year(years.at(-1) ?? '')}`;
	return isEverDearer(difference)
		? `pays back in ${house.year(payback.year)}`
		: 'its costs never run ahead of what it saves';
}

/** What one part of a step of the bridge, or of all steps, comes to. */
export function stepSentence({
	step,
	from,
	to,
	noun,
	value,
	when
}: {
	/** The change that is turned on or off; null for all. */
	readonly step: { readonly title: string; readonly turn: 'on' | 'off' } | null;
	/** Titles of the scenarios that the bridge comes from and leads to. */
	readonly from: string;
	readonly to: string;
	/** What is made higher or lower. */
	readonly noun: string;
	/** In pounds; positive is dearer, null is blocked. */
	readonly value: Decimal | null;
	/** The year or period: 'in 2011/12', 'over 2010/11 to 2015/16'. */
	readonly when: string;
}): string {
	const subject =
		step === null
			? `Going from ${quoted(from)} to ${quoted(to)}`
			: step.turn === 'on'
				? quoted(step.title)
				: `Leaving out ${quoted(step.title)}`;
	if (value === null)
		return `${subject}: what it does to ${noun.replace(/,$/, '')} ${when} cannot be worked out.`;
	if (value.isZero()) return `${subject} does not change ${noun} ${when}.`;
	return `${subject} makes ${noun} ${exactPounds(value.abs())} ${value.isNegative() ? 'lower' : 'higher'} ${when}.`;
}

/** The prices that amounts are in: 'in cash', or 'in 2026/27 prices' for real terms. */
export function inPrices({ pricesOf }: House): string {
	return pricesOf === null ? 'in cash' : `in ${pricesOf} prices`;
}

/** When a scenario has paid for itself, as one of the key figures. */
export function paybackText(
	difference: readonly (Decimal | null)[],
	payback: Payback,
	house: House
): string {
	if ('blockedBy' in payback) return 'Blocked';
	if ('never' in payback) return 'Not in this period';
	const known = difference.filter((value) => value !== null);
	if (known.every((value) => value.isZero())) return 'No difference';
	return isEverDearer(known) ? house.year(payback.year) : 'From the start';
}

/** Why a scenario has no effect in some of the years. */
export function noEffectSentence(
	title: string,
	years: readonly string[],
	firstStart: string | null,
	house: House
): string {
	const when = sentenceList(years.map(house.year), 'and');
	return firstStart === null
		? `${quoted(title)} has no effect in ${when} because none of its changes is switched on.`
		: `${quoted(title)} has no effect in ${when} because its first change starts in ${month(firstStart)}.`;
}

/** What a blocked figure waits for: up to three inputs by name and the number of the others. */
export function waiting(names: readonly string[]): string {
	const shown = names.slice(0, NAMED);
	const more = names.length - shown.length;
	if (more > 0)
		return `waits for ${shown.join('; ')}; and ${more} more ${more === 1 ? 'input' : 'inputs'}`;
	return `waits for ${sentenceList(shown, 'and')}`;
}

/** The finding on the chart of added-up differences: which scenarios have paid back by the end. */
export function paybackTitle(
	scenarios: readonly {
		readonly difference: readonly (Decimal | null)[];
		readonly payback: Payback;
	}[],
	years: readonly string[],
	house: House
): string {
	const last = house.year(years.at(-1) ?? '');
	const [only] = scenarios;
	if (only === undefined || scenarios.some(({ payback }) => 'blockedBy' in payback))
		return 'Payback is blocked by blank inputs';
	const paid = scenarios.filter(({ payback }) => 'year' in payback);
	if (scenarios.length > 1)
		return `${paid.length} of ${scenarios.length} scenarios cost no more by ${last}`;
	if ('never' in only.payback) return `The extra cost is not paid back by ${last}`;
	const text = paybackText(only.difference, only.payback, house);
	if ('year' in only.payback && text === house.year(only.payback.year))
		return `The extra cost is paid back in ${text}`;
	return text === 'No difference' ? 'Both cost the same' : 'It costs less from the start';
}

/** The finding on a chart of children in care: where the comparator's number goes. */
export function childrenTitle(values: readonly (Decimal | null)[]): string {
	const first = values[0];
	const last = values.at(-1);
	if (!first || !last) return 'Children in care: blocked by blank inputs';
	const from = measure(first, 'children');
	const to = measure(last, 'children');
	if (from === to) return `Children in care stay at ${to} if nothing changes`;
	return `Children in care ${last.gt(first) ? 'rise' : 'fall'} from ${from} to ${to}`;
}

/** Where each line ends, in one sentence for those who cannot see the chart. */
export function endsSummary(
	lines: readonly { readonly label: string; readonly values: readonly (Decimal | null)[] }[],
	last: string,
	house: House
): string {
	const clauses = lines.map(({ label, values }) => {
		const value = values.at(-1);
		if (!value) return `${quoted(label)} is blocked`;
		if (value.isZero()) return `${quoted(label)} comes to the same`;
		return `${quoted(label)} has cost ${house.pounds(value.abs())} ${value.isNegative() ? 'less' : 'more'}`;
	});
	return `By the end of ${house.year(last)}: ${clauses.join('; ')}.`;
}

/** Where each line begins and ends, in one sentence for those who cannot see the chart. */
export function linesSummary(
	lines: readonly { readonly label: string; readonly values: readonly (Decimal | null)[] }[],
	years: readonly string[],
	write: (value: Decimal) => string,
	house: House
): string {
	const clauses = lines.map(({ label, values }) => {
		const first = values[0];
		const last = values.at(-1);
		return first && last
			? `${label} from ${write(first)} to ${write(last)}`
			: `${label} is blocked`;
	});
	return `Between ${house.year(years[0] ?? '')} and ${house.year(years.at(-1) ?? '')}: ${clauses.join('; ')}.`;
}

/** The finding on a bridge: the step that moves most. */
export function bridgeTitle(
	steps: readonly { readonly title: string; readonly effect: Decimal | null }[]
): string {
	const known = steps.flatMap(({ title, effect }) => (effect === null ? [] : [{ title, effect }]));
	const [first, ...others] = known;
	if (first === undefined || known.length < steps.length)
		return 'What each change does is blocked by blank inputs';
	const most = others.reduce(
		(best, step) => (step.effect.abs().gt(best.effect.abs()) ? step : best),
		first
	);
	return most.effect.isZero()
		? 'No change moves the net cost'
		: `${quoted(most.title)} moves net cost most`;
}

/** A title in quotation marks. */
export function quoted(title: string): string {
	return `‘${title}’`;
}

function isEverDearer(difference: readonly Decimal[]): boolean {
	let running: Decimal | undefined;
	return difference.some((value) => {
		running = running === undefined ? value : running.plus(value);
		return running.gt(0);
	});
}

function sum(values: readonly Decimal[]): Decimal {
	return values.reduce((total, value) => total.plus(value));
}
