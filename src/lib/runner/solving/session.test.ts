import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCouncilText, writeCouncil } from '$lib/model';
import { solvingOf } from './session';

const read = readCouncilText(readFileSync('scenarios/cheshire-east-2010.json', 'utf8'));
if (!read.ok) throw new Error('the example cannot be read');
const file = writeCouncil(read.council);

test('tells after each input how many are done, and gives what was found as text', () => {
	const told: (readonly [number, number])[] = [];
	const found = solvingOf(
		{
			file,
			scenario: 'two-centres',
			packs: false,
			task: { task: 'switch', figure: 'appraisal.npsv/council' }
		},
		(done, of) => told.push([done, of])
	);
	expect(found.length).toBeGreaterThan(1);
	expect(told.map(([done]) => done)).toEqual(found.map((_, i) => i + 1));
	expect(new Set(told.map(([, of]) => of))).toEqual(new Set([found.length]));
	expect(structuredClone(found)).toEqual(found);
});
