import type { Decimal } from 'decimal.js';
import type { Cell } from '$lib/components/table/cell';
import type { Effect } from '$lib/charts/bridge';
import { en as text } from '$lib/messages/en';
import { splitFigureId, type BridgeStep, type Comparison } from '$lib/model';
import { sumOf, valueIn } from '../cells';

const KINDS = ['cashable', 'avoidance', 'oneOff'] as const;
type Part = (typeof KINDS)[number] | 'net' | 'capital';

/** The figure whose difference between the two scenarios each part of a step belongs to. */
const FIGURE_OF: Readonly<Record<Part, string>> = {
	cashable: 'net.total',
	avoidance: 'cost.placements',
	oneOff: 'cost.oneOff',
	net: 'net.total',
	capital: 'capital.spend'
};

interface BridgeRow {
	readonly label: string;
	/** The change, and the scenario that has it; null in the row of totals. */
	readonly change: { readonly scenario: string; readonly id: string } | null;
	readonly cells: readonly Cell[];
}

/** How the changes lead from one scenario to the other: a row a change, cashable, avoidance, one-off and capital apart. */
export interface BridgeView {
	readonly scenario: string;
	readonly title: string;
	/** The kinds of effect in the order of the columns; the net effect and capital follow them. */
	readonly kinds: readonly string[];
	readonly rows: readonly BridgeRow[];
	/** The bars: one for each kind of effect of each change that has one. */
	readonly effects: readonly Effect[];
	readonly steps: readonly { readonly title: string; readonly effect: Decimal | null }[];
}

/** The bridge between two scenarios in one year, or over all. */
export function bridgeView(comparison: Comparison, year: string | null): BridgeView {
	const { a, b, years, bridge } = comparison;
	const cell = (part: Part, value: Decimal | null): Cell => ({
		figure: FIGURE_OF[part],
		scenario: b.scenario.id,
		against: a.scenario.id,
		year,
		unit: '£',
		value
	});
	const valueOf = (step: BridgeStep, part: Part) => valueIn(step[part], years, year);
	const parts: readonly Part[] = [...KINDS, 'net', 'capital'];
	const rows = bridge.map((step) => ({
		label: titleOf(step),
		change: { scenario: (step.turn === 'on' ? b : a).scenario.id, id: step.change },
		cells: parts.map((part) => cell(part, valueOf(step, part)))
	}));
	const totals = parts.map((part) => cell(part, sumOf(bridge.map((step) => valueOf(step, part)))));
	return {
		scenario: b.scenario.id,
		title: b.scenario.title,
		kinds: KINDS,
		rows:
			bridge.length === 0
				? []
				: [...rows, { label: text.bridge.total, change: null, cells: totals }],
		effects: bridge.flatMap((step) =>
			KINDS.flatMap((part) => {
				const effect = valueOf(step, part);
				return effect?.isZero() === true
					? []
					: [{ label: `${titleOf(step)}: ${text.bridge.parts[part]}`, effect }];
			})
		),
		steps: bridge.map((step) => ({ title: step.title, effect: valueOf(step, 'net') }))
	};
}

function titleOf({ title, turn }: BridgeStep): string {
	return turn === 'on' ? title : text.bridge.without(title);
}

/** The steps between two scenarios as rows of text, every year in full. */
export function bridgeCsvRows({ a, b, years, bridge }: Comparison): readonly (readonly string[])[] {
	return bridge.flatMap((step) =>
		([...KINDS, 'capital'] as const).flatMap((part) =>
			years.map((year, y) => [
				splitFigureId(FIGURE_OF[part]).figure,
				`${titleOf(step)}: ${text.bridge.parts[part]}`,
				`${b.scenario.title} / ${a.scenario.title}`,
				year,
				'£',
				step[part][y]?.toFixed() ?? text.blocked
			])
		)
	);
}
