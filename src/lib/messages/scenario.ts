import type { House } from '$lib/format';
import { month } from '$lib/dates';
import { quoted } from './sentences';

/** Words of the pages of one scenario. */
export const scenario = {
	back: 'All scenarios',
	tabs: 'Parts of the scenario',
	results: 'Results',
	changes: 'Changes',
	whatChanged: 'What changed',
	pageTitle: (part: string, title: string) => `${part}: ${title}`,
	first: (title: string, amount: string, period: string, prices: string) =>
		`${quoted(title)} has a net cost of ${amount} over ${period}, ${prices} and with placements included.`,
	firstBlocked: (title: string, waits: string) =>
		`What ${quoted(title)} costs cannot be worked out yet: it ${waits}.`,
	firstNet: (period: string) => `Net cost over ${period}, placements included`,
	firstFte: (year: string) => `Staff in ${year} (FTE)`,
	addFirst: 'Add a change',
	noBaseline: 'The baseline is empty, so there is nothing to work out yet.',
	noBaselineWhy:
		'Results come from what the council spends now: its staff, buildings, contracts, budget headings and children in care.',
	fillBaseline: 'Fill in the baseline',
	editing: (title: string) => `You are editing the scenario ${quoted(title)}`,
	editingNote: 'The baseline stays as it is. Every change can be switched off again.',
	about: 'Name and description',
	name: 'Title',
	description: 'Description',
	descriptionHint: 'What the scenario stands for, in a sentence or two.',
	timeline: 'When each change holds',
	timelineNote: 'In the order of their starts. A slope is a change that comes in by degrees.',
	change: 'Change',
	when: 'When',
	from: (start: string, ramp: number, end: string | null) =>
		[
			`From ${month(start)}`,
			ramp === 0 ? '' : `, in full after ${ramp} ${ramp === 1 ? 'month' : 'months'}`,
			end === null ? '' : `, until ${month(end)}`
		].join(''),
	on: 'Switched on',
	onWhat: (title: string) => `${title} is switched on`,
	remove: 'Delete',
	removeWhat: (title: string) => `: ${title}`,
	actions: 'Actions',
	add: 'Add a change',
	inFull: 'Each change in full',
	noChanges: 'This scenario has no changes yet, so it is what happens if we change nothing.',
	whyChanges:
		'A change is a dated and reasoned edit to the baseline, such as closing a building. It shows at once what it does, and can be switched off.',
	toOthers: 'Go to the other scenarios',
	firstHasNone:
		'This scenario stays without changes: it is what every other scenario is measured against.',
	changed: {
		caption: 'What differs from the baseline',
		note: 'Changes that are switched off are named as such: they have no effect on the figures.',
		what: 'What',
		baseline: 'Baseline',
		scenario: 'This scenario',
		change: 'Change',
		reason: 'Reason',
		owner: 'Owner',
		dates: 'Dates',
		off: (title: string) => `${title} (switched off)`,
		none: 'Nothing differs from the baseline: this scenario has no changes that say anything.',
		notThere: 'Not in the baseline',
		inBaseline: 'In the baseline',
		oneOff: (title: string) => `One-off amount › ${title}`,
		last: (name: string, when: string) => `Last edited by ${name}, ${when}.`,
		neverEdited: 'Nobody has edited this scenario here yet.',
		print: 'This page can be printed: the table comes out whole.'
	}
};

/** What decides whether a change can have an effect. */
interface Effect {
	readonly on: boolean;
	readonly start: string;
	readonly end: string | null;
	readonly edits: readonly unknown[];
	readonly oneOffs: readonly unknown[];
}

/** Why a scenario makes no difference to any figure in any year: the first reason that holds for all of its changes. */
export function whyNothing(
	{ title, changes }: { readonly title: string; readonly changes: readonly Effect[] },
	first: string,
	years: readonly string[],
	house: House
): string {
	const so = `so it differs from ${quoted(first)} by £0 in every year.`;
	if (changes.length === 0) return `${quoted(title)} has no changes yet, ${so}`;
	const on = changes.filter((change) => change.on);
	if (on.length === 0) return `No change of ${quoted(title)} is switched on, ${so}`;
	const telling = on.filter(({ edits, oneOffs }) => edits.length + oneOffs.length > 0);
	if (telling.length === 0) return `The changes of ${quoted(title)} do nothing yet, ${so}`;
	const begins = `${(years[0] ?? '').slice(0, 4)}-04`;
	const ends = `${Number((years.at(-1) ?? '').slice(0, 4)) + 1}-04`;
	const starts = telling.map(({ start }) => start).sort();
	if (starts.every((start) => start >= ends))
		return `The first change of ${quoted(title)} starts in ${month(starts[0] ?? '')}, after ${house.period(years)}, ${so}`;
	if (telling.every(({ end }) => end !== null && end <= begins))
		return `Every change of ${quoted(title)} has ended before ${house.period(years)}, ${so}`;
	return `What the changes of ${quoted(title)} set is what the baseline says, or no figure depends on it, ${so}`;
}
