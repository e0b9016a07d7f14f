import { yearLabels } from './calendar/calendar';
import type { Check } from './checks/check';
import { runChecks } from './checks/register';
import { figuresOf } from './figures/figures';
import { type Figure } from './figures/figure';
import type { Terms } from './ledger/context';
import { run, type Run } from './run/run';
import type { Change } from './scenario/change';
import { standingUnder } from './scenario/baselines';
import type { Council, Scenario } from './scenario/file';
import { ENGINE_VERSION } from './version';

/** What the engine computes from a scenario: its figures by financial year and the checks on them. */
export interface Projection {
	readonly engine: string;
	readonly council: Council;
	readonly scenario: Scenario;
	readonly terms: Terms;
	/** Labels of the financial years: '2010/11', ... */
	readonly years: readonly string[];
	readonly figures: ReadonlyMap<string, Figure>;
	readonly checks: readonly Check[];
	readonly run: Run;
	/** The run of "If we change nothing" that avoidance and savings are measured against. */
	readonly nothing: Run;
}

/** How a projection is asked for. */
export interface ProjectOptions {
	/** False leaves out every assumption pack, so that what they filled is blank again. */
	readonly packs?: boolean;
	/** Cash terms, or real terms in the first year's prices. */
	readonly terms?: Terms;
	/** An earlier projection: what did not change since is taken from it. */
	readonly previous?: Projection;
}

const withoutPacks = new WeakMap<Council, Council>();

/** The council with its assumption packs switched off. */
function packsOff(council: Council): Council {
	let bare = withoutPacks.get(council);
	if (bare === undefined) {
		bare = { ...council, packs: council.packs.map((pack) => ({ ...pack, on: false })) };
		withoutPacks.set(council, bare);
	}
	return bare;
}

/** The one door of the engine: from a council and one of its scenarios to the projection. */
export function project(
	council: Council,
	scenario: Scenario,
	options: ProjectOptions = {}
): Projection {
	const { terms = 'cash', previous } = options;
	const standing = standingUnder(council, scenario);
	const source = options.packs === false ? packsOff(standing) : standing;
	const nothing = runOf(source, [], terms, null, previous === undefined ? [] : [previous.nothing]);
	const changes = scenario.changes.filter((change) => change.on);
	const own =
		changes.length === 0
			? nothing
			: runOf(source, changes, terms, nothing, previous === undefined ? [] : [previous.run]);
	const known = previous === undefined ? [] : [previous.run, previous.nothing];
	return projectionOf(source, scenario, terms, own, nothing, known);
}

/** Computes one list of changes; an earlier run of the very same request is returned as it is. */
function runOf(
	council: Council,
	changes: readonly Change[],
	terms: Terms,
	nothing: Run | null,
	reuse: readonly Run[]
): Run {
	return run({ council, changes, terms, nothing, reuse });
}

function projectionOf(
	council: Council,
	scenario: Scenario,
	terms: Terms,
	own: Run,
	nothing: Run,
	known: readonly Run[]
): Projection {
	const figures = figuresOf(own, nothing, known);
	return {
		engine: ENGINE_VERSION,
		council,
		scenario,
		terms,
		years: yearLabels(own.context.first, own.context.years),
		figures,
		checks: runChecks({ council, scenario, run: own, nothing, figures }),
		run: own,
		nothing
	};
}

/** The scenario of a council by its id; undefined where it has none. */
export function scenarioOf(council: Council, id: string): Scenario | undefined {
	return council.scenarios.find((scenario) => scenario.id === id);
}
