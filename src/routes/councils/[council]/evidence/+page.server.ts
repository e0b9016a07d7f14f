import { en as text } from '$lib/messages/en';
import { choosingSteps, KINDS } from '$lib/model';
import { askedFor } from '../council.server';
import type { PageServerLoad } from './$types';

/** A field that rests on a fact, and what its record is called. */
interface Use {
	/** 'posts/outreach.fte'. */
	readonly field: string;
	readonly title: string;
}

/** Every fact of a council, what disagrees with it, and the fields that rest on it. */
export const load = ((event) => {
	const { council } = askedFor(event);
	const used = new Map<string, readonly Use[]>();
	for (const kind of KINDS)
		for (const { id, title, evidence } of council.baseline[kind])
			for (const [field, { fact }] of Object.entries(evidence ?? {}))
				if (fact !== undefined)
					used.set(fact, [...(used.get(fact) ?? []), { field: `${kind}/${id}.${field}`, title }]);
	const byId = new Map(council.facts.map((fact) => [fact.id, fact]));
	return {
		title: text.evidence.title,
		/** What is sought where the form was sent; in a browser with a script it filters as one types. */
		sought: event.url.searchParams.get('find') ?? '',
		facts: council.facts.map((fact) => ({
			...fact,
			usedIn: [...new Set(used.get(fact.id)?.map(({ title }) => title))],
			others: (fact.rivals ?? []).flatMap((id) => {
				const rival = byId.get(id);
				return rival === undefined
					? []
					: [
							{
								id,
								value: rival.value,
								unit: rival.unit,
								paragraph: rival.paragraph,
								choices: (used.get(fact.id) ?? []).filter(
									({ field }) => choosingSteps(council, field, rival) !== null
								)
							}
						];
			})
		}))
	};
}) satisfies PageServerLoad;
