import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { project, simulate, type CouncilFile } from '$lib/model';
import { withInput } from '$lib/model/solving/inputRange';
import { councilFrom, scenarioIn } from '../support/council';
import { councilFiles } from '../support/generated';

// Dozens of whole councils take seconds, and a busy machine several times that.
vi.setConfig({ testTimeout: 60_000 });

const TOLERANCE = 1e-9;
// An amount on the very half of a penny goes up or down by the order in which floats are added: a line or two of a figure.
const PENNIES = 0.021;
// A penny of the modelled cost may be what turns the factor that calibrates it, which is rounded, to its next step.
const FACTOR_STEP = 1.000001e-6;

/** A file in which one numeric field of a few has a range about its value. */
function ranged(file: CouncilFile, one: number, of: number): CouncilFile {
	let count = 0;
	const range = (value: unknown) => {
		const number = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : 0;
		if (number === 0) return null;
		count += 1;
		return count % of === one % of
			? { low: (number * 0.9).toFixed(6), high: (number * 1.2).toFixed(6) }
			: null;
	};
	const rangesOf = (record: object): Record<string, object> =>
		Object.fromEntries(
			Object.entries(record).flatMap(([field, value]: [string, unknown]) => {
				const inner = typeof value === 'object' && value !== null && !Array.isArray(value);
				const paths: (readonly [string, unknown])[] = inner
					? Object.entries(value).map(([key, own]) => [`${field}.${key}`, own] as const)
					: [[field, value]];
				return paths.flatMap(([path, own]) => {
					const found = range(own);
					return found === null ? [] : [[path, found] as const];
				});
			})
		);
	return {
		...file,
		baseline: Object.fromEntries(
			Object.entries(file.baseline).map(([kind, records]) => [
				kind,
				kind === 'careWindows'
					? records
					: (records ?? []).map((record) => ({ ...record, evidence: rangesOf(record) }))
			])
		) as unknown as CouncilFile['baseline']
	};
}

/** What the second draw says that the engine does not project from the drawn values; `isBlind` passes over what the draw does not know. */
function strangers(file: CouncilFile, seed: number, isBlind: boolean) {
	const council = councilFrom(file);
	const scenario = scenarioIn(council, 'plan');
	const result = simulate({ council, scenario, draws: 2, seed });
	let place = { council, scenario };
	for (const [ref, draws] of result.inputDraws)
		place = withInput(place, ref, new Decimal(draws[1] ?? NaN));
	const { figures } = project(place.council, place.scenario);
	const exactly = (id: string, y: number): number => {
		const figure = figures.get(id);
		return (figure?.values[y] ?? NaN) / (figure?.unit === '£' ? 100 : 1);
	};
	const factor = exactly('care.calibration', 0);
	const turned = Math.abs((result.figureDraws.get('care.calibration')?.[0]?.[1] ?? NaN) - factor);
	const isTurned = turned > TOLERANCE * factor && turned <= FACTOR_STEP;
	const found = [...result.figureDraws].flatMap(([id, byYear]) =>
		byYear.flatMap((draws, y) => {
			const own = draws[1] ?? NaN;
			const exact = exactly(id, y);
			const isPounds = figures.get(id)?.unit === '£';
			// What a step of the factor makes of the figure, or of the placements that are a part of it.
			const scaled = Math.max(Math.abs(exact), isPounds ? exactly('cost.placements', y) || 0 : 0);
			const byStep = !isTurned
				? 0
				: id === 'care.calibration'
					? turned
					: (turned / factor) * scaled;
			const isSame = Number.isNaN(own)
				? isBlind || Number.isNaN(exact)
				: Math.abs(own - exact) <=
					byStep + Math.max(isPounds ? PENNIES : TOLERANCE, TOLERANCE * Math.abs(exact));
			return isSame ? [] : [`${id} in year ${y}: ${own}, not ${exact}`];
		})
	);
	return { found, drawn: result.inputDraws.size };
}

test.each([
	['every draw of a council without blanks comes to what the engine projects from its values', 0],
	['a draw of a council with blanks never says another number than the engine does', 3]
])('%s', (_, percent) => {
	let drawn = 0;
	fc.assert(
		fc.property(
			councilFiles({ percent }),
			fc.nat(99),
			fc.integer({ min: 2, max: 9 }),
			(file, one, of) => {
				const { found, drawn: own } = strangers(ranged(file, one, of), one, percent > 0);
				drawn += own;
				expect(found).toEqual([]);
			}
		),
		{ numRuns: 30, endOnFailure: true }
	);
	expect(drawn).toBeGreaterThan(200);
});
