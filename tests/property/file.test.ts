import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { councilWritten, readCouncil, readCouncilText, writeCouncil } from '$lib/model';
import { councilFrom } from '../support/council';
import { councilFiles } from '../support/generated';

// A hundred whole councils take seconds, and a busy machine several times that.
vi.setConfig({ testTimeout: 60_000 });

test.each(['cheshire-east-2010', 'fernshire'])(
	'the example %s is read and written back as it was',
	(name) => {
		const text = readFileSync(`scenarios/${name}.json`, 'utf8');
		const read = readCouncilText(text);
		expect(read.ok ? [] : read.problems).toEqual([]);
		if (!read.ok) return;
		expect(writeCouncil(read.council)).toEqual(JSON.parse(text));
		expect(councilWritten(writeCouncil(read.council))).toStrictEqual(read.council);
	}
);

test('any council that is read and written back is the file it came from', () => {
	fc.assert(
		fc.property(councilFiles({ percent: 20 }), (file) => {
			const plain: unknown = JSON.parse(JSON.stringify(file));
			const written = writeCouncil(councilFrom(file));
			expect(numbersTidied(written)).toEqual(numbersTidied(plain));
			const sent = JSON.parse(JSON.stringify(written)) as typeof written;
			const read = readCouncil(sent);
			expect(read).toEqual(readCouncil(plain));
			// What is not checked again must all the same be what a full reading gives.
			expect(read.ok && read.council).toStrictEqual(councilWritten(sent));
		}),
		{ numRuns: 100, endOnFailure: true }
	);
});

/** Decimal text without the zeros at its end: 0.50 and 0.5 are one number. */
function numbersTidied(value: unknown): unknown {
	if (typeof value === 'string')
		return /^-?\d+\.\d+$/.test(value) ? value.replace(/\.?0+$/, '') : value;
	if (Array.isArray(value)) return value.map(numbersTidied);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, child]) => [key, numbersTidied(child)])
	);
}
