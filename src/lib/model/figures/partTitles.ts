import { FIGURES } from './figureList';
import type { Kind } from '../records/kinds';
import type { RunRecords } from '../run/runRecords';
import type { Change } from '../scenario/change';

/** The record kinds that the parts of a figure are ids of, one for each step of the part. */
const PART_KINDS: Readonly<Record<string, readonly Kind[]>> = {
	'staffing.heads': ['teams'],
	'staffing.fte': ['teams'],
	'estate.open': ['buildings'],
	'cost.staffing': ['teams'],
	'cost.buildings': ['buildings'],
	'cost.contracts': ['contracts'],
	'cost.placements': ['placementTypes'],
	'cost.interventions': ['interventions'],
	'cost.headings': ['headings'],
	'cost.unknownScope': ['headings'],
	'cost.earlyHelp': ['services'],
	'income.total': ['headings'],
	'funding.total': ['fundingStreams'],
	'savings.target': ['savingsTargets'],
	'savings.identified': ['savingsTargets'],
	'capital.spend': ['buildings'],
	'capital.receipts': ['buildings'],
	'avoidance.gross': ['placementTypes'],
	'avoidance.cashable': ['placementTypes'],
	'avoidance.plans': ['interventions'],
	'plans.monthsAvoided': ['interventions']
};

const SERVICE_PARTS: readonly Kind[] = ['services', 'areas'];

const WORDS: Readonly<Record<string, string>> = {
	closures: 'closing buildings',
	redundancy: 'redundancy',
	notice: 'notice of contracts',
	outside: 'outside any target',
	placements: 'placements',
	plans: 'child protection plans',
	'early-help': 'cost of early help',
	'under-1': 'under 1',
	'1-4': '1 to 4',
	'5-9': '5 to 9',
	'10-15': '10 to 15',
	'16-17': '16 to 17'
};

/** Gives the name of a part of a figure. */
export type PartTitle = (figure: string, part: string) => string;

/** Names the parts of figures for people: a team's title for its id, an age band in words. */
export function partTitles(run: {
	readonly records: RunRecords;
	readonly changes: readonly Change[];
}): PartTitle {
	const titles = new Map<string, string>();
	const put = (
		kind: Kind,
		records: readonly { readonly id: string; readonly title: string }[]
	): void => {
		for (const { id, title } of records) titles.set(`${kind}/${id}`, title);
	};
	const { records } = run;
	for (const kind of ['teams', 'headings', 'savingsTargets', 'areas'] as const)
		put(kind, records[kind]);
	for (const kind of [
		'buildings',
		'contracts',
		'placementTypes',
		'interventions',
		'services',
		'fundingStreams'
	] as const)
		put(
			kind,
			records[kind].flatMap(
				({ base, versions }) =>
					base ?? versions.find(({ content }) => content !== null)?.content ?? []
			)
		);
	const changes = new Map(run.changes.map(({ id, title }) => [id, title]));
	return (figure, part) => {
		const about = FIGURES[figure];
		if (about?.of !== undefined && about.againstNothing !== true && about.byType !== true)
			return totalPart(part);
		const steps = part.split('/');
		const kinds = figure.startsWith('capacity.')
			? SERVICE_PARTS
			: (PART_KINDS[figure] ?? ['placementTypes']);
		// The type of a band and type stands last, and so does the only step of the others.
		return steps
			.map((step, i) => {
				const kind = kinds[kinds.length - steps.length + i];
				return titles.get(`${kind ?? ''}/${step}`) ?? WORDS[step] ?? changes.get(step) ?? step;
			})
			.join(', ');
	};
}

/** The label of an addend of a total: 'Staffing' for 'staffing', 'Income' for 'income'. */
function totalPart(part: string): string {
	return (FIGURES[`cost.${part}`] ?? FIGURES[`${part}.total`])?.label ?? part;
}
