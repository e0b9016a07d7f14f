import type { Decimal } from 'decimal.js';
import type { Effect } from '$lib/charts/bridge';
import type { StepRef } from '$lib/components/page/figureLinks';
import type { CellRow, StepCell } from '$lib/components/table/cell';
import { houseOf } from '$lib/format';
import { en as text } from '$lib/messages/en';
import type { BridgeStep, Comparison } from '$lib/model';
import { sumOf, valueIn } from '../cells';

/** The kinds of effect that a step's net effect is the sum of. */
export const KINDS = ['cashable', 'avoidance', 'oneOff'] as const;
/** Everything that a step is told in; capital stands by itself. */
export const PARTS: readonly Part[] = [...KINDS, 'net', 'capital'];

/** One part of a step. */
export type Part = StepRef['part'];

/** How the changes lead from one scenario to the other: a row a change, cashable, avoidance, one-off and capital apart. */
export interface BridgeView {
	readonly scenario: string;
	readonly title: string;
	/** The kinds of effect, which are the first columns. */
	readonly kinds: readonly (typeof KINDS)[number][];
	/** The columns: the kinds of effect, the net effect and capital. */
	readonly parts: readonly Part[];
	readonly rows: readonly CellRow[];
	/** The bars: one for each kind of effect of each change that has one. */
	readonly effects: readonly Effect[];
	readonly steps: readonly { readonly title: string; readonly effect: Decimal | null }[];
}

/** The bridge between two scenarios in one year, or over all. */
export function bridgeView(comparison: Comparison, year: string | null): BridgeView {
	const { a, b, years, bridge } = comparison;
	const valueOf = (step: BridgeStep, part: Part) => valueIn(step[part], years, year);
	const rows: readonly CellRow[] = bridge.map((step) => ({
		label: stepTitle(comparison, step),
		change: { scenario: (step.turn === 'on' ? b : a).scenario.id, id: step.change },
		cells: PARTS.map((part) => stepCell(comparison, step, part, year))
	}));
	const total: CellRow = {
		label: text.bridge.total,
		kind: 'total',
		cells: PARTS.map((part) => stepCell(comparison, null, part, year))
	};
	return {
		scenario: b.scenario.id,
		title: b.scenario.title,
		kinds: KINDS,
		parts: PARTS,
		rows: bridge.length === 0 ? [] : [...rows, total],
		effects: bridge.flatMap((step) =>
			KINDS.flatMap((part) => {
				const effect = valueOf(step, part);
				return effect?.isZero() === true
					? []
					: [{ label: `${stepTitle(comparison, step)}: ${text.bridge.parts[part]}`, effect }];
			})
		),
		steps: bridge.map((step) => ({ title: step.title, effect: valueOf(step, 'net') }))
	};
}

/** A part of a step in one year, or over all; of all steps together where none is given. */
export function stepCell(
	{ a, b, bridge, years }: Comparison,
	step: BridgeStep | null,
	part: Part,
	year: string | null
): StepCell {
	const steps = step === null ? bridge : [step];
	return {
		part,
		step: step === null ? null : { change: step.change, turn: step.turn },
		scenario: b.scenario.id,
		against: a.scenario.id,
		year,
		unit: '£',
		value: sumOf(steps.map((own) => valueIn(own[part], years, year)))
	};
}

/** The title of the change that a step turns on, or of the one that it leaves out. */
export function stepTitle(comparison: Sides, step: BridgeStep): string {
	const name = changeName(comparison, step);
	return step.turn === 'on' ? name : text.bridge.without(name);
}

/** What a step's change is called; with its scenario where the other has one of that name which says something else. */
function changeName({ a, b, bridge }: Sides, { title, turn }: BridgeStep): string {
	const hasTwin = bridge.some((other) => other.turn !== turn && other.title === title);
	return hasTwin ? text.bridge.asIn(title, (turn === 'on' ? b : a).scenario.title) : title;
}

type Sides = Pick<Comparison, 'a' | 'b' | 'bridge'>;

/** The steps between two scenarios as rows of text, every year in full. */
export function bridgeCsvRows(comparison: Comparison): readonly (readonly string[])[] {
	const { a, b, years, bridge } = comparison;
	const house = houseOf(a.council.council);
	return bridge.flatMap((step) =>
		([...KINDS, 'capital'] as const).flatMap((part) =>
			years.map((year, y) => [
				`bridge.${part}`,
				`${stepTitle(comparison, step)}: ${text.bridge.parts[part]}`,
				`${b.scenario.title} / ${a.scenario.title}`,
				house.year(year),
				'£',
				step[part][y]?.toFixed() ?? text.blocked
			])
		)
	);
}
