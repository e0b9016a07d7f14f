import { and, eq } from 'drizzle-orm';
import { valueOf, type Projection } from '../model';
import { requirePermission, type Context } from './access/policy';
import type { Store } from './db/open';
import { scenarioFiguresTable } from './db/schema';
import { troubleBehind } from './db/trouble';

// The lines under which everything else adds up; capital stands apart from them.
const TOTALS = [
	'cost.total',
	'income.total',
	'funding.total',
	'net.total',
	'capital.spend',
	'capital.receipts'
] as const;

/** A total line in one year as an earlier version of the engine made it, and as this one does; null where it is blocked. */
export interface MovedTotal {
	readonly figure: string;
	/** '2011/12'. */
	readonly year: string;
	readonly before: string | null;
	readonly after: string | null;
}

/** What another version of the engine makes of inputs that have not changed. */
export interface EngineNote {
	/** The version whose figures are kept. */
	readonly engine: string;
	/** Null where the council was edited before anybody looked: what moved by the engine cannot be told apart then. */
	readonly moved: readonly MovedTotal[] | null;
}

type Totals = Readonly<Record<string, readonly (string | null)[]>>;

/**
 * Keeps the totals of a scenario the first time that it is projected at a revision of its council. Those that another
 * version of the engine made stay, for they are what its figures are compared with, unless it makes the same of them.
 */
export function keepTotals(
	store: Store,
	context: Context,
	revision: number,
	projection: Projection
): void {
	requirePermission(context.user, 'read');
	const kept = keptOf(store, context, projection);
	const isSame = kept?.revision === revision && kept.engine === projection.engine;
	if (isSame || movedTotals(store, context, revision, projection) !== null) return;
	try {
		write(store, context, revision, projection);
	} catch (error) {
		// Pages are read on a disk that takes no writing, too; the totals are kept when one is read after that.
		const trouble = troubleBehind(error);
		if (trouble === null || trouble === 'damaged') throw error;
	}
}

/** Which totals an earlier version of the engine made otherwise; null where it made none so. */
export function movedTotals(
	store: Store,
	context: Context,
	revision: number,
	projection: Projection
): EngineNote | null {
	requirePermission(context.user, 'read');
	const kept = keptOf(store, context, projection);
	if (kept === undefined || kept.engine === projection.engine) return null;
	if (kept.revision !== revision) return { engine: kept.engine, moved: null };
	const now = totalsOf(projection);
	const moved = TOTALS.flatMap((figure) =>
		projection.years.flatMap((year, y): readonly MovedTotal[] => {
			const [before, after] = [kept.figures[figure]?.[y] ?? null, now[figure]?.[y] ?? null];
			return before === after ? [] : [{ figure, year, before, after }];
		})
	);
	return moved.length === 0 ? null : { engine: kept.engine, moved };
}

/** Takes this engine's totals in the place of those that are kept: somebody has seen what moved. */
export function takeNote(
	store: Store,
	context: Context,
	revision: number,
	projection: Projection
): void {
	requirePermission(context.user, 'write');
	write(store, context, revision, projection);
}

function keptOf(store: Store, { council }: Context, { scenario }: Projection) {
	return store
		.select()
		.from(scenarioFiguresTable)
		.where(
			and(eq(scenarioFiguresTable.council, council), eq(scenarioFiguresTable.scenario, scenario.id))
		)
		.get();
}

function write(store: Store, { council }: Context, revision: number, projection: Projection): void {
	const own = { revision, engine: projection.engine, figures: totalsOf(projection) };
	store
		.insert(scenarioFiguresTable)
		.values({ council, scenario: projection.scenario.id, ...own })
		.onConflictDoUpdate({
			target: [scenarioFiguresTable.council, scenarioFiguresTable.scenario],
			set: own
		})
		.run();
}

function totalsOf({ figures, years }: Projection): Totals {
	return Object.fromEntries(
		TOTALS.map((id) => {
			const figure = figures.get(id);
			return [
				id,
				years.map((_, y) => (figure === undefined ? '0' : (valueOf(figure, y)?.toFixed() ?? null)))
			];
		})
	);
}
