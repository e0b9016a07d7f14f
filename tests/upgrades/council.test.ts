import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { project, readCouncilText, writeCouncil } from '$lib/model';
import { SCHEMA_VERSION } from '$lib/model/scenario/file';

/** Council files as each earlier release wrote them: council-1.json is of version 1. */
const earlier = readdirSync('tests/upgrades').filter((name) => /^council-\d+\.json$/.test(name));

function upgradedFrom(name: string) {
	const text = readFileSync(`tests/upgrades/${name}`, 'utf8');
	const read = readCouncilText(text);
	if (!read.ok) throw new Error(JSON.stringify(read.problems[0]));
	return { file: JSON.parse(text) as Record<string, unknown>, council: read.council };
}

describe('a council file of an earlier release', () => {
	test('is kept for each version before this one', () => {
		expect(earlier.sort()).toEqual(
			Array.from({ length: SCHEMA_VERSION - 1 }, (_, i) => `council-${i + 1}.json`)
		);
	});

	test.each(earlier)('%s is read with all that it held, and written as this version', (name) => {
		const { file, council } = upgradedFrom(name);
		const now = writeCouncil(council);
		expect(now.schemaVersion).toBe(SCHEMA_VERSION);
		expect({ ...now, schemaVersion: file['schemaVersion'] }).toMatchObject(file);
	});

	test.each(earlier)('%s is projected in each of its scenarios', (name) => {
		const { council } = upgradedFrom(name);
		for (const scenario of council.scenarios)
			expect(project(council, scenario).figures.get('net.total')?.blockedBy).toEqual([]);
	});
});

test('version 2 knew no windows of the return', () => {
	expect(upgradedFrom('council-2.json').council.baseline.careWindows).toEqual([]);
});

test('version 1 knew neither agreed baselines nor archived scenarios, and wrote years with a slash', () => {
	const { council } = upgradedFrom('council-1.json');
	expect(council.agreed).toEqual([]);
	expect(council.council.style).toEqual({ years: 'slash', numbers: 'plain', terms: 'cash' });
	expect(council.scenarios.map(({ baseline, archived }) => [baseline, archived])).toEqual(
		council.scenarios.map(() => [null, false])
	);
});
