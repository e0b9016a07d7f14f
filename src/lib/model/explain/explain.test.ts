import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { change, councilFrom, projected, scenarioIn, set } from '../../../../tests/support/council';
import { councilFiles } from '../../../../tests/support/generated';
import {
	allInPost,
	bought,
	building,
	contract,
	entries,
	exits,
	gradePost,
	heading,
	mixed,
	service,
	shareOf,
	stock
} from '../../../../tests/support/records';
import { explainFigure } from './explain';
import { FIGURES } from '../figures/figureList';
import { valueOf } from '../figures/figures';
import { inputOf } from './inputs';
import { project, type Projection } from '../project';
import { parseFieldRef } from '../scenario/recordField';
import type { Working } from './working';

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

const EVERYTHING = {
	posts: [
		gradePost({
			niRule: 'ni',
			index: 'prices',
			heads: '3',
			fte: '2.5',
			allowances: '0.1',
			pensionRate: '0.2',
			levyRate: '0.005',
			vacancy: '0.1'
		}),
		allInPost({ activities: { support: '1' }, caseload: '10', absence: '0.2' })
	],
	buildings: [building({ rates: '500', income: '100' })],
	contracts: [
		contract({
			payment: 'volume',
			volume: '20',
			unitPrice: '12.5',
			minVolume: '30',
			clientSideCost: '7'
		})
	],
	services: [service()],
	headings: [heading()],
	placementTypes: [mixed(), bought()],
	careFlows: [
		stock('30'),
		shareOf('1-4', 'foster', '0.75'),
		shareOf('16-17', 'residential', '0.25'),
		entries('1-4', 'foster', '12'),
		exits('1-4', 'foster', '0.001')
	]
};

const plain = projected({
	baseline: EVERYTHING,
	plan: [
		change({ title: 'Fewer officers', rampMonths: 12, edits: [set('posts/officer', 'fte', '0.5')] })
	]
});

function explained(projection: Projection, id: string, y = 0): Working {
	const working = explainFigure(projection, id, y);
	if (working === null) throw new Error(`${id} has no working`);
	return working;
}

describe('the working of a figure', () => {
	test('names the formula of a grade down to its inputs', () => {
		const working = explained(plain, 'cost.staffing/team', 1);
		const [workers] = working.parts;
		expect(workers?.label).toBe('Family workers');
		expect(workers?.formula).toBe('Heads × Cost of one person × (1 − Vacancy) × Months ÷ 12');
		const person = workers?.parts.find(({ label }) => label === 'Cost of one person');
		expect(person?.formula).toBe(
			'Pay of one person + Employer National Insurance + Employer pension + Apprenticeship levy'
		);
		const pay = person?.parts.find(({ label }) => label === 'Pay of one person');
		// £30,000 × 1.02 × 2.5 / 3 × 1.1.
		expect(pay?.value?.toFixed(2)).toBe('28050.00');
		expect(pay?.parts.map(({ ref }) => ref)).toContain('posts/worker.salary');
	});

	test('gives each version with the changes that make it', () => {
		const officers = explained(plain, 'cost.staffing/team').parts.find(({ label }) =>
			label.startsWith('Officers')
		);
		expect(officers?.parts.map(({ label }) => label)).toEqual([
			'Cost of posts',
			'Cost of posts, after change'
		]);
		// Half the year at £40,000, half at £20,000.
		expect(officers?.value?.toFixed(2)).toBe('30000.00');
	});

	test('of a total leads to the figures that it adds', () => {
		const total = explained(plain, 'cost.total');
		expect(total.parts.map(({ figure }) => figure)).toEqual(
			expect.arrayContaining(['cost.staffing', 'cost.buildings', 'cost.placements'])
		);
		const sum = total.parts.reduce((all, { value }) => all.plus(value ?? NaN), new Decimal(0));
		expect(sum.toFixed(2)).toBe(total.value?.toFixed(2));
	});

	test('of what avoids or saves shows both sides', () => {
		const saved = explained(plain, 'savings.identified');
		expect(saved.value?.toFixed(2)).toBe('10000.00');
		expect(saved.parts[0]?.parts.map(({ label }) => label)).toEqual([
			'If we change nothing: Officers',
			'This scenario: Officers'
		]);
	});

	test('of children in care balances', () => {
		const { parts, value } = explained(plain, 'care.children/1-4/foster');
		const of = (label: string) =>
			parts.find((part) => part.label === label)?.value?.toNumber() ?? NaN;
		expect(of('Opening, 1 April')).toBe(22.5);
		expect(
			of('Opening, 1 April') +
				of('Entries') +
				of('Moves in') +
				of('Came from the younger band') -
				of('Moves out') -
				of('Went to the older band') -
				of('Exits') -
				of('Turned 18')
		).toBeCloseTo(value?.toNumber() ?? NaN, 6);
	});

	test('of what a service delivers shows it as the changes of the year leave it', () => {
		const baseline = { ...EVERYTHING, posts: EVERYTHING.posts.slice(1) };
		const plan = [
			change({
				id: 'longer',
				start: '2025-10',
				edits: [
					set('services/support', 'monthsPerCase', '4'),
					set('services/support', 'demand.north', '25')
				]
			})
		];
		const served = (y: number) =>
			explained(projected({ baseline, plan }), 'capacity.served/support/north', y).parts.map(
				({ label, value, note }) =>
					`${label}: ${value?.toFixed() ?? ''}${note === undefined ? '' : ` (${note})`}`
			);
		const half = '(Holds for 6 of 12 months)';
		const shared = 'Serves the whole council; shared over areas by their demand';
		// 1 FTE × 10 cases × 0.8 at work = 8 a month at one month a case, 2 at four. Asked for: 6 × 10 + 6 × 25.
		expect(served(0)).toEqual([
			'Demand, after users of closed buildings have moved or gone: 210',
			'Capacity: 60',
			'Served: 60',
			`Demand: 10 ${half}`,
			`Months per case: 1 ${half}`,
			`Demand, after longer: 25 ${half}`,
			`Months per case, after longer: 4 ${half}`,
			`Officers: 8 (Holds for 6 of 12 months. ${shared})`,
			`Officers, after longer: 2 (Holds for 6 of 12 months. ${shared})`
		]);
		expect(served(1).slice(3)).toEqual([
			'Demand, after longer: 25',
			'Months per case, after longer: 4',
			`Officers, after longer: 2 (${shared})`
		]);
	});

	test('of what a service delivers names contracts and rooms of the area, and no others', () => {
		const offer = { support: { casesPerMonth: '1', sessionsPerMonth: '6', placesPerSession: '2' } };
		const bought = (id: string, area: string) =>
			contract({
				id,
				title: id,
				payment: 'volume',
				volume: '36',
				unitPrice: '1',
				service: 'support',
				area
			});
		const baseline = {
			services: [service({ sessionsPerCase: '3', demand: { north: '10', south: '1' } })],
			contracts: [bought('here', 'north'), bought('there', 'south')],
			buildings: [
				building({ services: offer }),
				building({ id: 'away', area: 'south', services: offer })
			]
		};
		const { parts } = explained(projected({ baseline }), 'capacity.total/support/north');
		expect(parts.slice(-2).map(({ label, value }) => [label, value?.toFixed()])).toEqual([
			['here', '3'],
			['Family centre', '4']
		]);
	});

	test('of children in care names the rates and places of the year', () => {
		const plan = [
			change({
				id: 'slow',
				start: '2026-04',
				edits: [
					set('careFlows/exits-1-4-foster', 'ratePerDay', '0.0005'),
					set('placementTypes/foster', 'capacity', '20')
				]
			})
		];
		const projection = projected({ baseline: EVERYTHING, plan });
		const inputs = (id: string, y: number) =>
			explained(projection, id, y)
				.parts.filter(({ ref }) => ref !== undefined)
				.map(({ label, value }) => `${label}: ${value?.toFixed() ?? ''}`);
		const counted = ['Children on 2025-04-01: 30', 'Share: 0.75', 'Entries: 12'];
		expect(inputs('care.exits/1-4/foster', 0)).toEqual([...counted, 'Exits: 0.001']);
		expect(inputs('care.exits/1-4/foster', 1)).toEqual([...counted, 'Exits, after slow: 0.0005']);
		expect(inputs('care.inHouse/foster', 0)).toContain('Council places: 10');
		expect(inputs('care.inHouse/foster', 1)).toContain('Council places, after slow: 20');
	});

	test('of cost that a heading may contain already leads to the record behind it', () => {
		const posts = [
			allInPost({ heading: 'family', headingScope: 'unknown', vacancy: '0.1' }),
			allInPost({ id: 'sure', title: 'Sure', heading: 'family', headingScope: 'included' })
		];
		const projection = projected({ baseline: { posts, headings: [heading()] } });
		const [line] = explained(projection, 'cost.unknownScope').parts;
		expect(line?.label).toBe('Cost in the base year');
		expect(line?.parts.map(({ label, value }) => [label, value?.toFixed(2)])).toEqual([
			['Officers', '36000.00']
		]);
		expect(line?.parts[0]?.parts[0]?.parts.map(({ ref }) => ref)).toContain(
			'posts/officer.vacancy'
		);
		const [remainder] = explained(projection, 'cost.headings').parts;
		const itemised = remainder?.parts.find(({ label }) => label.startsWith('Itemised'));
		expect(itemised?.parts.map(({ label }) => label)).toEqual(['Sure']);
	});

	test('is none for a figure that is not there', () => {
		expect(explainFigure(plain, 'cost.magic', 0)).toBeNull();
		expect(explainFigure(plain, 'cost.staffing/nobody', 0)).toBeNull();
	});

	test('names the blanks that it waits for', () => {
		const blank = projected({ baseline: { posts: [allInPost({ costPerFte: null })] } });
		const working = explained(blank, 'cost.staffing');
		expect(working.value).toBeNull();
		expect(working.waitsFor).toEqual(['posts/officer.costPerFte']);
		const leaf = working.parts.find(({ ref }) => ref === 'posts/officer.costPerFte');
		expect(leaf).toMatchObject({ value: null, waitsFor: ['posts/officer.costPerFte'] });
	});
});

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
