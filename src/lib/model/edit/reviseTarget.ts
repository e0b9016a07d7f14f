import { parseYear, yearLabels } from '../calendar/calendar';
import { theDate, worded } from '../calendar/words';
import { LEGAL_MOVES, SAVING_STATUSES, type SavingsTarget } from '../records/savingsTarget';
import type { Council } from '../scenario/file';
import { setting, standingValue } from './answers';
import { freshId } from './newRecord';
import type { Json } from './operation';
import {
	ask,
	askChoice,
	askNumber,
	askRecord,
	COMMON,
	type Answered,
	type Template
} from './template';

const LABELS: Readonly<Record<(typeof SAVING_STATUSES)[number], string>> = {
	proposed: 'Proposed',
	revised: 'Revised',
	approved: 'Approved',
	delivered: 'Delivered',
	atRisk: 'At risk',
	withdrawn: 'Withdrawn'
};

const yearsOf = ({ council }: Council): readonly string[] =>
	yearLabels(parseYear(council.firstYear) ?? 0, council.horizonYears);

const amountOf = (year: string): string => `amount ${year}`;

/** Another version of a savings target, in one scenario. */
export const reviseTarget: Template = {
	id: 'reviseTarget',
	title: 'Revise a savings target',
	meaning:
		'A savings target of the baseline gets another version in this scenario. It holds outright, for all years and whatever the start, for a target carries its own years. A target that is new belongs to the baseline, where it holds in every scenario: a change can neither add one nor take one away.',
	questions: (council) => [
		askRecord('savingsTargets', {
			id: 'target',
			label: 'Savings target',
			meaning: 'The target of the baseline that gets another version.',
			isNeeded: true
		}),
		askChoice(
			SAVING_STATUSES.map((value) => ({ value, label: LABELS[value] })),
			{ id: 'status', label: 'Status', meaning: 'What the target now is.', isNeeded: true }
		),
		ask('date', {
			id: 'date',
			label: 'Date',
			meaning: 'When the version was or is to be decided.',
			isNeeded: true
		}),
		...yearsOf(council).map((year) =>
			askNumber('£ a year', {
				id: amountOf(year),
				label: 'New saving',
				year,
				meaning: 'Saving that starts in the year and recurs after it; left empty, none.'
			})
		),
		...COMMON
	],
	build: (council, scenario, answered) => {
		const target = answered.record('target', 'savingsTargets');
		const [first = ''] = yearsOf(council);
		const start = `${first.slice(0, 4)}-04`;
		if (target === null) return { title: '', start };
		const record = `savingsTargets/${target.id}`;
		const standing = standingValue(council, scenario, { record, field: 'versions', start });
		const versions = Array.isArray(standing) ? standing : [];
		tellOfHistory(answered, versions.at(-1));
		const amounts = Object.fromEntries(
			yearsOf(council).flatMap((year) => {
				const amount = answered.text(amountOf(year));
				return amount === null ? [] : [[year, amount]];
			})
		);
		if (answered.text('status') !== 'withdrawn' && Object.keys(amounts).length === 0)
			answered.tell(
				amountOf(first),
				'Amounts are missing; write at least one, 0 where nothing is saved'
			);
		const version: Json = {
			id: freshId(`${target.id}-v${String(versions.length + 1)}`, idsIn(versions)),
			date: answered.text('date'),
			status: answered.text('status'),
			amounts,
			reason: answered.text('reason') ?? ''
		};
		return {
			title: `Revise the savings target ${target.title}`,
			start,
			edits: [setting(record, 'versions', [...versions, version])]
		};
	}
};

type Version = SavingsTarget['versions'][number];

function idsIn(versions: readonly Json[]): ReadonlySet<string> {
	return new Set(versions.map((version) => (version as Pick<Version, 'id'>).id));
}

/** A saving moves only from one state to those that may follow it, and not back in time. */
function tellOfHistory(answered: Answered, last: Json | undefined): void {
	if (last === undefined) return;
	const before = last as Pick<Version, 'status' | 'date'>;
	const status = answered.text('status') ?? '';
	const allowed = LEGAL_MOVES[before.status];
	if (!allowed.includes(status as Version['status']))
		answered.tell(
			'status',
			allowed.length === 0
				? `a saving that is ${LABELS[before.status].toLowerCase()} stays so; choose another target`
				: `a saving that is ${LABELS[before.status].toLowerCase()} cannot become ${LABELS[status as Version['status']].toLowerCase()}; choose another status`
		);
	const date = answered.text('date') ?? '';
	if (date < before.date)
		answered.tell(
			'date',
			worded`${theDate(date)} is before ${theDate(before.date)}, the date of the last version; write a later one`
		);
}
