import { Decimal } from 'decimal.js';
import {
	problemLine,
	project,
	readCouncil,
	scenarioOf,
	textOfWords,
	valueOf,
	type Council,
	type CouncilFile,
	type Projection,
	type ProjectOptions,
	type Scenario
} from '$lib/model';
import type { FileRecord, Records } from './records';

/** One change as the file holds it. */
export type FileChange = CouncilFile['scenarios'][number]['changes'][number];
/** One edit as the file holds it. */
export type FileEdit = FileChange['edits'][number];

/** A change of April of the first year, without ramp, that does nothing yet. */
export function change(fields: Partial<FileChange> = {}): FileChange {
	return {
		id: 'change',
		title: 'Change',
		reason: '',
		owner: '',
		start: '2025-04',
		rampMonths: 0,
		end: null,
		on: true,
		status: 'idea',
		confidence: null,
		edits: [],
		oneOffs: [],
		...fields
	};
}

/** An edit that sets one field. */
export function set(record: string, field: string, value: FileSetValue): FileEdit {
	return { edit: 'set', record, field, value };
}

type FileSetValue = Extract<FileEdit, { edit: 'set' }>['value'];

/** An edit that multiplies a field. */
export function scale(record: string, field: string, factor: string): FileEdit {
	return { edit: 'scale', record, field, factor };
}

/** An edit that adds to a field, or takes away where the amount is below 0. */
export function shift(record: string, field: string, by: string): FileEdit {
	return { edit: 'shift', record, field, by };
}

/** An edit that removes a record. */
export function remove(
	record: string,
	fields: Partial<Extract<FileEdit, { edit: 'remove' }>> = {}
): FileEdit {
	return { edit: 'remove', record, ...fields };
}

/** An edit that adds a record. */
export function add<K extends keyof Records>(kind: K, record: FileRecord<K>): FileEdit {
	return { edit: 'add', kind, record: JSON.parse(JSON.stringify(record)) as never };
}

/** Records that others name and that cost nothing by themselves. */
const standing: Pick<
	Records,
	'areas' | 'teams' | 'providers' | 'indices' | 'rules' | 'assumptions'
> = {
	areas: [
		{ id: 'north', title: 'North' },
		{ id: 'south', title: 'South' }
	],
	teams: [
		{ id: 'team', title: 'Family team', area: null },
		{ id: 'north-team', title: 'North team', area: 'north' }
	],
	providers: [{ id: 'charity', title: 'A charity', sector: 'charity' }],
	indices: [
		{
			id: 'prices',
			title: 'Prices',
			rates: { '2026/27': '0.02', '2027/28': '0.03' },
			otherYears: '0'
		}
	],
	rules: [
		{
			id: 'ni',
			title: 'Employer NI',
			rule: 'employerNi',
			rows: [{ from: '2025-04-06', rate: '0.15', threshold: '5000' }]
		},
		{
			id: 'no-ni',
			title: 'No NI',
			rule: 'employerNi',
			rows: [{ from: '2000-04-06', rate: '0', threshold: '0' }]
		}
	],
	assumptions: [
		{
			id: 'grades',
			title: 'Optimism correction',
			use: 'correction',
			status: 'confirmBeforeUse',
			rows: { strong: '0', weak: '0.5' }
		}
	]
};

/** What a test says about its council; everything else is the smallest council there is. */
export interface CouncilParts {
	readonly council?: Partial<CouncilFile['council']>;
	readonly baseline?: Partial<Records>;
	readonly facts?: CouncilFile['facts'];
	readonly packs?: CouncilFile['packs'];
	/** The changes of the scenario 'plan'. */
	readonly plan?: readonly FileChange[];
	/** The changes of the scenario 'other'. */
	readonly other?: readonly FileChange[];
}

/** A valid council file: three years from 2025/26, with the scenarios 'nothing', 'plan' and 'other'. */
export function councilFile(parts: CouncilParts = {}): CouncilFile {
	const scenario = (id: string, changes: readonly FileChange[]) => ({
		id,
		title: id,
		description: '',
		baseline: null,
		archived: false,
		changes: [...changes]
	});
	return {
		schemaVersion: 5,
		council: {
			id: 'testshire',
			name: 'Testshire',
			invented: true,
			description: '',
			firstYear: '2025/26',
			horizonYears: 3,
			deflator: null,
			style: { years: 'slash', numbers: 'plain', terms: 'cash' },
			...parts.council
		},
		facts: parts.facts ?? [],
		packs: parts.packs ?? [],
		baseline: {
			posts: [],
			buildings: [],
			contracts: [],
			services: [],
			headings: [],
			fundingStreams: [],
			savingsTargets: [],
			placementTypes: [],
			careFlows: [],
			careWindows: [],
			interventions: [],
			...standing,
			...parts.baseline
		},
		agreed: [],
		scenarios: [
			scenario('nothing', []),
			scenario('plan', parts.plan ?? []),
			scenario('other', parts.other ?? [])
		]
	};
}

/** Reads a file that has to be valid; what is wrong with it is the test's own mistake. */
export function councilFrom(file: CouncilFile): Council {
	const read = readCouncil(JSON.parse(JSON.stringify(file)));
	if (!read.ok) throw new Error(read.problems.map(problemLine).join('\n'));
	return read.council;
}

/** The smallest council with these parts, read. */
export function councilWith(parts: CouncilParts = {}): Council {
	return councilFrom(councilFile(parts));
}

/** A scenario that has to be there. */
export function scenarioIn(council: Council, id: string): Scenario {
	const scenario = scenarioOf(council, id);
	if (scenario === undefined) throw new Error(`there is no scenario ${id}`);
	return scenario;
}

/** The projection of one scenario of the smallest council with these parts. */
export function projected(
	parts: CouncilParts,
	scenario: 'nothing' | 'plan' | 'other' = 'plan',
	options: ProjectOptions = {}
): Projection {
	const council = councilWith(parts);
	return project(council, scenarioIn(council, scenario), options);
}

/** A figure by year as text: pounds with two decimals, other units with at most `places`; 'blocked' where it is. */
export function shownFigure(projection: Projection, id: string, places = 6): readonly string[] {
	const figure = projection.figures.get(id);
	if (figure === undefined) throw new Error(`there is no figure ${id}`);
	return projection.years.map((_, y) => {
		const value = valueOf(figure, y);
		if (value === null) return 'blocked';
		return figure.unit === '£' ? value.toFixed(2) : value.toDecimalPlaces(places).toFixed();
	});
}

/** The pence of the lines of a figure, by line and year; NaN where a line is blocked. */
export function linesOf(
	projection: Projection,
	figure: string
): Readonly<Record<string, readonly number[]>> {
	return Object.fromEntries(
		(projection.run.byFigure.get(figure) ?? []).map(({ id, values }) => [id, [...values]])
	);
}

/** What one check of a projection says. */
export function checkOf(projection: Projection, id: string) {
	const check = projection.checks.find((candidate) => candidate.id === id);
	if (check === undefined) throw new Error(`there is no check ${id}`);
	return { ...check, message: textOfWords(check.message) };
}

/** An exact number from its text. */
export const decimal = (text: string): Decimal => new Decimal(text);
