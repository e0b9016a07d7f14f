import { adjustmentWords } from '$lib/components/history/adjustmentWords';
import { recordField, valueWords, type Field } from '$lib/components/history/fieldWords';
import { namesIn, recordPath, type Names } from '$lib/components/history/names';
import { edits as text } from '$lib/messages/edits';
import { scenario as scenarioWords } from '$lib/messages/scenario';
import { standing } from '$lib/messages/standing';
import {
	type Council,
	type Edit,
	type RebaseRow,
	type Scenario
} from '$lib/model';
import { editSentences } from '../changeWords';

/** A row of what a newer baseline affects, in words. */
export interface RebaseLine {
	readonly key: string;
	/** The whole path: 'Family hub North › Family support workers (post) › FTE'. */
	readonly label: string;
	readonly change: string;
	readonly then: string;
	readonly now: string;
	readonly sets: string;
	/** Why it cannot be kept; null where it can. */
	readonly dropped: string | null;
}

const words = standing.page;

/** What a newer baseline affects of a scenario, row by row, in words. */
export function rebaseLines(
	council: Council,
	scenario: Scenario,
	rows: readonly RebaseRow[]
): readonly RebaseLine[] {
	const names = namesIn(council, []);
	const titles = new Map(scenario.changes.map(({ id, title }) => [id, title]));
	return rows.map((row) => ({
		key: row.key,
		change: titles.get(row.change) ?? row.change,
		dropped: droppedWords(row),
		...sidesOf(names, scenario, row)
	}));
}

function droppedWords({ fate, problem }: RebaseRow): string | null {
	if (fate === 'moved') return null;
	return `${fate === 'wrong' ? words.wrong(problem ?? '') : words[fate]} ${words.dropped}`;
}

function sidesOf(
	names: Names,
	scenario: Scenario,
	{ edit, moved, fate }: RebaseRow
): Pick<RebaseLine, 'label' | 'then' | 'now' | 'sets'> {
	const ref = refOf(edit);
	const path = recordPath(names, ref, scenario.id);
	const [sentence = ''] = editSentences(names.under(scenario.id), scenario, [edit]);
	const whole = { then: scenarioWords.changed.inBaseline, now: scenarioWords.changed.inBaseline };
	if (edit.edit === 'add')
		return {
			...whole,
			label: text.path(path),
			then: scenarioWords.changed.notThere,
			now: fate === 'twice' ? whole.now : scenarioWords.changed.notThere,
			sets: sentence
		};
	const fieldIn = (steps: readonly string[], under: string | null): Field =>
		recordField(names, ref, steps, under);
	const side = (under: string | null, of: 'then' | 'now'): string =>
		text.values(
			moved.map((own) => {
				const field = fieldIn(own.path, under);
				const said = valueWords(names, field, own[of]);
				return edit.edit !== 'remove' ? said : text.valueOf(field.steps.join(' › '), said);
			})
		);
	const sides = {
		then: moved.length === 0 ? whole.then : side(scenario.id, 'then'),
		now: fate === 'gone' ? scenarioWords.changed.notThere : moved.length === 0 ? whole.now : side(null, 'now')
	};
	if (edit.edit === 'remove') return { ...sides, label: text.path(path), sets: sentence };
	const field = fieldIn(edit.field.split('.'), scenario.id);
	return {
		...sides,
		label: text.path([...path, ...field.steps]),
		sets:
			edit.edit === 'set'
				? valueWords(names, field, edit.value)
				: adjustmentWords(edit, field.unit ?? '')
	};
}

function refOf(edit: Edit): string {
	if (edit.edit !== 'add') return edit.record;
	const { id } = edit.record;
	return `${edit.kind}/${typeof id === 'string' ? id : ''}`;
}
