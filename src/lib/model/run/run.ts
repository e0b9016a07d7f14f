import type { BlockedDelivery, Delivery } from '../capacity/capacity';
import { suppliesOf, type Supply } from '../capacity/supplies';
import { calibrationOf, type Calibration } from '../care/calibrate';
import { projectCare, type CareProjection } from '../care/project';
import { cellOf, type Cell } from './cells';
import { effectsOf, type Effects } from '../earlyHelp/effects';
import { planLines, planMeasures } from '../earlyHelp/plans';
import { baseLinesOf } from '../ledger/baseLines';
import type { Context, Terms } from '../ledger/context';
import { itemisedIn, unknownScopeLines, type BaseLine } from '../ledger/itemised';
import { isEverThere, type LineSpec, type Timed } from '../ledger/line';
import { changeLines } from '../ledger/oneOffs';
import { placementLines } from '../ledger/placements';
import { headingLines } from '../ledger/headings';
import { interventionLines } from '../ledger/interventions';
import { savingLines } from '../ledger/savings';
import { evaluated, type Series } from '../ledger/series';
import { careMeasures } from '../figures/careMeasures';
import { deliveryMeasures } from '../figures/measures';
import { partTitles } from '../figures/partTitles';
import { TIMED_KINDS, type AnyRecord, type TimedKind } from '../records/kinds';
import { contextOf, refsOf, settledRecords, type RunRecords } from './runRecords';
import type { Change } from '../scenario/change';
import type { Council } from '../scenario/file';
import { fillsOf } from '../scenario/resolve';
import { touchesByRecord, type Touch } from '../scenario/versions';

/** The model computed once, for one list of changes. */
export interface Run {
	readonly context: Context;
	readonly changes: readonly Change[];
	readonly records: RunRecords;
	readonly series: readonly Series[];
	/** The series by the figure that they are part of. */
	readonly byFigure: ReadonlyMap<string, readonly Series[]>;
	readonly supplies: readonly Supply[];
	readonly deliveries: readonly (Delivery | BlockedDelivery)[];
	readonly effects: Effects;
	readonly care: CareProjection;
	readonly calibration: Calibration;
	/** The records that published headings may contain, with their cost in any base year. */
	readonly baseLines: readonly BaseLine[];
	readonly cells: ReadonlyMap<string, Cell>;
}

/** What a run is asked for: the council, its switched-on changes, and runs whose results may be reused. */
export interface RunRequest {
	readonly council: Council;
	readonly changes: readonly Change[];
	readonly terms: Terms;
	/** The run without changes; null when this is it. */
	readonly nothing: Run | null;
	readonly reuse: readonly Run[];
}

/** Computes the whole model for one list of changes; what did not change since an earlier run is not computed again. */
export function run(request: RunRequest): Run {
	const { council, nothing, reuse } = request;
	const changes = request.changes.filter((change) => change.on);
	const touches = touchesByRecord(changes);
	const settled = settledRecords(council, touches);
	const earlier = nothing === null ? reuse : [...reuse, nothing];
	const context = contextOf(
		council,
		request.terms,
		settled,
		earlier.map((other) => other.context)
	);
	const fills = fillsOf(council.packs);
	const knownCells = earlier.map((other) => other.cells);
	const helpServices = [
		...new Set(council.baseline.interventions.map(({ service }) => service))
	].sort();
	const cells = new Map<string, Cell>();
	const timed = (kind: TimedKind): readonly Timed<AnyRecord>[] =>
		refsOf(council, kind, touches).flatMap(([ref, source]) => {
			const own = touches.get(ref) ?? NO_TOUCHES;
			const cell = cellOf(
				{ kind, ref, source, fills: fills.get(ref), touches: own, context, helpServices },
				knownCells
			);
			cells.set(ref, cell);
			return isEverThere(cell.timed) ? [cell.timed] : [];
		});
	const records = {
		...settled,
		...Object.fromEntries(TIMED_KINDS.map((kind) => [kind, timed(kind)]))
	} as RunRecords;
	const supplies = suppliesOf(
		records,
		context,
		earlier.map((other) => other.supplies)
	);
	const delivered = supplies.flatMap((supply) => supply.deliveries);
	const effects = effectsOf(
		{ records, delivered },
		nothing === null
			? { records, delivered }
			: { records: nothing.records, delivered: nothing.deliveries },
		context
	);
	const calibration = calibrationOf(records, context);
	const care = projectCare(
		records,
		effects,
		calibration,
		context,
		earlier.map((other) => other.care)
	);
	const baseLines = baseLinesOf(council, context);
	const specs: readonly LineSpec[] = [
		...records.placementTypes.flatMap((type) =>
			placementLines(type, care, calibration.onPrices, context)
		),
		...records.interventions.flatMap((intervention) =>
			interventionLines(intervention, effects, context)
		),
		...planLines(effects, context),
		...headingSpecs(records, baseLines, context),
		...records.savingsTargets.flatMap((target) => savingLines(target, context)),
		...changes.flatMap((change) => changeLines(change, context))
	];
	const titleOf = partTitles({ records, changes });
	const series = [
		...[...cells.values()].flatMap((cell) => cell.series),
		...specs.map((spec) => evaluated(spec, context.years)),
		...deliveryMeasures(delivered, titleOf, context),
		...careMeasures(care, calibration, titleOf, context),
		...planMeasures(effects, context)
	];
	return {
		context,
		changes,
		records,
		series,
		byFigure: grouped(series),
		supplies,
		deliveries: delivered,
		effects,
		care,
		calibration,
		baseLines,
		cells
	};
}

function grouped(series: readonly Series[]): ReadonlyMap<string, readonly Series[]> {
	const groups = new Map<string, Series[]>();
	for (const one of series) {
		const group = groups.get(one.figure);
		if (group === undefined) groups.set(one.figure, [one]);
		else group.push(one);
	}
	return groups;
}

const NO_TOUCHES: readonly Touch[] = [];

function headingSpecs(
	records: RunRecords,
	lines: readonly BaseLine[],
	context: Context
): readonly LineSpec[] {
	return records.headings.flatMap((heading) => [
		...headingLines(heading, itemisedIn(heading, lines), context),
		...unknownScopeLines(heading, lines, context)
	]);
}
