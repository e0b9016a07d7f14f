import type { z } from 'zod';
import { area } from './area';
import { assumption } from './assumption';
import { building } from './building';
import { careFlow } from './careFlow';
import { careWindow } from './careWindow';
import { contract } from './contract';
import { fundingStream } from './fundingStream';
import { heading } from './heading';
import { intervention } from './intervention';
import { placementType } from './placementType';
import { post } from './post';
import { priceIndex } from './priceIndex';
import { provider } from './provider';
import { rule } from './rule';
import { savingsTarget } from './savingsTarget';
import { service } from './service';
import { team } from './team';

/** Every record kind under the name of its array in a council file, with the schema of one record. */
export const RECORD_SCHEMAS = {
	areas: area,
	teams: team,
	posts: post,
	buildings: building,
	providers: provider,
	contracts: contract,
	services: service,
	headings: heading,
	fundingStreams: fundingStream,
	savingsTargets: savingsTarget,
	placementTypes: placementType,
	careFlows: careFlow,
	careWindows: careWindow,
	interventions: intervention,
	indices: priceIndex,
	rules: rule,
	assumptions: assumption
} as const;

/** The name of a record kind's array in a council file. */
export type Kind = keyof typeof RECORD_SCHEMAS;

/** One record of a kind. */
export type RecordOf<K extends Kind> = z.output<(typeof RECORD_SCHEMAS)[K]>;

/** One record of any kind. */
export type AnyRecord = RecordOf<Kind>;

/** All record kinds, in the order in which files and pages show them. */
export const KINDS = Object.keys(RECORD_SCHEMAS) as readonly Kind[];

/** The kinds that tables and changes edit. A window of the return is not typed: files make it, and its own pages show it. */
export const TABLE_KINDS = KINDS.filter((kind) => kind !== 'careWindows');

/** The kind of that name which has a table; null where there is none. */
export function kindNamed(name: string): Kind | null {
	return TABLE_KINDS.find((kind) => kind === name) ?? null;
}

/** What one record of a kind is called on screen. */
export const KIND_LABELS: Readonly<Record<Kind, string>> = {
	areas: 'area',
	teams: 'team',
	posts: 'post',
	buildings: 'building',
	providers: 'provider',
	contracts: 'contract',
	services: 'service',
	headings: 'budget heading',
	fundingStreams: 'funding stream',
	savingsTargets: 'savings target',
	placementTypes: 'placement type',
	careFlows: 'care flow',
	careWindows: 'window of the return',
	interventions: 'intervention',
	indices: 'price index',
	rules: 'rule',
	assumptions: 'assumption'
};

/**
 * Kinds whose records hold for a month at a time, so that a change gives them versions in time. Records of the other
 * kinds carry their own dates or none, and a change edits them outright.
 */
export const TIMED_KINDS = [
	'posts',
	'buildings',
	'contracts',
	'services',
	'fundingStreams',
	'placementTypes',
	'careFlows',
	'interventions'
] as const satisfies readonly Kind[];

/** A kind whose records have versions in time. */
export type TimedKind = (typeof TIMED_KINDS)[number];
