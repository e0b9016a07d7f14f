import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
	compare,
	FIGURES,
	project,
	readCouncilText,
	scenarioOf,
	splitFigureId,
	valueOf,
	type Council,
	type Projection,
	type Scenario
} from '../../src/lib/model';
import type { CouncilFile } from './reference/council';
import { COUNCILS } from './reference/councils';
import { figuresOf } from './reference/figures';
import { frozenFigures, type Frozen } from './reference/frozen';

const COUNT_TOLERANCE = 1e-7;

/** Amounts that are half a penny to the last digit: the line that must not be left to the noise of floats. */
const TIES: Readonly<Record<string, readonly string[]>> = {
	'fernshire edge-of-care': ['interventions/edge-of-care-support/families']
};

function councilOf(text: string): Council {
	const read = readCouncilText(text);
	if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
	return read.council;
}

function scenarioIn(council: Council, id: string): Scenario {
	const scenario = scenarioOf(council, id);
	if (scenario === undefined) throw new Error(`there is no scenario ${id}`);
	return scenario;
}

/** '-12.30' as -1230n. */
function penceOf(pounds: string): bigint {
	return BigInt(pounds.replace('.', ''));
}

const isMoney = (id: string) => FIGURES[splitFigureId(id).figure]?.unit === '£';

/** What the two sides say of one figure, where they disagree: a figure that one side leaves out is nought in all years. */
function differences(projection: Projection, expected: Readonly<Record<string, string>>): string[] {
	const ids = new Set([...projection.figures.keys(), ...Object.keys(expected)]);
	return [...ids].flatMap((id) => {
		const figure = projection.figures.get(id);
		const wanted = expected[id]?.split(' ') ?? [];
		return projection.years.flatMap((year, y) => {
			const got = figure === undefined ? '0' : (valueOf(figure, y)?.toFixed() ?? 'blocked');
			const want = wanted[y] ?? '0';
			// Pounds with two decimals are told apart by any double, so that only equal pennies pass.
			const tolerance = isMoney(id) ? 0 : COUNT_TOLERANCE;
			const same = got === want || Math.abs(Number(got) - Number(want)) <= tolerance;
			return same ? [] : [`${id} ${year}: the engine has ${got}, expected is ${want}`];
		});
	});
}

describe.each(COUNCILS)('$name, packs $packs', ({ name, packs, scenarios, expected }) => {
	const text = readFileSync(scenarios, 'utf8');
	const frozen = JSON.parse(readFileSync(expected, 'utf8')) as Frozen;
	const council = councilOf(text);
	const ids = council.scenarios.map(({ id }) => id);

	test('has every scenario frozen, and no other', () => {
		expect(Object.keys(frozen)).toEqual(ids);
	});

	test('comes out of the reference program as it is frozen', () => {
		const figures = figuresOf(JSON.parse(text) as CouncilFile, packs);
		for (const [id, own] of figures) {
			expect({ [id]: frozenFigures(own) }).toEqual({ [id]: frozen[id] });
			expect({ [id]: own.close }).toEqual({ [id]: TIES[`${name} ${id}`] ?? [] });
		}
	}, 60_000);

	test.each(ids)('comes out of the engine as it is frozen: %s', (id) => {
		const projection = project(council, scenarioIn(council, id), { packs });
		expect(differences(projection, frozen[id] ?? {})).toEqual([]);
	});
});

test('without packs some figures are blocked, and with them none is', () => {
	const blocked = COUNCILS.map(({ packs, expected }) => ({
		packs,
		isAny: readFileSync(expected, 'utf8').includes('blocked')
	}));
	for (const { packs, isAny } of blocked) expect(isAny).toBe(!packs);
});

describe.each(COUNCILS.filter(({ packs }) => packs))('$name', ({ scenarios, expected }) => {
	const frozen = JSON.parse(readFileSync(expected, 'utf8')) as Frozen;
	const council = councilOf(readFileSync(scenarios, 'utf8'));

	test.each(council.scenarios.map(({ id }) => id))(
		'differs from changing nothing as the frozen figures do: %s',
		(id) => {
			const { years, figures, bridge } = compare(
				council,
				scenarioIn(council, 'nothing'),
				scenarioIn(council, id)
			);
			const frozenPence = (scenario: string, figure: string, y: number) =>
				penceOf(frozen[scenario]?.[figure]?.split(' ')[y] ?? '0.00');
			const wanted = (figure: string) =>
				years.map((_, y) => frozenPence(id, figure, y) - frozenPence('nothing', figure, y));
			const money = [...figures].filter(([figure]) => isMoney(figure));
			expect(
				Object.fromEntries(
					money.map(([figure, { difference }]) => [
						figure,
						difference.map((pounds) => pounds && penceOf(pounds.toFixed(2)))
					])
				)
			).toEqual(Object.fromEntries(money.map(([figure]) => [figure, wanted(figure)])));
			const steps = years.map((_, y) =>
				bridge.reduce((total, { net }) => total + penceOf(net[y]?.toFixed(2) ?? ''), 0n)
			);
			expect(steps).toEqual(wanted('net.total'));
		}
	);
});
