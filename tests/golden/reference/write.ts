/**
 * Writes tests/golden/expected anew from this folder's own calculation, which knows nothing of the engine:
 *
 *     node src/cli/run.js tests/golden/reference/write.ts
 *
 * Run it only where a figure is meant to change, and read the difference before it is committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { appraisalsOf } from './appraisal';
import type { CouncilFile } from './council';
import { APPRAISED, COUNCILS } from './councils';
import { frozenOf } from './frozen';

for (const { packs, scenarios, expected } of COUNCILS) {
	const file = JSON.parse(readFileSync(scenarios, 'utf8')) as CouncilFile;
	writeFileSync(expected, `${JSON.stringify(frozenOf(file, packs), null, '\t')}\n`);
}

for (const { scenarios, expected } of APPRAISED) {
	const file = JSON.parse(readFileSync(scenarios, 'utf8')) as CouncilFile;
	const appraisals = Object.fromEntries(appraisalsOf(file));
	writeFileSync(expected, `${JSON.stringify(appraisals, null, '\t')}\n`);
}
