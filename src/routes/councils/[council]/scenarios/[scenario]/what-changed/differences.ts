import { workedOutWords } from '$lib/components/history/adjustmentWords';
import { recordField, valueWords } from '$lib/components/history/fieldWords';
import { namesIn, recordPath } from '$lib/components/history/names';
import { exactPounds } from '$lib/format';
import { month } from '$lib/dates';
import { edits as text } from '$lib/messages/edits';
import { en } from '$lib/messages/en';
import { scenario as words } from '$lib/messages/scenario';
import {
	rowOf,
	standingUnder,
	valueAt,
	type Change,
	type Council,
	type Edit,
	type Scenario
} from '$lib/model';
import { editSentences } from '../changeWords';

/** One difference of a scenario from its baseline, in words. */
export interface Difference {
	/** The whole path: 'Family hub North › Family support workers (post) › FTE'. */
	readonly label: string;
	readonly baseline: string;
	readonly scenario: string;
	readonly change: Pick<Change, 'id' | 'title' | 'reason' | 'owner' | 'on'>;
	readonly dates: string;
}

/** Every difference of a scenario from the baseline that it stands on, change by change in the order of their starts. */
export function differencesIn(whole: Council, scenario: Scenario): readonly Difference[] {
	const council = standingUnder(whole, scenario);
	return scenario.changes
		.toSorted((one, other) => one.start.localeCompare(other.start))
		.flatMap((change) => {
			const { id, title: name, reason, owner, on, start, rampMonths, end } = change;
			const common = {
				change: { id, title: name, reason, owner, on },
				dates: words.from(start, rampMonths, end)
			};
			return [
				...change.edits.map((edit) => ({ ...editWords(council, scenario, edit), ...common })),
				...change.oneOffs.map(({ title, amount, month: paid, ledger }) => ({
					label: words.changed.oneOff(title),
					baseline: words.changed.notThere,
					scenario: text.oneOff(
						amount === null ? en.blocked : exactPounds(amount),
						month(paid),
						en.scenario.ledgers[ledger]
					),
					...common
				}))
			];
		});
}

function editWords(
	council: Council,
	scenario: Scenario,
	edit: Edit
): Pick<Difference, 'label' | 'baseline' | 'scenario'> {
	const names = namesIn(council, []);
	const path = (ref: string): readonly string[] => recordPath(names, ref, scenario.id);
	if (edit.edit !== 'add' && edit.edit !== 'remove') {
		const steps = edit.field.split('.');
		const field = recordField(names, edit.record, steps, scenario.id);
		const record = rowOf(council, `records/${edit.record}`);
		const stands = record === null ? undefined : valueAt(record, steps).value;
		return {
			label: text.path([...path(edit.record), ...field.steps]),
			baseline: record === null ? words.changed.notThere : valueWords(names, field, stands),
			scenario:
				edit.edit === 'set'
					? valueWords(names, field, edit.value)
					: workedOutWords(edit, stands, field.unit ?? '')
		};
	}
	const [sentence = ''] = editSentences(council, scenario, [edit]);
	const ref = refOf(edit);
	return {
		label: text.path(path(ref)),
		baseline: edit.edit === 'add' ? words.changed.notThere : words.changed.inBaseline,
		scenario: sentence
	};
}

function refOf(edit: Extract<Edit, { readonly edit: 'add' | 'remove' }>): string {
	if (edit.edit === 'remove') return edit.record;
	const { id } = edit.record;
	return `${edit.kind}/${typeof id === 'string' ? id : ''}`;
}
