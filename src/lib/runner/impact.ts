import {
	differencesBetween,
	inputOf,
	simplePaybackOf,
	type FigureDifference,
	type Payback,
	type Projection,
	type Words
} from '$lib/model';

/** One figure of the impact panel by year, as decimal text; null where it is blocked. */
export interface ImpactRow {
	readonly figure: string;
	readonly label: string;
	readonly unit: string;
	readonly values: readonly (string | null)[];
	/** What each year differs by from the comparator. */
	readonly differences: readonly (string | null)[];
	/** The difference over all years; null where one is blocked. */
	readonly total: string | null;
	/** Names of the blank inputs that the difference waits for, at most four. */
	readonly waitsFor: readonly string[];
}

/** A check that found something, in its one sentence. */
export interface FailedCheck {
	readonly id: string;
	readonly message: Words;
}

/** What a scenario does against its comparator, as the panel beside the tables shows it. */
export interface Impact {
	readonly engine: string;
	readonly years: readonly string[];
	readonly rows: readonly ImpactRow[];
	/** When it has paid for itself. */
	readonly payback: Payback;
	readonly checks: { readonly passed: number; readonly failed: readonly FailedCheck[] };
}

/** Figures that the panel shows, in its order. */
const IMPACT_FIGURES = [
	'net.total',
	'cost.placements',
	'savings.identified',
	'cost.oneOff',
	'cost.headings',
	'capital.spend',
	'care.children',
	'capacity.served',
	'capacity.unmet',
	'staffing.fte'
] as const;

// Names beyond these would push the figures off the panel.
const NAMED = 4;

/** What a projection does against another of the same years. */
export function impactOf(against: Projection, own: Projection): Impact {
	const differences = differencesBetween(against, own, IMPACT_FIGURES);
	const net = differences.get('net.total');
	return {
		engine: own.engine,
		years: own.years,
		rows: IMPACT_FIGURES.flatMap((figure) => {
			const difference = differences.get(figure);
			return difference === undefined ? [] : [rowOf(own, difference)];
		}),
		payback: net === undefined ? { blockedBy: [] } : simplePaybackOf(net, own.years),
		checks: {
			passed: own.checks.filter(({ ok }) => ok).length,
			failed: own.checks.flatMap(({ id, ok, message }) => (ok ? [] : [{ id, message }]))
		}
	};
}

function rowOf(
	own: Projection,
	{ id, label, unit, b, difference, blockedBy }: FigureDifference
): ImpactRow {
	const known = difference.filter((value) => value !== null);
	const [first, ...rest] = known;
	const isKnown = first !== undefined && known.length === difference.length;
	return {
		figure: id,
		label,
		unit,
		values: b.map((value) => value?.toFixed() ?? null),
		differences: difference.map((value) => value?.toFixed() ?? null),
		total: isKnown ? rest.reduce((sum, value) => sum.plus(value), first).toFixed() : null,
		waitsFor: isKnown ? [] : namesOf(own, blockedBy)
	};
}

function namesOf(own: Projection, refs: readonly string[]): readonly string[] {
	return refs.slice(0, NAMED).map((ref) => {
		const input = inputOf(own, ref);
		return input === null ? ref : `${input.record} › ${input.label}`;
	});
}
