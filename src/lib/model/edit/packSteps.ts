import type { Council } from '../scenario/file';
import { fieldSteps } from './difference';
import { valueAt } from './jsonPath';
import type { FilledField } from './newRecord';
import type { Json, Operation } from './operation';
import { rowOf } from './rows';

/** One field of an assumption: 'field', 'value', 'low', 'high', 'source' or 'note', as text of the file. */
interface AssumptionEdit {
	/** The field that the assumption fills: 'posts/outreach.salary'. */
	readonly assumption: string;
	readonly name: string;
	readonly text: string | null;
	readonly range?: { readonly low: string; readonly high: string };
}

type Assumption = Readonly<Record<string, Json>>;

/** The assumptions of a pack as its file holds them. */
export function assumptionsOf(council: Council, pack: string): readonly Assumption[] {
	const { value } = valueAt(rowOf(council, `packs/${pack}`), ['values']);
	return Array.isArray(value) ? (value as readonly Assumption[]) : [];
}

/** The steps that edit assumptions of a pack and add new ones; without a range an assumption is sure of its value. */
export function assumptionSteps(
	council: Council,
	pack: string,
	edits: readonly AssumptionEdit[],
	added: readonly ReadonlyMap<string, FilledField>[]
): readonly Operation[] {
	const before = assumptionsOf(council, pack);
	const after = [
		...before.map((own) =>
			edits.filter(({ assumption }) => assumption === own['field']).reduce(withField, own)
		),
		...added.map(newAssumption)
	];
	return fieldSteps(`packs/${pack}`, ['values'], [...before], after);
}

/** The step that takes an assumption out of its pack. */
export function assumptionRemoval(
	council: Council,
	pack: string,
	field: string
): readonly Operation[] {
	const before = assumptionsOf(council, pack);
	const after = before.filter((own) => own['field'] !== field);
	return fieldSteps(`packs/${pack}`, ['values'], [...before], after);
}

function withField(own: Assumption, { name, text, range }: AssumptionEdit): Assumption {
	if (name === 'note' && text === null)
		return Object.fromEntries(Object.entries(own).filter(([field]) => field !== 'note'));
	if (name !== 'value') return { ...own, [name]: text };
	if (range !== undefined) return { ...own, value: text, low: range.low, high: range.high };
	// What was sure of its value is sure of the new one.
	const isSure = own['low'] === own['value'] && own['high'] === own['value'];
	return { ...own, value: text, ...(isSure ? { low: text, high: text } : {}) };
}

function newAssumption(filled: ReadonlyMap<string, FilledField>): Assumption {
	const text = (name: string): string | null => filled.get(name)?.value ?? null;
	const value = text('value');
	const range = filled.get('value')?.range;
	const note = text('note');
	return {
		field: text('field') ?? '',
		value,
		low: text('low') ?? range?.low ?? value,
		high: text('high') ?? range?.high ?? value,
		source: text('source'),
		...(note === null ? {} : { note })
	};
}
