import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { library, refusalWords } from '$lib/messages/library';
import { saving } from '$lib/messages/saving';
import { EFFECT_LIBRARY, effectSteps } from '$lib/model';
import { contextOf } from '$lib/server/access/policy';
import { saveEdit } from '$lib/server/edits';
import { store } from '$lib/server/start';
import { askedFor } from '../../council.server';
import type { Actions, PageServerLoad } from './$types';

/** The library, and the interventions of the baseline that may be filled from it. */
export const load = ((event) => ({
	title: library.title,
	interventions: askedFor(event).council.baseline.interventions.map(({ id, title }) => ({
		id,
		title
	}))
})) satisfies PageServerLoad;

/** Fills an intervention from an effect: an ordinary edit of the baseline, or the reason why it is not one. */
export const actions = {
	fill: async (event) => {
		const asked = askedFor(event);
		const form = await event.request.formData();
		if (event.locals.user.name === null)
			redirect(303, `/name?back=${encodeURIComponent(event.url.pathname)}`);
		const effect = EFFECT_LIBRARY.find(({ id }) => id === form.get('effect'));
		const own = asked.council.baseline.interventions.find(
			({ id }) => id === form.get('intervention')
		);
		const version = effect?.versions.at(-1);
		if (effect === undefined || version === undefined || own === undefined)
			return { effect: effect?.id ?? '', message: refusalWords('', '', { why: 'missing' }) };
		const steps = effectSteps(asked.council, own.id, effect, version);
		const told = (message: string) => ({ effect: effect.id, message });
		if ('why' in steps) return told(refusalWords(own.title, effect.title, steps));
		if (steps.length === 0) return told(library.already(own.title, effect.title));
		const result = saveEdit(store(), contextOf(event), {
			request: randomUUID(),
			seen: asked.revision,
			scenario: null,
			act: 'chosen',
			operations: [...steps]
		});
		if (result?.answer === 'done') return told(library.done(own.title, effect.title));
		if (result?.answer === 'refused') return told(saving.refused[result.why]);
		return told(library.moved);
	}
} satisfies Actions;
