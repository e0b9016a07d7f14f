import type { CouncilFile } from '../../src/lib/model';

/** How many records of each kind the benchmark's council has; 2,000 in all. */
const SIZE = {
	posts: 1200,
	buildings: 400,
	contracts: 300,
	teams: 20,
	services: 5
} as const;

const BANDS = ['under-1', '1-4', '5-9', '10-15', '16-17'] as const;
const TYPES = ['foster', 'kinship', 'residential', 'supported', 'parents'] as const;

/** A number between two bounds that depends on its position only, so that every run has the same council. */
function spread(position: number, low: number, high: number, places: number): string {
	const fraction = (position * 0.6180339887498949) % 1;
	return String(Number((low + fraction * (high - low)).toFixed(places)));
}

/** A council of 2,000 records over ten years, with a scenario of one staffing change. */
export function benchmarkCouncil(): CouncilFile {
	const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
	const flows = careFlows();
	const headings = range(
		2000 -
			SIZE.posts -
			SIZE.buildings -
			SIZE.contracts -
			SIZE.teams -
			SIZE.services -
			flows.length -
			TYPES.length -
			7
	);
	return {
		schemaVersion: 5,
		council: {
			id: 'benchmark',
			name: 'Benchmark',
			invented: true,
			description: '',
			firstYear: '2026/27',
			horizonYears: 10,
			deflator: null,
			style: { years: 'slash', numbers: 'plain', terms: 'cash' }
		},
		facts: [],
		packs: [],
		baseline: {
			areas: [{ id: 'all', title: 'All' }],
			teams: range(SIZE.teams).map((i) => ({ id: `team-${i}`, title: `Team ${i}`, area: null })),
			posts: range(SIZE.posts).map((i) => ({
				id: `post-${i}`,
				title: `Post ${i}`,
				heading: null,
				headingScope: 'excluded',
				index: 'pay',
				priceYear: '2026/27',
				team: `team-${i % SIZE.teams}`,
				basis: 'grade',
				heads: String(2 + (i % 9)),
				fte: spread(i, 1, 2, 2),
				salary: spread(i + 7, 24000, 52000, 0),
				allowances: '0.02',
				pensionRate: '0.198',
				levyRate: '0.005',
				niRule: 'ni',
				vacancy: spread(i + 3, 0, 0.1, 3),
				activities: { [`service-${i % SIZE.services}`]: '1' },
				caseload: '11',
				absence: '0.16'
			})),
			buildings: range(SIZE.buildings).map((i) => ({
				id: `building-${i}`,
				title: `Building ${i}`,
				heading: null,
				headingScope: 'excluded',
				index: 'prices',
				priceYear: '2025/26',
				area: 'all',
				use: 'family hub',
				rent: spread(i, 0, 30000, 2),
				rates: spread(i + 1, 5000, 20000, 2),
				utilities: spread(i + 2, 4000, 18000, 2),
				cleaning: spread(i + 3, 3000, 12000, 2),
				facilities: spread(i + 4, 2000, 9000, 2),
				insurance: spread(i + 5, 900, 4000, 2),
				maintenance: spread(i + 6, 2000, 15000, 2),
				income: spread(i + 8, 0, 6000, 2),
				voidMonths: '6',
				holdingCost: '12000',
				dilapidations: '9000',
				moveCost: '4000',
				services: {},
				retainedShare: '0.8'
			})),
			providers: [{ id: 'charity', title: 'Charity', sector: 'charity' }],
			contracts: range(SIZE.contracts).map((i) => ({
				id: `contract-${i}`,
				title: `Contract ${i}`,
				heading: null,
				headingScope: 'excluded',
				index: 'prices',
				priceYear: '2026/27',
				provider: 'charity',
				service: null,
				area: null,
				payment: 'volume',
				volume: spread(i, 20, 400, 0),
				minVolume: '100',
				maxVolume: '300',
				unitPrice: spread(i + 9, 90, 900, 2),
				clientSideCost: spread(i + 4, 500, 5000, 2),
				noticeMonths: '6'
			})),
			services: range(SIZE.services).map((i) => ({
				id: `service-${i}`,
				title: `Service ${i}`,
				population: 'families at level 3',
				needLevel: '3',
				demand: { all: '900' },
				monthsPerCase: '6'
			})),
			headings: headings.map((i) => ({
				id: `heading-${i}`,
				title: `Heading ${i}`,
				use: 'remainder',
				baseYear: '2025/26',
				basis: 'budget',
				budget: spread(i, 20000, 900000, 2),
				outturn: null,
				index: 'prices',
				scope: 'included'
			})),
			fundingStreams: [],
			savingsTargets: [],
			placementTypes: TYPES.map((id, i) => ({
				id,
				title: id,
				index: 'prices',
				priceYear: '2026/27',
				codes: [],
				provision: 'bought',
				externalWeekly: spread(i, 300, 6000, 2)
			})),
			careFlows: flows,
			interventions: [
				{
					id: 'help',
					title: 'Early help',
					service: 'service-0',
					design: 'judgement',
					outcome: 'entryToCare',
					population: 'families at level 3',
					needLevel: '3',
					source: 'invented',
					engagement: '0.8',
					completion: '0.7',
					childrenPerFamily: '1.9',
					p0: '0.04',
					relativeReduction: '0.2',
					deadweight: '0.1',
					correctionTable: 'grades',
					evidenceGrade: '3',
					lagMonths: '6',
					spreadMonths: '12',
					profile: BANDS.map((band) => ({ band, type: 'foster', share: '0.2' })),
					costPerFamily: '120',
					index: 'prices',
					priceYear: '2026/27'
				}
			],
			indices: [
				{ id: 'pay', title: 'Pay', rates: { '2027/28': '0.032' }, otherYears: '0.025' },
				{ id: 'prices', title: 'Prices', rates: { '2026/27': '0.03' }, otherYears: '0.02' }
			],
			rules: [
				{
					id: 'ni',
					title: 'Employer NI',
					rule: 'employerNi',
					rows: [{ from: '2025-04-06', rate: '0.15', threshold: '5000' }]
				}
			],
			assumptions: [
				{
					id: 'grades',
					title: 'Correction',
					use: 'correction',
					status: 'confirmBeforeUse',
					rows: { '3': '0.1' }
				}
			]
		},
		agreed: [],
		scenarios: [
			{
				id: 'nothing',
				title: 'If we change nothing',
				description: '',
				baseline: null,
				archived: false,
				changes: []
			},
			{
				id: 'more-help',
				title: 'More early help',
				description: '',
				baseline: null,
				archived: false,
				changes: [
					{
						id: 'grow',
						title: 'Grow one team',
						reason: '',
						owner: '',
						start: '2027-04',
						rampMonths: 6,
						end: null,
						on: true,
						status: 'proposed',
						confidence: null,
						edits: [{ edit: 'set', record: 'posts/post-0', field: 'fte', value: '9' }],
						oneOffs: []
					}
				]
			}
		]
	};
}

function careFlows(): CouncilFile['baseline']['careFlows'] {
	return [
		{ id: 'stock', title: 'Stock', flow: 'stock', date: '2026-04-01', children: '560' },
		...BANDS.flatMap((band, b) =>
			TYPES.flatMap((type, t) => [
				{
					id: `share-${b}-${t}`,
					title: 'Share',
					flow: 'share' as const,
					band,
					type,
					share: '0.04'
				},
				{
					id: `entries-${b}-${t}`,
					title: 'Entries',
					flow: 'entries' as const,
					band,
					type,
					basis: 'perYear' as const,
					childrenPerYear: spread(b * 5 + t, 2, 16, 1)
				},
				{
					id: `exits-${b}-${t}`,
					title: 'Exits',
					flow: 'exits' as const,
					band,
					type,
					ratePerDay: spread(b + t, 0.0006, 0.002, 5)
				},
				{
					id: `moves-${b}-${t}`,
					title: 'Moves',
					flow: 'moves' as const,
					band,
					from: type,
					to: TYPES[(t + 1) % TYPES.length] ?? 'foster',
					ratePerDay: '0.0003'
				}
			])
		)
	];
}
