import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { library, refusalWords } from '$lib/messages/library';
import { saving } from '$lib/messages/saving';
import { EFFECT_LIBRARY, effectSteps, type Council, type Target } from '$lib/model';
import { contextOf } from '$lib/server/access/policy';
import { saveEdit } from '$lib/server/edits';
import { store } from '$lib/server/start';
import { askedFor } from '../../council.server';
import type { Actions, PageServerLoad } from './$types';

/** An intervention that may be filled, by a name that a form can send. */
interface Fillable {
	readonly key: string;
	readonly title: string;
	readonly id: string;
	readonly target: Target;
	/** The scenario and the change that add it; null for one of the baseline. */
	readonly where: string | null;
}

/** The interventions of the baseline, then those that changes of scenarios add. */
function fillables({ baseline, scenarios }: Council): readonly Fillable[] {
	return [
		...baseline.interventions.map(({ id, title }) => ({
			key: id,
			title,
			id,
			target: { into: 'baseline' } as const,
			where: null
		})),
		...scenarios
			.filter(({ archived }) => !archived)
			.flatMap((scenario) =>
				scenario.changes.flatMap((change) =>
					change.edits.flatMap((edit): readonly Fillable[] => {
						if (edit.edit !== 'add' || edit.kind !== 'interventions') return [];
						const { id, title } = edit.record;
						if (typeof id !== 'string' || typeof title !== 'string') return [];
						return [
							{
								key: `${scenario.id}/${change.id}/${id}`,
								title,
								id,
								target: { into: 'change', scenario: scenario.id, change: change.id },
								where: library.where(scenario.title, change.title)
							}
						];
					})
				)
			)
	];
}

/** The library, and the interventions that may be filled from it. */
export const load = ((event) => ({
	title: library.title,
	interventions: fillables(askedFor(event).council).map(({ key, title, where }) => ({
		key,
		title,
		where
	}))
})) satisfies PageServerLoad;

/** Fills an intervention from an effect: an ordinary edit of the baseline or of a change, or the reason why it is not one. */
export const actions = {
	fill: async (event) => {
		const asked = askedFor(event);
		const form = await event.request.formData();
		if (event.locals.user.name === null)
			redirect(303, `/name?back=${encodeURIComponent(event.url.pathname)}`);
		const effect = EFFECT_LIBRARY.find(({ id }) => id === form.get('effect'));
		const own = fillables(asked.council).find(({ key }) => key === form.get('intervention'));
		const version = effect?.versions.at(-1);
		if (effect === undefined || version === undefined || own === undefined)
			return { effect: effect?.id ?? '', message: refusalWords('', '', { why: 'missing' }) };
		const steps = effectSteps(asked.council, own.target, own.id, effect, version);
		const told = (message: string) => ({ effect: effect.id, message });
		if ('why' in steps) return told(refusalWords(own.title, effect.title, steps));
		if (steps.length === 0) return told(library.already(own.title, effect.title));
		const result = saveEdit(store(), contextOf(event), {
			request: randomUUID(),
			seen: asked.revision,
			scenario: own.target.into === 'change' ? own.target.scenario : null,
			act: 'chosen',
			operations: [...steps]
		});
		if (result?.answer === 'done') return told(library.done(own.title, effect.title, own.where));
		if (result?.answer === 'refused') return told(saving.refused[result.why]);
		return told(library.moved);
	}
} satisfies Actions;
