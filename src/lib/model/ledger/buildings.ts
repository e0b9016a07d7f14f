import { yearLabel, type YearStart } from '../calendar/calendar';
import type { Formula } from '../formula/expression';
import type { Term } from '../formula/term';
import { floatOf, type Value } from '../formula/value';
import { PREMISES, type Building } from '../records/building';
import {
	backlog,
	clawback,
	dilapidations,
	holdingCost,
	moves,
	receipt,
	runningCost
} from './buildingFormulas';
import { pricedTerm, type Context } from './context';
import {
	anyContent,
	heldIn,
	only,
	over,
	type Held,
	type LineSpec,
	type Removal,
	type Timed
} from './line';

/** The lines of a building: running cost, what closing it costs once, and its capital, which is kept apart. */
export function buildingLines(timed: Timed<Building>, context: Context): readonly LineSpec[] {
	const record = anyContent(timed);
	const line = (
		name: string,
		title: string,
		figure: string,
		terms: LineSpec['terms']
	): LineSpec => ({
		id: `${timed.ref}/${name}`,
		title: `${title}: ${record.title}`,
		figure,
		part: figure === 'cost.oneOff' ? 'closures' : record.id,
		heading: figure === 'cost.buildings' ? record.heading : null,
		terms
	});
	const lines = [
		line('running', 'Running cost', 'cost.buildings', (y) =>
			heldIn(timed, y).map((held) => runningTerm(timed.ref, held, context, context.first + y))
		),
		...backlogLines(timed, context, record)
	];
	const { removals } = timed;
	if (removals.length === 0) return lines;
	// A building that opens again before its disposal is not disposed of.
	const disposals = removals
		.map((removal) => ({ ...removal, month: disposal(removal) }))
		.filter(({ month, until }) => until === null || month < until);
	const disposalLine = (
		name: 'receipt' | 'clawback',
		title: string,
		figure: string,
		own: Formula
	) =>
		removals.every(({ content }) => content[name] === undefined)
			? []
			: [line(name, title, figure, once(own, name, disposals))];
	return [
		...lines,
		line('holding', 'Empty building', 'cost.buildings', (y) =>
			removals.flatMap((removal) => holdingTerms(timed.ref, removal, context, y))
		),
		line(
			'dilapidations',
			'Dilapidations',
			'cost.oneOff',
			once(dilapidations, 'dilapidations', removals)
		),
		line('moves', 'Moves', 'cost.oneOff', once(moves, 'moveCost', removals)),
		...disposalLine('receipt', 'Receipt', 'capital.receipts', receipt),
		...disposalLine('clawback', 'Clawback', 'capital.spend', clawback)
	];

	function once(
		formula: Formula,
		field: 'dilapidations' | 'moveCost' | 'receipt' | 'clawback',
		when: readonly Removal<Building>[]
	) {
		return (y: number): readonly Term[] =>
			when
				.filter(
					({ month, content }) => Math.floor(month / 12) === y && content[field] !== undefined
				)
				.map(({ month, content, change }) =>
					pricedTerm(context, context.first + y, content, {
						formula,
						record: timed.ref,
						changes: [change],
						weights: only(month),
						values: { [field]: content[field] ?? null }
					})
				);
	}
}

/** What a building costs in one financial year before any change, for a published base year. */
export function baseBuildingTerms(
	ref: string,
	record: Building,
	context: Context,
	year: YearStart
): readonly Term[] {
	return [runningTerm(ref, { content: record, months: 12, changes: [] }, context, year)];
}

function disposal(removal: Removal<Building>): number {
	return removal.month + floatOf(removal.content.receiptMonths ?? 0);
}

function runningTerm(ref: string, held: Held<Building>, context: Context, year: YearStart): Term {
	const { content } = held;
	const values: Record<string, Value> = { income: content.income, months: held.months };
	for (const name of PREMISES) values[name] = content[name];
	return pricedTerm(context, year, content, {
		formula: runningCost,
		record: ref,
		changes: held.changes,
		weights: held.weights,
		values
	});
}

function holdingTerms(
	ref: string,
	removal: Removal<Building>,
	context: Context,
	y: number
): readonly Term[] {
	const { content, month, until } = removal;
	const voidMonths = content.voidMonths;
	// An unknown void blocks only the years that it could reach.
	const last = Math.min(
		until ?? Infinity,
		voidMonths === null ? Infinity : month + floatOf(voidMonths)
	);
	const months = Math.min(last, 12 * y + 12) - Math.max(month, 12 * y);
	if (months <= 0) return [];
	return [
		pricedTerm(context, context.first + y, content, {
			formula: holdingCost,
			record: ref,
			changes: [removal.change],
			weights: over(month, last, 12 * context.years),
			values: { holdingCost: content.holdingCost, months: voidMonths === null ? null : months },
			elsewhere: { months: `${ref}.voidMonths` }
		})
	];
}

function backlogLines(
	timed: Timed<Building>,
	context: Context,
	record: Building
): readonly LineSpec[] {
	const isDue = ({ content }: (typeof timed.versions)[number]): boolean =>
		content?.backlog !== undefined && content.backlogDue !== undefined;
	if (!timed.versions.some(isDue)) return [];
	return [
		{
			id: `${timed.ref}/backlog`,
			title: `Backlog maintenance: ${record.title}`,
			figure: 'capital.spend',
			part: record.id,
			heading: null,
			terms: (y) => {
				// Works are due on a building that is open when their year begins.
				const open = timed.versions.findLast(
					({ content, weights }) => content !== null && (weights[12 * y] ?? 0) > 0
				);
				const { content, changes } = open ?? { content: null, changes: [] };
				return content?.backlog !== undefined && content.backlogDue === yearLabel(context.first + y)
					? [
							pricedTerm(context, context.first + y, content, {
								formula: backlog,
								record: timed.ref,
								changes,
								values: { backlog: content.backlog }
							})
						]
					: [];
			}
		}
	];
}
