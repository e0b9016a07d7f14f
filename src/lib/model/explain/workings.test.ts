import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { councilFrom, scenarioIn } from '../../../../tests/support/council';
import { councilFiles } from '../../../../tests/support/generated';
import { FIGURES } from '../figures/figureList';
import { valueOf } from '../figures/figure';
import { inputOf } from './inputs';
import { project } from '../project';
import { parseFieldRef } from '../scenario/recordField';
import type { Working } from './working';

import { explained, halvedOfficers as plain } from '../../../../tests/support/explained';
vi.setConfig({ testTimeout: 60_000 });

/** Every step of a working, with the steps that lead to it. */
function* stepsOf(
	working: Working,
	above: readonly Working[] = []
): Generator<readonly [Working, readonly Working[]]> {
	yield [working, above];
	for (const part of working.parts) yield* stepsOf(part, [...above, working]);
}

/** Reads a formula in names by the values of its parts: + − × ÷, brackets, smallest and largest; null for prose. */
function worth(formula: string, parts: readonly Working[]): Decimal | null {
	const values = new Map(parts.map(({ label, value }) => [label, value]));
	const labels = [...values.keys()].sort((a, b) => b.length - a.length);
	let at = 0;
	const eat = (text: string): boolean => {
		if (!formula.startsWith(text, at)) return false;
		at += text.length;
		return true;
	};
	const atom = (): Decimal | null => {
		for (const [word, choose] of [
			['smallest of (', (own: Decimal[]) => Decimal.min(...own)],
			['largest of (', (own: Decimal[]) => Decimal.max(...own)]
		] as const)
			if (eat(word)) {
				const found: Decimal[] = [];
				do {
					const own = sum();
					if (own === null) return null;
					found.push(own);
				} while (eat('; '));
				return eat(')') ? choose(found) : null;
			}
		if (eat('(')) {
			const inside = sum();
			return eat(')') ? inside : null;
		}
		const label = labels.find((own) => eat(own));
		if (label !== undefined) return values.get(label) ?? null;
		const number = /^\d+/.exec(formula.slice(at))?.[0];
		if (number === undefined) return null;
		at += number.length;
		return new Decimal(number);
	};
	const chain = (
		next: () => Decimal | null,
		signs: Readonly<Record<string, (a: Decimal, b: Decimal) => Decimal>>
	): Decimal | null => {
		let total = next();
		for (;;) {
			const sign = Object.keys(signs).find((own) => eat(own));
			if (sign === undefined || total === null) return total;
			const other = next();
			total = other === null ? null : (signs[sign]?.(total, other) ?? null);
		}
	};
	const term = (): Decimal | null =>
		chain(atom, {
			' × ': (a, b) => a.times(b),
			' ÷ ': (a, b) => (a.isZero() && b.isZero() ? a : a.div(b))
		});
	const sum = (): Decimal | null =>
		chain(term, { ' + ': (a, b) => a.plus(b), ' − ': (a, b) => a.minus(b) });
	const total = sum();
	return at === formula.length ? total : null;
}

/** Where the formula of a step can be read, what it gives against what the step says. */
function mismatches(working: Working): {
	readonly read: number;
	readonly wrong: readonly string[];
} {
	let read = 0;
	const wrong: string[] = [];
	for (const [step] of stepsOf(working)) {
		const names = step.parts.map(({ label }) => label);
		if (step.formula === undefined || step.value === null || new Set(names).size < names.length)
			continue;
		const due = worth(step.formula, step.parts);
		if (due === null) continue;
		read += 1;
		// Lines are rounded to the penny; measures are shown to nine decimals of a float.
		const slack = step.note === 'Rounded once to the penny' || step.unit === '£' ? 0.00501 : 1e-6;
		const scale = Math.max(1, step.value.abs().toNumber() * 1e-12);
		if (
			due
				.minus(step.value)
				.abs()
				.gt(slack * scale)
		)
			wrong.push(
				`${step.label} = ${step.formula}: ${due.toFixed(9)}, not ${step.value.toFixed(9)}`
			);
	}
	return { read, wrong };
}

test('the parts of every step give the value that the step shows', () => {
	let read = 0;
	for (const id of plain.figures.keys())
		for (const y of [0, 2]) {
			const found = mismatches(explained(plain, id, y));
			expect(found.wrong, id).toEqual([]);
			read += found.read;
		}
	expect(read).toBeGreaterThan(200);
});

test('so they do in any council, in cash and in real terms', () => {
	let read = 0;
	fc.assert(
		fc.property(
			councilFiles(),
			fc.constantFrom('cash' as const, 'real' as const),
			(file, terms) => {
				const council = councilFrom(file);
				const projection = project(council, scenarioIn(council, 'plan'), { terms });
				for (const id of Object.keys(FIGURES)) {
					const working = explained(projection, id);
					const own = projection.figures.get(id);
					expect(working.value).toEqual(own === undefined ? null : valueOf(own, 0));
					const found = mismatches(working);
					expect(found.wrong, id).toEqual([]);
					read += found.read;
				}
			}
		),
		{ numRuns: 40, endOnFailure: true }
	);
	expect(read).toBeGreaterThan(1000);
});

/** What a working may end in besides an input or a figure: counts, amounts of a balance, blanks and remarks. */
function isEnd(step: Working): boolean {
	const { ref, figure, note, waitsFor, unit, label, formula } = step;
	if ([ref, figure, note, waitsFor].some((own) => own !== undefined)) return true;
	return (
		['children', 'months', 'buildings'].includes(unit) ||
		label.endsWith(': nothing') ||
		formula === 'nothing falls in this year'
	);
}

const ITEMISED = ['Itemised lines in the base year', 'Cost in the base year'];

test('every working ends in inputs, in other figures, or in what is counted', () => {
	fc.assert(
		fc.property(councilFiles(), (file) => {
			const council = councilFrom(file);
			const projection = project(council, scenarioIn(council, 'plan'));
			for (const id of Object.keys(FIGURES))
				for (const [step, above] of stepsOf(explained(projection, id))) {
					const path = [id, ...above.map(({ label }) => label), step.label].join(' > ');
					// What a heading itemises is listed by record, and may be nothing.
					const isItemised = [step, above.at(-1)].some((own) =>
						ITEMISED.includes(own?.label ?? '')
					);
					if (step.parts.length === 0 && above.length > 0 && !isItemised)
						expect(isEnd(step), path).toBe(true);
					if (step.figure !== undefined)
						expect(projection.figures.has(step.figure), `${path}: ${step.figure}`).toBe(true);
					const isField = step.ref !== undefined && parseFieldRef(step.ref) !== null;
					if (isField) expect(inputOf(projection, step.ref ?? ''), path).not.toBeNull();
				}
		}),
		{ numRuns: 40, endOnFailure: true }
	);
});
