import type { CouncilFile } from '$lib/model';

/** The records that people type into a council file, as the file holds them. */
export type Records = Omit<CouncilFile['baseline'], 'careWindows'>;
/** One record of a kind as the file holds it. */
export type FileRecord<K extends keyof Records> = Records[K][number];

type Careflow<F extends FileRecord<'careFlows'>['flow']> = Extract<
	FileRecord<'careFlows'>,
	{ flow: F }
>;

/** A post on basis 'grade' that costs £30,000 for each whole person before any on-cost. */
export function gradePost(fields: Partial<FileRecord<'posts'>> = {}): FileRecord<'posts'> {
	return {
		id: 'worker',
		title: 'Family workers',
		team: 'team',
		basis: 'grade',
		heads: '1',
		fte: '1',
		salary: '30000',
		allowances: '0',
		pensionRate: '0',
		levyRate: '0',
		niRule: 'no-ni',
		vacancy: '0',
		activities: {},
		heading: null,
		headingScope: 'excluded',
		index: null,
		priceYear: '2025/26',
		...fields
	};
}

/** A post on basis 'allIn': £40,000 a year for each FTE. */
export function allInPost(fields: Partial<FileRecord<'posts'>> = {}): FileRecord<'posts'> {
	return {
		id: 'officer',
		title: 'Officers',
		team: 'team',
		basis: 'allIn',
		heads: '1',
		fte: '1',
		costPerFte: '40000',
		vacancy: '0',
		activities: {},
		heading: null,
		headingScope: 'excluded',
		index: null,
		priceYear: '2025/26',
		...fields
	};
}

/** A building that costs £12,000 a year in rent and nothing else. */
export function building(fields: Partial<FileRecord<'buildings'>> = {}): FileRecord<'buildings'> {
	return {
		id: 'centre',
		title: 'Family centre',
		area: 'north',
		use: 'family centre',
		rent: '12000',
		rates: '0',
		utilities: '0',
		cleaning: '0',
		facilities: '0',
		insurance: '0',
		maintenance: '0',
		income: '0',
		voidMonths: '0',
		holdingCost: '0',
		dilapidations: '0',
		moveCost: '0',
		services: {},
		retainedShare: '1',
		heading: null,
		headingScope: 'excluded',
		index: null,
		priceYear: '2025/26',
		...fields
	};
}

/** A block contract of £24,000 a year without client side and without notice. */
export function contract(fields: Partial<FileRecord<'contracts'>> = {}): FileRecord<'contracts'> {
	return {
		id: 'outreach',
		title: 'Outreach contract',
		provider: 'charity',
		service: null,
		area: null,
		payment: 'block',
		blockPrice: '24000',
		clientSideCost: '0',
		noticeMonths: '0',
		heading: null,
		headingScope: 'excluded',
		index: null,
		priceYear: '2025/26',
		...fields
	};
}

/** A service that ten families a month ask for in the north; a case lasts one month. */
export function service(fields: Partial<FileRecord<'services'>> = {}): FileRecord<'services'> {
	return {
		id: 'support',
		title: 'Family support',
		population: 'families in need',
		needLevel: '3',
		demand: { north: '10' },
		monthsPerCase: '1',
		...fields
	};
}

/** A published heading with a budget of £100,000 in 2025/26 and nothing more said. */
export function heading(fields: Partial<FileRecord<'headings'>> = {}): FileRecord<'headings'> {
	return {
		id: 'family',
		title: 'Family services',
		use: 'remainder',
		baseYear: '2025/26',
		basis: 'budget',
		budget: '100000',
		outturn: null,
		index: null,
		scope: 'included',
		...fields
	};
}

/** A placement type that is all bought, at £1,000 a week. */
export function bought(
	fields: Partial<FileRecord<'placementTypes'>> = {}
): FileRecord<'placementTypes'> {
	return {
		id: 'residential',
		title: 'Residential care',
		codes: [],
		provision: 'bought',
		externalWeekly: '1000',
		index: null,
		priceYear: '2025/26',
		...fields
	};
}

/** A placement type with ten council places, all of which can be filled: £100 fixed, £200 variable, £1,000 external. */
export function mixed(
	fields: Partial<FileRecord<'placementTypes'>> = {}
): FileRecord<'placementTypes'> {
	return {
		id: 'foster',
		title: 'Foster care',
		codes: [],
		provision: 'mixed',
		capacity: '10',
		occupancy: '1',
		inHouseShare: '0.5',
		fixedWeekly: '100',
		variableWeekly: '200',
		externalWeekly: '1000',
		index: null,
		priceYear: '2025/26',
		...fields
	};
}

/** A placement type that pays a family £300 a week. */
export function allowance(
	fields: Partial<FileRecord<'placementTypes'>> = {}
): FileRecord<'placementTypes'> {
	return {
		id: 'kinship',
		title: 'Kinship care',
		codes: [],
		provision: 'allowance',
		allowanceWeekly: '300',
		index: null,
		priceYear: '2025/26',
		...fields
	};
}

/** Children in care on a date. */
export function stock(children: string | null, date = '2025-04-01'): Careflow<'stock'> {
	return { id: `stock-${date}`, title: `Children on ${date}`, flow: 'stock', date, children };
}

type Band = Careflow<'share'>['band'];

/** A share of the opening children, by band and type. */
export function shareOf(band: Band, type: string, share: string | null): Careflow<'share'> {
	return { id: `share-${band}-${type}`, title: 'Share', flow: 'share', band, type, share };
}

/** Entries to care a year, by band and type. */
export function entries(
	band: Band,
	type: string,
	childrenPerYear: string | null,
	fields: Partial<Careflow<'entries'>> = {}
): Careflow<'entries'> {
	return {
		id: `entries-${band}-${type}`,
		title: 'Entries',
		flow: 'entries',
		band,
		type,
		basis: 'perYear',
		childrenPerYear,
		...fields
	};
}

/** Exits from care, by band and type. */
export function exits(band: Band, type: string, ratePerDay: string | null): Careflow<'exits'> {
	return { id: `exits-${band}-${type}`, title: 'Exits', flow: 'exits', band, type, ratePerDay };
}

/** Moves between placement types within a band. */
export function moves(
	band: Band,
	from: string,
	to: string,
	ratePerDay: string | null
): Careflow<'moves'> {
	return {
		id: `moves-${band}-${from}-${to}`,
		title: 'Moves',
		flow: 'moves',
		band,
		from,
		to,
		ratePerDay
	};
}

/** An intervention whose every finished family keeps 0.2 × 0.5 = 0.1 children out of care, at once. */
export function intervention(
	fields: Partial<FileRecord<'interventions'>> = {}
): FileRecord<'interventions'> {
	return {
		id: 'help',
		title: 'Intensive help',
		service: 'support',
		design: 'controlledTrial',
		outcome: 'entryToCare',
		population: 'families in need',
		needLevel: '3',
		source: 'a trial',
		engagement: '1',
		completion: '1',
		childrenPerFamily: '1',
		p0: '0.2',
		relativeReduction: '0.5',
		deadweight: '0',
		correctionTable: 'grades',
		evidenceGrade: 'strong',
		lagMonths: '0',
		spreadMonths: '1',
		profile: [{ band: '1-4', type: 'foster', share: '1' }],
		costPerFamily: '0',
		index: null,
		priceYear: '2025/26',
		...fields
	};
}

/** A saving with one version that has been proposed. */
export function saving(
	fields: Partial<FileRecord<'savingsTargets'>> = {}
): FileRecord<'savingsTargets'> {
	return {
		id: 'saving',
		title: 'Saving',
		headings: [],
		versions: [{ id: 'first', date: '2025-02-20', status: 'proposed', amounts: {}, reason: 'set' }],
		...fields
	};
}
