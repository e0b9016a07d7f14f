import { askedFor, comparisonOf, projectionOf } from './council.server';
import type { PageServerLoad } from './$types';
import { cellOf, differenceCell } from './cells';

/** A council's scenarios, each with what it comes to. */
export const load = ((event) => {
	const asked = askedFor(event);
	const { council } = asked;
	const [nothing] = council.scenarios;
	return {
		title: council.council.name,
		description: council.council.description,
		packs: council.packs.map(({ id, title, description, values }) => ({
			id,
			title,
			description,
			values: values.length
		})),
		scenarios: council.scenarios.map((scenario) => {
			const projection = projectionOf(asked, scenario);
			const isFirst = nothing === undefined || scenario === nothing;
			return {
				id: scenario.id,
				title: scenario.title,
				description: scenario.description,
				changes: scenario.changes.filter(({ on }) => on).length,
				net: isFirst
					? null
					: differenceCell(comparisonOf(asked, nothing, scenario), 'net.total', null),
				children: cellOf(projection, 'care.children', projection.years.at(-1) ?? ''),
				passed: projection.checks.filter(({ ok }) => ok).length,
				checks: projection.checks.length,
				years: projection.years
			};
		})
	};
}) satisfies PageServerLoad;
