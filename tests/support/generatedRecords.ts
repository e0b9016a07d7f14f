import { CARE_BANDS } from '$lib/model/records/careFlow';
import type { Maker } from './maker';
import { label, monthLabel } from './maker';
import {
	allInPost,
	allowance,
	bought,
	building,
	contract,
	entries,
	exits,
	type FileRecord,
	gradePost,
	heading,
	intervention,
	mixed,
	moves,
	type Records,
	service,
	shareOf,
	stock
} from './records';

const INDICES = ['prices', 'pay', null] as const;

function priced(make: Maker, first: number) {
	const year = first + make.int(-2, 2);
	return {
		index: make.pick(INDICES),
		priceYear: label(year)
	};
}

function placed(make: Maker) {
	return {
		heading: make.pick(['family', 'centres', null]),
		headingScope: make.pick(['included', 'excluded', 'unknown'] as const)
	};
}

/** A group of posts. */
export function postOf(make: Maker, id: string, first: number): FileRecord<'posts'> {
	const heads = make.int(1, 60);
	const works = make.chance(70);
	const common = {
		id,
		title: `Posts ${id}`,
		team: make.pick(['team', 'north-team']),
		heads: String(heads),
		fte: make.isBlank() ? null : make.known(heads, 2),
		vacancy: make.share(),
		activities: works ? { support: make.share(), contact: make.share() } : {},
		...(works ? { caseload: make.number(20, 1), absence: make.share() } : {}),
		...(make.chance(60) ? { redundancyCost: make.pounds() } : {}),
		...placed(make),
		...priced(make, first)
	};
	return make.chance(60)
		? gradePost({
				...common,
				salary: make.number(60000, 2),
				allowances: make.share(),
				pensionRate: make.share(),
				levyRate: make.number(1, 3),
				niRule: make.pick(['ni', 'no-ni'])
			})
		: allInPost({ ...common, costPerFte: make.number(90000, 2) });
}

/** A building. */
export function buildingOf(make: Maker, id: string, first: number): FileRecord<'buildings'> {
	const offer = () => ({
		casesPerMonth: make.number(5, 1),
		sessionsPerMonth: make.months(60),
		placesPerSession: make.months(10)
	});
	return building({
		id,
		title: `Building ${id}`,
		area: make.pick(['north', 'south', null]),
		rent: make.pounds(),
		rates: make.pounds(),
		cleaning: make.pounds(),
		income: make.number(90000, 2),
		voidMonths: make.months(20),
		holdingCost: make.pounds(),
		dilapidations: make.pounds(),
		moveCost: make.pounds(),
		retainedShare: make.share(),
		services: make.chance(70) ? { support: offer() } : {},
		...(make.chance(50) ? { receipt: make.pounds(), receiptMonths: make.months(18) } : {}),
		...(make.chance(50)
			? { backlog: make.pounds(), backlogDue: label(first + make.int(0, 3)) }
			: {}),
		...(make.chance(50) ? { clawback: make.pounds() } : {}),
		...placed(make),
		...priced(make, first)
	});
}

/** A contract, paid in one of the three ways. */
export function contractOf(make: Maker, id: string, first: number): FileRecord<'contracts'> {
	const payment = make.pick(['block', 'volume', 'outcome'] as const);
	const volume = {
		volume: make.number(400, 0),
		unitPrice: make.number(900, 2),
		...(make.chance(50) ? { minVolume: make.known(200, 0) } : {}),
		...(make.chance(50) ? { maxVolume: String(200 + make.int(0, 300)) } : {})
	};
	const common = contract({
		id,
		title: `Contract ${id}`,
		service: make.pick(['support', 'contact', null]),
		area: make.pick(['north', 'south', null]),
		payment,
		clientSideCost: make.pounds(),
		noticeMonths: make.months(12),
		...(make.chance(40) ? { ends: monthLabel(first, make.int(-3, 40)) } : {}),
		...placed(make),
		...priced(make, first)
	});
	if (payment === 'block') return { ...common, blockPrice: make.pounds() };
	if (payment === 'volume') return { ...common, ...volume };
	return { ...common, outcomes: make.months(90), tariff: make.number(5000, 2) };
}

/** Two services, in one area or two. */
export function servicesOf(make: Maker): Records['services'] {
	const demand = () => ({
		north: make.number(40, 1),
		...(make.chance(60) ? { south: make.number(40, 1) } : {})
	});
	return [
		service({
			demand: demand(),
			monthsPerCase: make.isBlank() ? null : String(make.int(1, 12)),
			...(make.chance(40) ? { sessionsPerCase: String(make.int(1, 12)) } : {})
		}),
		service({ id: 'contact', title: 'Supervised contact', demand: demand() })
	];
}

/** A heading of each use that has lines, and two with remainders. */
export function headingsOf(make: Maker, first: number): Records['headings'] {
	return [
		['family', 'remainder'] as const,
		['centres', 'remainder'] as const,
		['fees', 'income'] as const,
		['placements', 'calibration'] as const
	].map(([id, use]) =>
		heading({
			id,
			title: `Heading ${id}`,
			use,
			baseYear: label(first + make.int(-2, 0)),
			basis: make.pick(['budget', 'outturn'] as const),
			budget: make.number(3000000, 0),
			outturn: make.number(3000000, 2),
			index: make.pick(INDICES),
			scope: make.pick(['included', 'included', 'excluded', 'unknown'] as const)
		})
	);
}

/** A placement type of each provision. */
export function placementTypesOf(make: Maker, first: number): Records['placementTypes'] {
	const fields = () => priced(make, first);
	return [
		mixed({
			...fields(),
			capacity: make.number(60, 0),
			occupancy: make.share(),
			inHouseShare: make.share(),
			fixedWeekly: make.number(300, 2),
			variableWeekly: make.number(500, 2),
			externalWeekly: make.number(2000, 2)
		}),
		bought({ ...fields(), externalWeekly: make.number(6000, 2) }),
		allowance({ ...fields(), allowanceWeekly: make.number(400, 2) })
	];
}

const TYPES = ['foster', 'residential', 'kinship'] as const;

/** Stocks, shares and flows over all bands and types. */
export function careFlowsOf(make: Maker, first: number): Records['careFlows'] {
	const states = CARE_BANDS.flatMap((band) => TYPES.map((type) => [band, type] as const));
	const shares = make.shares(states.length);
	const rate = () => make.number(1, 5)?.replace(/^./, '0') ?? null;
	return [
		stock(make.number(300, 0), `${String(first - 1)}-11-30`),
		...(make.chance(70) ? [stock(make.number(300, 0), `${String(first)}-05-31`)] : []),
		...states.map(([band, type], i) => shareOf(band, type, shares[i] ?? null)),
		...states.flatMap(([band, type]) => [
			...(make.chance(50)
				? [
						make.chance(70)
							? entries(band, type, make.number(40, 1), make.chance(30) ? { trend: '0.02' } : {})
							: perThousand(make, band, type, first)
					]
				: []),
			...(make.chance(70) ? [exits(band, type, small(rate()))] : [])
		]),
		...CARE_BANDS.flatMap((band) =>
			make.chance(40) ? [moves(band, 'foster', 'residential', small(rate()))] : []
		)
	];
}

/** A rate per child-day of at most one in a hundred. */
const small = (rate: string | null): string | null =>
	rate === null ? null : `0.00${rate.slice(2)}`;

function perThousand(
	make: Maker,
	band: (typeof CARE_BANDS)[number],
	type: string,
	first: number
): FileRecord<'careFlows'> {
	return {
		id: `entries-${band}-${type}`,
		title: 'Entries',
		flow: 'entries',
		band,
		type,
		basis: 'perThousand',
		ratePerThousand: make.number(3, 2),
		population: Object.fromEntries(
			Array.from({ length: 4 }, (_, y) => [label(first + y), make.number(9000, 0)])
		)
	};
}

const OUTCOMES = [
	'entryToCare',
	'entryToCare',
	'returnHome',
	'stepDown',
	'protectionPlan',
	'education'
] as const;

/** Up to three interventions. */
export function interventionsOf(make: Maker, first: number): Records['interventions'] {
	return make.list(0, 3, (i) => {
		const trial = make.chance(50);
		const shares = make.shares(2);
		const outcome = make.pick(OUTCOMES);
		const isOnPlans = outcome === 'protectionPlan';
		const to = (type: string) => (outcome === 'stepDown' ? { to: type } : {});
		return intervention({
			id: `help-${String(i)}`,
			title: `Help ${String(i)}`,
			service: make.pick(['support', 'contact']),
			design: trial ? 'controlledTrial' : 'beforeAfter',
			outcome,
			engagement: make.share(),
			completion: make.share(),
			childrenPerFamily: make.number(3, 1),
			p0: make.share(),
			relativeReduction: make.share(),
			deadweight: trial ? '0' : make.share(),
			evidenceGrade: make.pick(['strong', 'weak']),
			lagMonths: make.months(9),
			spreadMonths: String(make.int(1, 12)),
			...(isOnPlans
				? { planMonths: make.months(12), costPerPlanMonth: make.number(900, 2), profile: [] }
				: {
						profile: [
							{ band: '1-4', type: 'foster', ...to('kinship'), share: shares[0] ?? null },
							{ band: '10-15', type: 'residential', ...to('foster'), share: shares[1] ?? null }
						]
					}),
			costPerFamily: make.number(2000, 2),
			...priced(make, first)
		});
	});
}

/** Two price indices. */
export function indicesOf(make: Maker, first: number): Records['indices'] {
	return ['prices', 'pay'].map((id) => ({
		id,
		title: id,
		rates: Object.fromEntries(
			make.list(0, 4, (i) => [label(first - 1 + i), make.isBlank() ? null : rateText(make)])
		),
		otherYears: make.isBlank() ? null : rateText(make)
	}));
}

/** A yearly rate between −3 % and 9 %. */
export const rateText = (make: Maker): string => (make.int(-30, 90) / 1000).toFixed(3);
