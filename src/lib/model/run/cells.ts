import type { Context } from '../ledger/context';
import { buildingLines } from '../ledger/buildings';
import { contractLines } from '../ledger/contracts';
import { isEverThere, type LineSpec, type Timed } from '../ledger/line';
import { fundingLines } from '../ledger/funding';
import { evaluated, type Series } from '../ledger/series';
import { postLines, serviceTimeTerms } from '../ledger/staffing';
import { openMeasure, postMeasures } from '../figures/measures';
import type { AnyRecord, RecordOf, TimedKind } from '../records/kinds';
import type { PackValue } from '../scenario/pack';
import { timedRecord } from '../scenario/resolve';
import type { Touch } from '../scenario/versions';

/** What one record gave, kept so that a later run reuses it while what it depends on is the same. */
export interface Cell {
	readonly source: AnyRecord | null;
	readonly fills: readonly PackValue[] | undefined;
	readonly touches: readonly Touch[];
	readonly context: Context;
	readonly helpServices: string;
	readonly timed: Timed<AnyRecord>;
	readonly series: readonly Series[];
}

/** What a cell is made from. */
export interface CellRequest {
	readonly kind: TimedKind;
	readonly ref: string;
	/** The record of the baseline; null where a change adds it. */
	readonly source: AnyRecord | null;
	readonly fills: readonly PackValue[] | undefined;
	readonly touches: readonly Touch[];
	readonly context: Context;
	/** Services that an intervention uses, in order. */
	readonly helpServices: readonly string[];
}

/** The cell of a record: an earlier one where all that it depends on is the very same. */
export function cellOf(request: CellRequest, known: readonly ReadonlyMap<string, Cell>[]): Cell {
	const { kind, ref, source, fills, touches, context, helpServices } = request;
	const services = helpServices.join(' ');
	for (const cells of known) {
		const cell = cells.get(ref);
		if (
			cell?.source === source &&
			cell.fills === fills &&
			cell.context === context &&
			cell.helpServices === services &&
			cell.touches.length === touches.length &&
			cell.touches.every((touch, i) => touch.change === touches[i]?.change)
		)
			return cell;
	}
	const timed = timedRecord(ref, source, fills, touches, context.first, context.years);
	const isThere = isEverThere(timed);
	const specs = isThere ? recordLines(kind, timed, context, helpServices) : [];
	return {
		source,
		fills,
		touches,
		context,
		helpServices: services,
		timed,
		series: [
			...specs.map((spec) => evaluated(spec, context.years)),
			...(isThere ? recordMeasures(kind, timed, context) : [])
		]
	};
}

/** What a record counts beside what it costs. */
function recordMeasures(
	kind: TimedKind,
	timed: Timed<AnyRecord>,
	context: Context
): readonly Series[] {
	if (kind === 'posts') return postMeasures(timed as Timed<RecordOf<'posts'>>, context);
	if (kind === 'buildings') return [openMeasure(timed as Timed<RecordOf<'buildings'>>, context)];
	return [];
}

/** The lines that a record gives by itself; placements, headings and interventions need more than themselves. */
function recordLines(
	kind: TimedKind,
	timed: Timed<AnyRecord>,
	context: Context,
	helpServices: readonly string[]
): readonly LineSpec[] {
	switch (kind) {
		case 'posts': {
			const posts = timed as Timed<RecordOf<'posts'>>;
			return [...postLines(posts, context), ...helpLines(posts, context, helpServices)];
		}
		case 'buildings':
			return buildingLines(timed as Timed<RecordOf<'buildings'>>, context);
		case 'contracts': {
			const contract = timed as Timed<RecordOf<'contracts'>>;
			const lines = contractLines(contract, context);
			const { service } = contract.base ??
				contract.versions.find((v) => v.content !== null)?.content ?? { service: null };
			if (service === null || !helpServices.includes(service)) return lines;
			return [
				...lines,
				...lines
					.filter((line) => line.figure === 'cost.contracts')
					.map((line) => ({
						...line,
						id: `${line.id}/help`,
						figure: 'cost.earlyHelp',
						part: service,
						heading: null
					}))
			];
		}
		case 'fundingStreams':
			return fundingLines(timed as Timed<RecordOf<'fundingStreams'>>, context);
		default:
			return [];
	}
}

/** What early help costs in posts: the time that goes to a service which an intervention uses. Beside the totals. */
function helpLines(
	posts: Timed<RecordOf<'posts'>>,
	context: Context,
	helpServices: readonly string[]
): readonly LineSpec[] {
	return helpServices
		.filter((service) =>
			posts.versions.some(({ content }) => content?.activities[service] !== undefined)
		)
		.map((service) => ({
			id: `${posts.ref}/help/${service}`,
			title: `Time on early help: ${posts.ref}`,
			figure: 'cost.earlyHelp',
			part: service,
			heading: null,
			terms: (y) => serviceTimeTerms(posts, service, context, y)
		}));
}
