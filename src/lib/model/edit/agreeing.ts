import { z } from 'zod';
import { agreedBaseline, type AgreedBaseline, type Council } from '../scenario/file';
import { freshId } from './newRecord';
import type { Json, Operation } from './operation';

/**
 * The steps that agree the baseline as it stands now: it is kept whole under a name, and each scenario that stood on it
 * stands on what was agreed from now on. "If we change nothing" goes on with the baseline as it is at any time.
 */
export function agreeingSteps(
	council: Council,
	{ title, by, on }: Pick<AgreedBaseline, 'title' | 'by' | 'on'>
): readonly Operation[] {
	const id = freshId(title, new Set(council.agreed.map((own) => own.id)));
	const { facts, packs, baseline } = council;
	const data = z.encode(agreedBaseline, { id, title, on, by, facts, packs, baseline }) as Json;
	return [
		{ op: 'insert', row: `agreed/${id}`, data },
		...council.scenarios
			.slice(1)
			.filter((scenario) => scenario.baseline === null)
			.map((scenario): Operation => ({
				op: 'set',
				row: `scenarios/${scenario.id}`,
				path: ['baseline'],
				was: null,
				value: id
			}))
	];
}

/** What an edit would do to agreed baselines on which scenarios stand: they never change and never go. */
export function agreedProblems(
	before: Council,
	after: Council
): readonly { readonly row: string; readonly message: string }[] {
	if (before.agreed === after.agreed) return [];
	const now = new Map(after.agreed.map((own) => [own.id, own]));
	return before.agreed.flatMap((own) => {
		const standing = after.scenarios.find(({ baseline }) => baseline === own.id);
		if (standing === undefined || now.get(own.id) === own) return [];
		return [
			{
				row: `agreed/${own.id}`,
				message: `was agreed and stays as it is while '${standing.title}' stands on it; start a new baseline and re-base the scenario`
			}
		];
	});
}
