import type { AnyRecord, Kind, RecordOf } from '../records/kinds';

/** One record naming another: the field that names it, the kind it must be, and the id it gives. */
export interface Link {
	readonly field: string;
	readonly kind: Kind;
	readonly id: string;
}

type LinksOf = { readonly [K in Kind]: (record: RecordOf<K>) => readonly (Link | null)[] };

const link = (field: string, kind: Kind, id: string | null | undefined): Link | null =>
	id === null || id === undefined ? null : { field, kind, id };

const keys = (field: string, kind: Kind, map: object): readonly (Link | null)[] =>
	Object.keys(map).map((id) => link(`${field}.${id}`, kind, id));

const placedAndPriced = (record: { heading: string | null; index: string | null }) => [
	link('heading', 'headings', record.heading),
	link('index', 'indices', record.index)
];

const LINKS: LinksOf = {
	areas: () => [],
	providers: () => [],
	indices: () => [],
	rules: () => [],
	fundingStreams: () => [],
	teams: (r) => [link('area', 'areas', r.area)],
	posts: (r) => [
		...placedAndPriced(r),
		link('team', 'teams', r.team),
		link('niRule', 'rules', r.niRule),
		...keys('activities', 'services', r.activities)
	],
	buildings: (r) => [
		...placedAndPriced(r),
		link('area', 'areas', r.area),
		...keys('services', 'services', r.services)
	],
	contracts: (r) => [
		...placedAndPriced(r),
		link('provider', 'providers', r.provider),
		link('service', 'services', r.service),
		link('area', 'areas', r.area)
	],
	services: (r) => keys('demand', 'areas', r.demand),
	headings: (r) => [link('index', 'indices', r.index)],
	savingsTargets: (r) => r.headings.map((id, i) => link(`headings[${String(i)}]`, 'headings', id)),
	placementTypes: (r) => [link('index', 'indices', r.index)],
	careFlows: (r) => {
		if (r.flow === 'stock') return [];
		if (r.flow === 'moves')
			return [link('from', 'placementTypes', r.from), link('to', 'placementTypes', r.to)];
		return [link('type', 'placementTypes', r.type)];
	},
	careWindows: () => [],
	interventions: (r) => [
		link('service', 'services', r.service),
		link('index', 'indices', r.index),
		link('correctionTable', 'assumptions', r.correctionTable),
		...r.profile.flatMap((part, i) => [
			link(`profile[${String(i)}].type`, 'placementTypes', part.type),
			link(`profile[${String(i)}].to`, 'placementTypes', part.to)
		])
	],
	assumptions: (r) => {
		if (r.use === 'calibration') return [link('heading', 'headings', r.heading)];
		if (r.use === 'outcomeValue') return [link('index', 'indices', r.index)];
		return r.use === 'appraisal'
			? [
					link('schedule', 'rules', r.schedule),
					link('costCorrection', 'assumptions', r.costCorrection)
				]
			: [];
	}
};

/** Every record that a record names. */
export function linksOf(kind: Kind, record: AnyRecord): readonly Link[] {
	return (LINKS[kind] as (record: AnyRecord) => readonly (Link | null)[])(record).filter(
		(found) => found !== null
	);
}
