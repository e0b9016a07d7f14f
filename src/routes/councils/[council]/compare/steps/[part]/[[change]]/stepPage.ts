import type { CellRow } from '$lib/components/table/cell';
import { en as text } from '$lib/messages/en';
import { explainStep, type BridgeStep, type Comparison, type Working } from '$lib/model';
import { sumOf } from '../../../../cells';
import { sumOfNames } from '../../../../working/steps';
import { KINDS, PARTS, stepCell, stepTitle, type Part } from '../../../bridgePage';

/** What an address asks for: one step of the bridge or, with null, all of them, and one part of it. */
export interface AskedStep {
	readonly comparison: Comparison;
	readonly step: BridgeStep | null;
	readonly part: Part;
}

/** The part that an address names; undefined where there is none of that name. */
export function partAskedFor(name: string): Part | undefined {
	return PARTS.find((part) => part === name);
}

/** The step that turns a change on or off; undefined where the bridge has none. */
export function stepAskedFor(
	{ bridge }: Comparison,
	change: string,
	turn: string | null
): BridgeStep | undefined {
	return bridge.find(
		(step) => step.change === change && (step.turn === 'off') === (turn === 'off')
	);
}

/** The first year in which there is something to work out; the first of all where there is none. */
export function firstYearOf({ comparison, step, part }: AskedStep): string {
	const { years } = comparison;
	const [first = ''] = years;
	return (
		years.find((year) => stepCell(comparison, step, part, year).value?.isZero() !== true) ?? first
	);
}

/** By year and over all: the part itself, below what it is the sum of. */
export function yearRows({ comparison, step, part }: AskedStep): readonly CellRow[] {
	const { years, bridge } = comparison;
	const row = (label: string, own: BridgeStep | null, ownPart: Part): CellRow => ({
		label,
		cells: [...years, null].map((year) => stepCell(comparison, own, ownPart, year))
	});
	const name = text.bridge.names[part];
	if (step === null)
		return [
			...bridge.map((own) => row(stepTitle(comparison, own), own, part)),
			{ ...row(text.bridge.total, null, part), kind: 'total' }
		];
	if (part !== 'net') return [row(name, step, part)];
	return [
		...KINDS.map((kind) => row(text.bridge.names[kind], step, kind)),
		{ ...row(name, step, part), kind: 'total' }
	];
}

/** How the part was worked out in a year: line by line, by kind of effect, or step by step. */
export function workingOf({ comparison, step, part }: AskedStep, y: number): Working {
	if (step !== null) return partWorking(step, part, y);
	const { bridge } = comparison;
	return sumWorking(
		text.bridge.total,
		bridge.map((own) => ({ ...partWorking(own, part, y), label: stepTitle(comparison, own) }))
	);
}

function partWorking(step: BridgeStep, part: Part, y: number): Working {
	if (part === 'net')
		return sumWorking(
			text.bridge.names.net,
			KINDS.map((kind) => ({ ...partWorking(step, kind, y), label: text.bridge.names[kind] }))
		);
	const working = explainStep(step, part, y);
	return working.parts.length === 0
		? working
		: { ...working, formula: sumOfNames(working.parts.map(({ label }) => label)) };
}

function sumWorking(label: string, parts: readonly Working[]): Working {
	return {
		label,
		unit: '£',
		value: sumOf(parts.map(({ value }) => value)),
		formula: sumOfNames(parts.map((part) => part.label)),
		parts
	};
}
