import fc from 'fast-check';
import type { CouncilFile } from '$lib/model';
import { add, change, councilFile, type FileChange, type FileEdit, remove, set } from './council';
import {
	buildingOf,
	careFlowsOf,
	contractOf,
	headingsOf,
	indicesOf,
	interventionsOf,
	placementTypesOf,
	postOf,
	rateText,
	servicesOf
} from './generatedRecords';
import { type Draw, label, Maker, monthLabel } from './maker';
import { type Records, saving } from './records';

/** How often a numeric field is blank, in a hundred: 0 gives councils without blanks. */
export interface Blankness {
	readonly percent: number;
}

const statuses = ['proposed', 'revised', 'approved', 'delivered', 'atRisk', 'withdrawn'] as const;

/** The fields that changes, packs and single edits set: by record, with a way to draw a value. */
const SETTABLE: readonly (readonly [string, (make: Maker) => string | null])[] = [
	['posts/post-0.fte', (make) => make.known(60, 2)],
	['posts/post-0.vacancy', (make) => make.share()],
	['posts/post-0.activities.support', (make) => make.share()],
	['posts/post-1.fte', (make) => make.known(60, 2)],
	['buildings/building-0.rent', (make) => make.pounds()],
	['buildings/building-1.income', (make) => make.pounds()],
	['contracts/contract-0.clientSideCost', (make) => make.pounds()],
	['services/support.demand.north', (make) => make.number(40, 1)],
	['placementTypes/foster.capacity', (make) => make.number(60, 0)],
	['placementTypes/residential.externalWeekly', (make) => make.number(6000, 2)],
	['headings/family.budget', (make) => make.number(3000000, 0)],
	['indices/prices.otherYears', (make) => rateText(make)],
	['rules/ni.rows.0.threshold', (make) => make.number(9000, 0)],
	['assumptions/grades.rows.weak', (make) => make.share()],
	['interventions/help-0.costPerFamily', (make) => make.number(2000, 2)]
];

const removable = [
	'posts/post-0',
	'posts/post-1',
	'buildings/building-0',
	'buildings/building-1',
	'contracts/contract-0',
	'contracts/contract-1',
	'fundingStreams/grant'
];

function hasRecord(records: Records, ref: string): boolean {
	const [kind = '', id = ''] = ref.split('/');
	return records[kind as keyof Records].some((record) => record.id === id);
}

/** Field references of a council that a value can be set to. */
function settableIn(
	records: Records
): readonly (readonly [ref: string, field: string, draw: (make: Maker) => string | null])[] {
	return SETTABLE.flatMap(([text, draw]) => {
		const dot = text.indexOf('.');
		const [ref, field] = [text.slice(0, dot), text.slice(dot + 1)];
		// A post without activities has no caseload either, and a share of its time would make no sense.
		const isIdle =
			field.startsWith('activities.') &&
			records.posts.some(({ id, caseload }) => ref === `posts/${id}` && caseload === undefined);
		return hasRecord(records, ref) && !isIdle ? [[ref, field, draw] as const] : [];
	});
}

function editOf(make: Maker, records: Records, id: string, first: number): FileEdit {
	const sort = make.int(1, 10);
	if (sort <= 5) {
		const [ref, field, draw] = make.pick(settableIn(records));
		return set(ref, field, draw(make));
	}
	if (sort <= 7) {
		const there = removable.filter((ref) => hasRecord(records, ref));
		if (there.length > 0)
			return remove(make.pick(there), {
				...(make.chance(50)
					? { destination: make.pick(['redundant', 'redeployed', 'vacant'] as const) }
					: {}),
				...(make.chance(30) ? { noticeGiven: monthLabel(first, make.int(-6, 12)) } : {})
			});
	}
	if (sort === 8) return add('buildings', buildingOf(make, `new-${id}`, first));
	if (sort === 9) return add('contracts', contractOf(make, `new-${id}`, first));
	return add('posts', postOf(make, `new-${id}`, first));
}

function changeOf(make: Maker, records: Records, id: string, first: number): FileChange {
	const start = make.int(-8, 40);
	return change({
		id,
		title: `Change ${id}`,
		start: monthLabel(first, start),
		rampMonths: make.chance(50) ? 0 : make.int(1, 18),
		end: make.chance(25) ? monthLabel(first, start + make.int(1, 20)) : null,
		on: make.chance(90),
		edits: make.list(0, 3, (e) => editOf(make, records, `${id}-${String(e)}`, first)),
		oneOffs: make.list(0, 2, (i) => ({
			id: `item-${String(i)}`,
			title: 'Item',
			ledger: make.pick(['revenue', 'capitalSpend', 'capitalReceipt'] as const),
			month: monthLabel(first, make.int(-3, 40)),
			amount: make.pounds()
		}))
	});
}

function fileOf(g: Draw, { percent }: Blankness): CouncilFile {
	const make = new Maker(g, percent === 0 ? 0 : g(fc.integer, { min: 0, max: 1 }) * percent);
	const first = make.int(2023, 2026);
	const base = councilFile();
	const baseline: Partial<Records> = {
		posts: make.list(0, 3, (i) => postOf(make, `post-${String(i)}`, first)),
		buildings: make.list(0, 3, (i) => buildingOf(make, `building-${String(i)}`, first)),
		contracts: make.list(0, 3, (i) => contractOf(make, `contract-${String(i)}`, first)),
		services: servicesOf(make),
		headings: headingsOf(make, first),
		fundingStreams: [
			{
				id: 'grant',
				title: 'Grant',
				amounts: Object.fromEntries(make.list(1, 3, (i) => [label(first + i), make.pounds()])),
				afterLast: make.pick(['ends', 'continues'] as const),
				...(make.chance(30) ? { ends: monthLabel(first, make.int(-3, 40)) } : {})
			}
		],
		savingsTargets: [
			saving({
				headings: ['family'],
				versions: make
					.list(1, 3, (i) => ({
						id: `version-${String(i)}`,
						date: `${String(first)}-0${String(i + 1)}-10`,
						status: make.pick(statuses),
						amounts: { [label(first + i)]: make.pounds() },
						reason: ''
					}))
					.concat([
						{
							id: 'last',
							date: `${String(first)}-09-10`,
							status: 'approved',
							amounts: { [label(first)]: make.pounds() },
							reason: ''
						}
					])
			})
		],
		placementTypes: placementTypesOf(make, first),
		careFlows: careFlowsOf(make, first),
		interventions: interventionsOf(make, first),
		indices: indicesOf(make, first)
	};
	if (make.chance(40))
		baseline.assumptions = [
			...base.baseline.assumptions,
			{
				id: 'calibration',
				title: 'Calibration',
				use: 'calibration',
				heading: 'placements',
				on: make.pick(['prices', 'entries'] as const),
				averageChildren: make.isBlank() ? null : String(make.int(50, 300))
			}
		];
	const records: Records = { ...base.baseline, ...baseline };
	const blanks = settableIn(records);
	const shared = make.list(0, 2, (i) => changeOf(make, records, `shared-${String(i)}`, first));
	const own = (name: string) =>
		make.list(0, 3, (i) => changeOf(make, records, `${name}-${String(i)}`, first));
	const file = councilFile({
		council: {
			firstYear: label(first),
			horizonYears: make.int(1, 3),
			deflator: make.pick(['prices', null])
		},
		baseline,
		packs: [
			{
				id: 'pack',
				title: 'Pack',
				description: '',
				on: make.chance(80),
				values: blanks.flatMap(([ref, field, draw]) => {
					const value = make.chance(50) ? draw(make) : null;
					return value === null
						? []
						: [{ field: `${ref}.${field}`, value, low: value, high: value, source: null }];
				})
			}
		],
		plan: [...shared, ...own('plan')],
		other: [...own('other'), ...shared]
	});
	return file;
}

/** Whole councils with records of every kind and two scenarios that share some of their changes. */
export function councilFiles(blankness: Blankness = { percent: 6 }): fc.Arbitrary<CouncilFile> {
	return fc.gen().map((g) => fileOf(g, blankness));
}

/** Two council files that have nothing to do with each other; two arbitraries side by side would draw the same one twice. */
export function councilPairs(): fc.Arbitrary<readonly [CouncilFile, CouncilFile]> {
	return fc.gen().map((g) => [fileOf(g, { percent: 6 }), fileOf(g, { percent: 6 })]);
}

/** A council file, and the same file after one edit of one sort; `moved` says which. */
export interface EditedFile {
	readonly file: CouncilFile;
	readonly edited: CouncilFile;
	readonly moved: string;
}

/** Councils with one edit: of a field, of an index, of a pack's value, of a change. */
export function editedFiles(): fc.Arbitrary<EditedFile> {
	return fc.gen().map((g) => {
		const file = fileOf(g, { percent: 4 });
		return { file, ...editOfFile(new Maker(g, 10), file) };
	});
}

function editOfFile(make: Maker, file: CouncilFile): Omit<EditedFile, 'file'> {
	const { baseline, packs, scenarios } = file;
	const sort = make.pick(['field', 'field', 'pack', 'change', 'change', 'order'] as const);
	const [pack] = packs;
	const changes = scenarios[1]?.changes ?? [];
	if (sort === 'pack' && pack !== undefined && pack.values.length > 0) {
		const values = pack.values.slice(1);
		return { edited: { ...file, packs: [{ ...pack, values }] }, moved: 'pack' };
	}
	if (sort === 'change' && changes.length > 0) {
		const at = make.int(0, changes.length - 1);
		const other = changes.map((own, i) =>
			i === at ? { ...own, rampMonths: make.int(0, 12), on: make.chance(70) } : own
		);
		return { edited: withPlan(file, other), moved: `change ${String(at)}` };
	}
	if (sort === 'order' && changes.every(({ edits }) => edits.every(({ edit }) => edit !== 'add')))
		return { edited: withPlan(file, [...changes].reverse()), moved: 'order' };
	const [ref, field, draw] = make.pick(settableIn(baseline));
	const [kind, id] = ref.split('/') as [keyof Records, string];
	const records = (baseline[kind] as readonly object[]).map((record) =>
		(record as { id: string }).id === id ? withValue(record, field.split('.'), draw(make)) : record
	);
	return {
		edited: { ...file, baseline: { ...baseline, [kind]: records } },
		moved: `${ref}.${field}`
	};
}

function withPlan(file: CouncilFile, changes: FileChange[]): CouncilFile {
	return {
		...file,
		scenarios: file.scenarios.map((own, i) => (i === 1 ? { ...own, changes } : own))
	};
}

function withValue(
	node: unknown,
	[step = '', ...rest]: readonly string[],
	value: unknown
): unknown {
	if (step === '') return value;
	if (Array.isArray(node))
		return node.map((child: unknown, i) =>
			String(i) === step ? withValue(child, rest, value) : child
		);
	const fields = (node ?? {}) as Record<string, unknown>;
	return { ...fields, [step]: withValue(fields[step], rest, value) };
}
