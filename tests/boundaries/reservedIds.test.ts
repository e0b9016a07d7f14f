import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { RESERVED_IDS } from '$lib/model';

const ROUTES = 'src/routes';
// Segments whose values are ids that people's titles make.
const OF_IDS = ['[scenario]', '[change]'];

/** Every folder of the routes, by its path. */
function folders(path: string): readonly string[] {
	return readdirSync(path, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.flatMap((entry) => [join(path, entry.name), ...folders(join(path, entry.name))]);
}

test('a fixed word of an address that stands where an id may stand is kept from being an id', () => {
	const all = folders(ROUTES);
	const hiding = all.filter((path) => OF_IDS.some((own) => path.endsWith(`/${own}`)));
	expect(hiding.length).toBeGreaterThan(1);
	const words = hiding.flatMap((path) => {
		const above = join(path, '..');
		return readdirSync(above, { withFileTypes: true })
			.filter((entry) => entry.isDirectory() && !entry.name.startsWith('['))
			.map((entry) => ({ word: entry.name, at: relative(ROUTES, above) }));
	});
	expect(words).not.toEqual([]);
	expect(words.filter(({ word }) => !RESERVED_IDS.has(word))).toEqual([]);
});
