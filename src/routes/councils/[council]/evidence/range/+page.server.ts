import { randomUUID } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { capital } from '$lib/format';
import { numberText, readNumber } from '$lib/input/number';
import { ranges as words } from '$lib/messages/ranges';
import { saving } from '$lib/messages/saving';
import { SPREADS } from '$lib/messages/spreads';
import { spreadSteps, typedInput, type DistributionName } from '$lib/model';
import { contextOf } from '$lib/server/access/policy';
import { saveEdit } from '$lib/server/edits';
import { store } from '$lib/server/start';
import { askedFor } from '../../council.server';
import type { Actions, PageServerLoad } from './$types';

const ENDS = ['low', 'mode', 'high'] as const;

/** A number of the baseline, with its range as it stands and how its values are spread over it. */
export const load = ((event) => {
	const { council } = askedFor(event);
	const ref = event.url.searchParams.get('field') ?? '';
	const own = typedInput(council, ref);
	if (own === null) error(404, words.noInput);
	const { kind, record, about, evidence, value } = own;
	const text = (end: (typeof ENDS)[number]): string => {
		const stands = evidence?.[end];
		return stands === undefined ? '' : numberText(stands.toFixed(), about.unit);
	};
	return {
		title: words.title,
		kind,
		record: record.title,
		label: about.label,
		unit: about.unit,
		value,
		stands: {
			low: text('low'),
			mode: text('mode'),
			high: text('high'),
			distribution: evidence?.distribution ?? 'pert'
		}
	};
}) satisfies PageServerLoad;

/** Sets the range of the number: an ordinary edit of the baseline, or the reason why it is not one. */
export const actions = {
	default: async (event) => {
		const asked = askedFor(event);
		const ref = event.url.searchParams.get('field') ?? '';
		const own = typedInput(asked.council, ref);
		if (own === null) error(404, words.noInput);
		const { pathname, search } = event.url;
		if (event.locals.user.name === null)
			redirect(303, `/name?back=${encodeURIComponent(`${pathname}${search}`)}`);
		const form = await event.request.formData();
		const field = (name: string): string => {
			const typed = form.get(name);
			return typeof typed === 'string' ? typed.trim() : '';
		};
		const distribution = distributionOf(field('distribution'));
		const typed = { low: field('low'), mode: field('mode'), high: field('high'), distribution };
		const told = (message: string, isDone = false) => ({ typed, message, isDone });
		const ends: Record<(typeof ENDS)[number], string | null> = {
			low: null,
			mode: null,
			high: null
		};
		for (const end of ENDS) {
			if (typed[end] === '') continue;
			const read = readNumber(typed[end], own.about.unit);
			if (!read.ok) return told(words.wrong(words.unread(words.ends[end], read.message)));
			ends[end] = read.value;
		}
		const steps = spreadSteps(asked.council, ref, { ...ends, distribution });
		if (steps === null) error(404, words.noInput);
		if ('why' in steps) return told(words.wrong(capital(steps.why)));
		const name = `${own.record.title} › ${own.about.label}`;
		if (steps.length === 0) return told(words.already(name), true);
		const result = saveEdit(store(), contextOf(event), {
			request: randomUUID(),
			seen: asked.revision,
			scenario: null,
			act: 'form',
			operations: [...steps]
		});
		if (result?.answer === 'done') return told(words.done(name), true);
		if (result?.answer === 'refused') return told(saving.refused[result.why]);
		if (result?.answer === 'problem')
			return told(words.wrong(result.problems.map(({ message }) => capital(message)).join('. ')));
		return told(words.moved);
	}
} satisfies Actions;

/** The distribution that a form names; PERT where it names none. */
function distributionOf(name: string): DistributionName {
	return (Object.keys(SPREADS) as DistributionName[]).find((own) => own === name) ?? 'pert';
}
