import { en as text } from '$lib/messages/en';
import { KINDS } from '$lib/model';
import { askedFor } from '../council.server';
import type { PageServerLoad } from './$types';

/** Every fact of a council, what disagrees with it, and the fields that rest on it. */
export const load = ((event) => {
	const { council } = askedFor(event);
	const used = new Map<string, string[]>();
	for (const kind of KINDS)
		for (const { title, evidence } of council.baseline[kind])
			for (const { fact } of Object.values(evidence ?? {}))
				if (fact !== undefined && used.get(fact)?.includes(title) !== true)
					used.set(fact, [...(used.get(fact) ?? []), title]);
	const byId = new Map(council.facts.map((fact) => [fact.id, fact]));
	return {
		title: text.evidence.title,
		facts: council.facts.map((fact) => ({
			...fact,
			usedIn: used.get(fact.id) ?? [],
			others: (fact.rivals ?? []).flatMap((id) => {
				const rival = byId.get(id);
				return rival === undefined
					? []
					: [{ id, value: rival.value, unit: rival.unit, paragraph: rival.paragraph }];
			})
		}))
	};
}) satisfies PageServerLoad;
