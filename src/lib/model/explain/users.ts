import { FIGURES } from '../figures/figureList';
import { splitFigureId } from '../figures/figure';
import type { Projection } from '../project';

/**
 * What figures are made of beyond sums: children who enter and leave make those in care, their days make weeks, weeks are
 * priced, and what staff and rooms could take limits what is served. The part is the same, or its end: a type of a band.
 */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
	'care.children': ['care.entries', 'care.exits'],
	'care.childDays': ['care.entries', 'care.exits'],
	'care.childWeeks': ['care.childDays'],
	'care.inHouse': ['care.childWeeks'],
	'care.external': ['care.childWeeks'],
	'cost.placements': ['care.inHouse', 'care.external', 'care.calibration'],
	'capacity.served': ['capacity.demand', 'capacity.total'],
	'capacity.unmet': ['capacity.demand', 'capacity.total'],
	'capacity.spare': ['capacity.demand', 'capacity.total'],
	'avoidance.plans': ['plans.monthsAvoided']
};

/** The figures of a projection that one figure goes into directly, by their ids: its whole, totals, and what is made of it. */
export function usersOf(projection: Projection, id: string): readonly string[] {
	const { figure, part } = splitFigureId(id);
	const helped = figure === 'capacity.served' ? helpedBy(projection, part) : new Set<string>();
	return [...projection.figures.keys()].filter((other) => {
		const own = splitFigureId(other);
		if (id.startsWith(`${other}/`) || helped.has(other)) return true;
		if (part === null && own.part === null && isAddedUp(figure, own.figure)) return true;
		return MADE_OF[own.figure]?.includes(figure) === true && isOfPart(own.part, part);
	});
}

function isAddedUp(figure: string, total: string): boolean {
	return FIGURES[total]?.of?.some(([source]) => source === figure) === true;
}

function isOfPart(user: string | null, part: string | null): boolean {
	if (user === part) return true;
	// The calibration factor has a part of its own name: it is one for all types.
	return part === 'factor' ? user === null : user !== null && part?.endsWith(`/${user}`) === true;
}

/** What rests on the families that a service reaches: what helping them costs, and what it does. */
function helpedBy({ run }: Projection, part: string | null): ReadonlySet<string> {
	const service = part?.split('/')[0] ?? null;
	const own = run.effects.list.filter(
		({ intervention }) => service === null || intervention.service === service
	);
	const wholes = ['cost.interventions', 'plans.monthsAvoided'];
	return new Set([
		...own.flatMap(({ intervention: { id } }) =>
			wholes.map((whole) => (service === null ? whole : `${whole}/${id}`))
		),
		...(own.some(({ outcome }) => outcome === 'entryToCare') ? ['care.entries'] : [])
	]);
}
