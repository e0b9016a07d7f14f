import { date } from '$lib/dates';
import { quoted } from './sentences';

/** A baseline that was agreed, as far as sentences name it. */
interface Agreed {
	readonly title: string;
	/** The day, '2026-11-22'. */
	readonly on: string;
	readonly by: string;
}

const affectedOf = (affected: number, changes: number): string => {
	if (changes === 0) return 'it has no changes that could be affected by the newer one';
	if (changes === 1)
		return `its one change is ${affected === 0 ? 'not ' : ''}affected by the newer one`;
	if (affected === 0) return `none of its ${changes} changes is affected by the newer one`;
	return `${affected} of its ${changes} changes ${affected === 1 ? 'is' : 'are'} affected by the newer one`;
};

/** Words about agreed baselines: which scenario stands on which, and how it comes to stand on a newer one. */
export const standing = {
	/** "…; 3 of its 41 changes are affected by the newer one." */
	note: (
		{ title, on }: Agreed,
		newer: Agreed | null,
		{ affected, changes }: { readonly affected: number; readonly changes: number }
	) =>
		`This scenario stands on the baseline ${quoted(title)}, agreed on ${date(on)}; ${affectedOf(affected, changes)}, ${
			newer === null
				? 'which has not been agreed yet.'
				: `${quoted(newer.title)}, agreed on ${date(newer.on)}.`
		}`,
	rebase: 'Re-base this scenario',
	rebaseWhat: (title: string) => `Re-base ${quoted(title)} on the newest baseline`,
	compareAlone: (title: string) =>
		`Compare ${quoted(title)} with what happens if nothing is changed`,
	onAgreed: (title: string, { title: baseline, on }: Agreed) =>
		`${quoted(title)} stands on the baseline ${quoted(baseline)}, agreed on ${date(on)}`,
	onPresent: (title: string) => `${quoted(title)} stands on the baseline as it is now`,
	apart: (sides: readonly string[]) =>
		`${sides.join('; ')}. Scenarios can be compared only on one baseline: re-base one of them first.`,
	noBaseline: (id: string) => `There is no agreed baseline '${id}'.`,
	locked: ({ title, on, by }: Agreed) => `${quoted(title)}: agreed on ${date(on)} by ${by}`,
	lockedNote:
		'The tables are locked, because an agreed baseline never changes. Scenarios go on standing on it until somebody re-bases them.',
	start: 'Start a new baseline',
	startNote:
		'A new baseline starts as a copy of this one. What you edit in it does not touch the agreed one or the scenarios that stand on it.',
	since: ({ title, on, by }: Agreed) =>
		`The last baseline to be agreed was ${quoted(title)}, on ${date(on)} by ${by}. The baseline has been edited since, and what it says now is not agreed yet.`,
	agree: 'Agree this baseline',
	agreeLead:
		'What the baseline says now is kept under a name and locked. Scenarios that stand on it then keep their figures, whatever is edited in the baseline later.',
	name: 'Name of the baseline',
	nameHint: 'Such as ‘Budget 2026/27, as agreed by the cabinet’.',
	by: 'Agreed by',
	byHint: 'The person who answers for it.',
	on: 'Agreed on',
	onHint: 'Such as 22 November 2026.',
	agreeButton: 'Agree and lock the baseline',
	missing: { title: 'Write a name for the baseline', by: 'Write who agreed it' },
	done: (title: string) => `${quoted(title)} was agreed. The tables are locked.`,
	all: 'Agreed baselines',
	allNote: 'The latest stands last. None of them can be changed.',
	scenarios: 'Scenarios that stand on it',
	noScenarios: 'None',
	page: {
		title: (scenario: string) => `Re-base ${quoted(scenario)}`,
		heading: 'Re-base this scenario',
		on: ({ title, on }: Agreed) => `Stands on: ${quoted(title)}, agreed on ${date(on)}.`,
		to: ({ title, on }: Agreed) => `Will stand on: ${quoted(title)}, agreed on ${date(on)}.`,
		toPresent: 'Will stand on: the baseline as it is now, which has not been agreed yet.',
		newest: 'This scenario stands on the newest baseline. There is nothing to re-base.',
		lead: 'Below is everything that its changes edit and about which the newer baseline says something else. Where you keep yours, the change goes on as it is. Where you take the new baseline, the change no longer sets that value.',
		nothing:
			'The newer baseline says the same in everything that the changes of this scenario edit: they all stay as they are.',
		caption: 'What is affected',
		what: 'What',
		then: 'Baseline then',
		now: 'Baseline now',
		sets: 'What the change does',
		choice: 'Choose',
		keep: 'Keep mine',
		take: 'Take the new baseline',
		choiceOf: (label: string, change: string) => `${label}, in the change ${quoted(change)}`,
		dropped: 'Cannot be kept: this part of the change is dropped.',
		gone: 'It is not in the newer baseline any longer.',
		twice: 'The newer baseline has a record of this id already.',
		wrong: (message: string) => `It does not fit the newer baseline: ${message}.`,
		keepAll: 'Keep all of mine',
		takeAll: 'Take the new baseline in all',
		button: 'Re-base the scenario',
		done: (title: string) => `${quoted(title)} now stands on the newest baseline.`,
		results: 'See its results',
		effect:
			'Everything that is not listed stays as it is. The panel shows what the scenario would come to. You can undo this.'
	}
};
