import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { project, readCouncil, scenarioOf, valueOf, type CouncilFile } from '../../src/lib/model';
import { change, remove } from '../support/council';
import type { CouncilFile as ReferenceFile } from './reference/council';
import { figuresOf } from './reference/figures';
import { frozenFigures } from './reference/frozen';

const TOLERANCE = 1e-7;

/** Fernshire with its only centre in Oxenfold closed, and a year later the one that is nearest to it. */
function withClosures(): CouncilFile {
	const file = JSON.parse(readFileSync('scenarios/fernshire.json', 'utf8')) as CouncilFile;
	const [nothing] = file.scenarios;
	if (nothing === undefined) throw new Error('Fernshire has no scenario');
	const changes = [
		change({ id: 'green', start: '2027-07', edits: [remove('buildings/oxenfold-green')] }),
		change({ id: 'next', start: '2028-07', edits: [remove('buildings/harrowmere-market')] })
	];
	return { ...file, scenarios: [nothing, { ...nothing, id: 'closures', changes }] };
}

test('users of closed centres go on in the areas where the reference program finds them', () => {
	const file = withClosures();
	const read = readCouncil(JSON.parse(JSON.stringify(file)));
	if (!read.ok) throw new Error(read.problems[0]?.message);
	const scenario = scenarioOf(read.council, 'closures');
	const own = figuresOf(file as unknown as ReferenceFile, true).get('closures');
	if (scenario === undefined || own === undefined) throw new Error('the scenario is there');
	const projection = project(read.council, scenario);
	const expected = Object.entries(frozenFigures(own)).filter(([id]) => id.startsWith('capacity.'));
	expect(expected.length).toBeGreaterThan(40);
	for (const [id, values] of expected) {
		const figure = projection.figures.get(id);
		if (figure === undefined) throw new Error(`there is no figure ${id}`);
		values.split(' ').forEach((value, y) => {
			const difference = Math.abs(Number(valueOf(figure, y)) - Number(value));
			expect(difference, `${id} in year ${String(y)}`).toBeLessThanOrEqual(TOLERANCE);
		});
	}
	const moves = projection.run.supplies.flatMap(({ moves: all }) =>
		all.flatMap(({ building, to }) =>
			to === null || to === 'own area' ? [] : [`${building} to ${to.ref}`]
		)
	);
	expect(new Set(moves).size).toBeGreaterThan(2);
}, 60_000);
