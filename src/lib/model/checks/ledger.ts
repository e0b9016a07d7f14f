import { yearLabel, yearOfMonth } from '../calendar/calendar';
import { theYear, worded } from '../calendar/words';
import { splitFigureId, type Figure } from '../figures/figure';
import { FIGURES } from '../figures/figureList';
import { isKnown, floatOf } from '../formula/value';
import { anyContent } from '../ledger/line';
import { amountIn } from '../ledger/funding';
import { differenceOf } from '../ledger/series';
import { poundsOf } from '../money/money';
import { getField, parseFieldRef } from '../scenario/recordField';
import { LEGAL_MOVES } from '../records/savingsTarget';
import type { Checked, CheckRule } from './check';
import { grouped } from './numbers';
import type { Decimal } from 'decimal.js';

// Weights of versions are floats that add up to 1.
const WEIGHT_TOLERANCE = 1e-9;

const pounds = (pence: number): string =>
	Number.isNaN(pence) ? 'blocked' : `£${grouped(poundsOf(pence), 2)}`;

/** Checks on money: that parts add up, headings hold their lines, and nothing comes of an empty scenario. */
export const ledgerChecks: readonly CheckRule[] = [
	{
		id: 'totals.add',
		holds: 'Lines add up to figures, and figures to totals, to the penny',
		find: ({ run, figures }) => {
			const parts = new Map<string, Figure[]>();
			for (const figure of figures.values()) {
				const { figure: whole, part } = splitFigureId(figure.id);
				if (part !== null && FIGURES[whole]?.unit === '£')
					parts.set(whole, [...(parts.get(whole) ?? []), figure]);
			}
			return [...parts].flatMap(([id, own]) => {
				const { label = id, of, againstNothing } = FIGURES[id] ?? {};
				const whole = figures.get(id)?.values ?? new Float64Array();
				const addends = againstNothing === true ? [] : (of ?? []);
				return [...whole].flatMap((value, y) => {
					const sums = [own.reduce((sum, { values }) => sum + (values[y] ?? 0), 0)];
					if (addends.length > 0)
						sums.push(
							addends.reduce(
								(sum, [figure, sign]) => sum + sign * (figures.get(figure)?.values[y] ?? 0),
								0
							)
						);
					// Whole pence: every order of adding gives the same sum. A blocked part blocks the whole.
					return sums
						.filter((sum) => sum !== value && !(Number.isNaN(sum) && Number.isNaN(value)))
						.map(
							(sum) =>
								worded`${label} in ${theYear(yearLabel(run.context.first + y))} is ${pounds(value)} but its parts add up to ${pounds(sum)}`
						);
				});
			});
		}
	},
	{
		id: 'empty.nothing',
		holds: 'A scenario without changes differs from "If we change nothing" by exactly £0.00',
		find: ({ run, nothing }) => {
			if (run.changes.length > 0 || run === nothing) return [];
			const there = new Map(nothing.series.map((series) => [series.id, series]));
			return run.series
				.filter((series) =>
					series.values.some((_, y) => differenceOf(there.get(series.id), series, y).value !== 0)
				)
				.map((series) => `${series.title} differs although nothing was changed`);
		}
	},
	{
		id: 'headings.remainder',
		holds: 'No published heading is smaller than the lines that it contains',
		find: ({ nothing }) =>
			nothing.records.headings.flatMap((heading) => {
				const line = nothing.series.find(({ id }) => id === `headings/${heading.id}/remainder`);
				const [term] = line?.terms?.(0) ?? [];
				const [published, itemised] = [
					term?.values['published'] ?? null,
					term?.values['itemised'] ?? null
				];
				return isKnown(published) && isKnown(itemised) && floatOf(itemised) > floatOf(published)
					? [
							worded`${heading.title}: its lines cost £${grouped(itemised, 2)} in ${theYear(heading.baseYear)}, more than the £${grouped(published, 2)} published; something is counted twice`
						]
					: [];
			})
	},
	{
		id: 'published.sums',
		holds: 'Published totals agree with the lines that they are stated to sum',
		find: ({ nothing, council }) =>
			nothing.records.headings.flatMap((heading) => {
				if (heading.statedSumOf === undefined) return [];
				const stated = heading.basis === 'budget' ? heading.budget : heading.outturn;
				const parts = heading.statedSumOf.map((text) => fieldOf(council, text));
				if (stated === null || parts.some((part) => part === null)) return [];
				const sum = parts.reduce(
					(total: Decimal, part) => (part === null ? total : total.plus(part)),
					stated.minus(stated)
				);
				return sum.eq(stated)
					? []
					: [
							`${heading.title}: the lines add up to ${grouped(sum)}, the document says ${grouped(stated)}; the difference is ${grouped(sum.minus(stated).abs())}`
						];
			})
	},
	{
		id: 'scope.known',
		holds: 'It is known of every line whether a published heading contains it',
		find: ({ run }) => [
			...(run.byFigure.get('cost.unknownScope') ?? []).map((series) => {
				const width = series.values[0] ?? NaN;
				const range = Number.isNaN(width)
					? 'by an amount that waits for blank inputs'
					: `that reaches ${pounds(width)} lower in the first year`;
				return `${series.title}; until this is known, totals are a range ${range}`;
			}),
			...run.records.headings
				.filter(
					({ scope, use }) => scope === 'unknown' && (use === 'remainder' || use === 'income')
				)
				.map(({ title }) => `${title}: it is not known whether this heading belongs to the totals`)
		]
	},
	{
		id: 'funding.cliffs',
		holds: 'No funding ends within the period',
		find: ({ run }) =>
			run.records.fundingStreams.flatMap((timed) => {
				const { first, years } = run.context;
				let before = timed.base === null ? 0 : 1;
				for (let month = 0; month < 12 * years; month++) {
					const year = first + yearOfMonth(month);
					let paying = 0;
					for (const { content, weights } of timed.versions)
						if (content !== null && amountIn(content, year) !== null) paying += weights[month] ?? 0;
					if (paying < before - WEIGHT_TOLERANCE)
						return [
							worded`${anyContent(timed).title} ends in ${theYear(yearLabel(year))}: a funding cliff`
						];
					before = paying;
				}
				return [];
			})
	},
	{
		id: 'savings.history',
		holds: 'Every saving moved legally from one state to the next',
		find: ({ run }) =>
			run.records.savingsTargets.flatMap((target) =>
				target.versions.slice(1).flatMap((version, i) => {
					const before = target.versions[i];
					if (before === undefined) return [];
					const legal = LEGAL_MOVES[before.status].includes(version.status);
					const late = version.date < before.date;
					return [
						...(legal
							? []
							: [
									`${target.title}: a saving that is ${before.status} cannot become ${version.status}`
								]),
						...(late
							? [`${target.title}: version ${version.id} is dated before the one it follows`]
							: [])
					];
				})
			)
	}
];

function fieldOf(council: Checked['council'], text: string): Decimal | null {
	const ref = parseFieldRef(text);
	if (ref === null) return null;
	const [kind, id] = ref.ref.split('/') as [keyof typeof council.baseline, string];
	const record = council.baseline[kind].find((candidate) => candidate.id === id);
	const value = record === undefined ? null : getField(record, ref.field);
	return (value ?? null) as Decimal | null;
}
