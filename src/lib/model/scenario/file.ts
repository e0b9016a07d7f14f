import { z } from 'zod';
import { date, financialYear, id, prose, title } from '../records/field';
import { RECORD_SCHEMAS } from '../records/kinds';
import { change } from './change';
import { fact } from './fact';
import { pack } from './pack';

/** The version of the council file that this engine writes. */
export const SCHEMA_VERSION = 5;

/** The most facts, packs, records of one kind, changes of one scenario, and scenarios of one council that a file may hold. */
export const LIMITS = {
	facts: 20000,
	packs: 50,
	records: 20000,
	changes: 400,
	scenarios: 100,
	horizonYears: 30,
	agreed: 20,
	/** Changes that may ramp over one record. */
	rampsOfRecord: 8
} as const;

/** How a council writes years and numbers, and whether its tables open in cash or in real terms. */
const style = z.strictObject({
	/** '2026/27', '2026-27' or 'FY27'. */
	years: z.enum(['slash', 'dash', 'fy']),
	/** '£1.2 million' with minus signs, or '£1.2m' with brackets in tables. */
	numbers: z.enum(['plain', 'finance']),
	terms: z.enum(['cash', 'real'])
});

/** Who the council is, when its projection starts and how far it goes. */
export const councilDetails = z.strictObject({
	id,
	name: title,
	/** True for made-up data: every screen and export then carries the badge. */
	invented: z.boolean(),
	description: prose,
	firstYear: financialYear,
	horizonYears: z.number().int().min(1).max(LIMITS.horizonYears),
	/** The index that turns cash into real terms; null where the council has chosen none. */
	deflator: id.nullable(),
	style
});

const records = <S extends z.ZodType>(schema: S) => z.array(schema).max(LIMITS.records);

/** The agreed starting point: an array a record kind. */
const baseline = z.strictObject({
	areas: records(RECORD_SCHEMAS.areas),
	teams: records(RECORD_SCHEMAS.teams),
	posts: records(RECORD_SCHEMAS.posts),
	buildings: records(RECORD_SCHEMAS.buildings),
	providers: records(RECORD_SCHEMAS.providers),
	contracts: records(RECORD_SCHEMAS.contracts),
	services: records(RECORD_SCHEMAS.services),
	headings: records(RECORD_SCHEMAS.headings),
	fundingStreams: records(RECORD_SCHEMAS.fundingStreams),
	savingsTargets: records(RECORD_SCHEMAS.savingsTargets),
	placementTypes: records(RECORD_SCHEMAS.placementTypes),
	careFlows: records(RECORD_SCHEMAS.careFlows),
	// Baselines that were agreed before there were any are kept without them.
	careWindows: records(RECORD_SCHEMAS.careWindows).default([]),
	interventions: records(RECORD_SCHEMAS.interventions),
	indices: records(RECORD_SCHEMAS.indices),
	rules: records(RECORD_SCHEMAS.rules),
	assumptions: records(RECORD_SCHEMAS.assumptions)
});

/** A baseline as it was agreed: it never changes, and scenarios stand on it until somebody re-bases them. */
export const agreedBaseline = z.strictObject({
	id,
	title,
	/** The day on which it was agreed, and who agreed it. */
	on: date,
	by: z.string().max(120),
	facts: z.array(fact).max(20000),
	packs: z.array(pack).max(50),
	baseline
});

/** A baseline as it was agreed. */
export type AgreedBaseline = z.output<typeof agreedBaseline>;

/** A list of changes on the baseline. */
export const scenario = z.strictObject({
	id,
	title,
	description: prose,
	/** The agreed baseline that it stands on; null for the baseline as it is now. */
	baseline: id.nullable(),
	/** True once nobody works on it any longer: it is kept, and left out of lists. */
	archived: z.boolean(),
	changes: z.array(change).max(LIMITS.changes)
});

/** A list of changes on the baseline. */
export type Scenario = z.output<typeof scenario>;

/** One council's whole file: facts, packs, baseline and scenarios, the first being "If we change nothing". */
export const councilFile = z.strictObject({
	schemaVersion: z.literal(SCHEMA_VERSION, {
		error: (issue) =>
			issue.input === undefined
				? `is missing; write ${String(SCHEMA_VERSION)}`
				: `${JSON.stringify(issue.input)} is a version this program does not know; it reads version ${String(SCHEMA_VERSION)}`
	}),
	council: councilDetails,
	facts: z.array(fact).max(LIMITS.facts),
	packs: z.array(pack).max(LIMITS.packs),
	baseline,
	/** Baselines that were agreed, the latest last. */
	agreed: z.array(agreedBaseline).max(LIMITS.agreed),
	scenarios: z.array(scenario).min(1).max(LIMITS.scenarios)
});

/** One council as the engine holds it, decoded. */
export type Council = z.output<typeof councilFile>;

/** One council as a file holds it: numbers as decimal text. */
export type CouncilFile = z.input<typeof councilFile>;
