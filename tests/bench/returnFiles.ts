import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join('tests', 'golden', 'peer', 'datasets', 'syn_a', 'combined');
/** The files of a combined return. */
export const SORTS = ['header', 'episodes', 'uasc'] as const;
const encoder = new TextEncoder();

/** A return's files, each as a council would have it on its disk. */
export type ReturnFiles = Readonly<Record<(typeof SORTS)[number], Uint8Array>>;

/** The invented return with so many rows of episodes: its children again and again, under other names. */
export function returnOf(rows: number): ReturnFiles {
	const files = SORTS.map((sort) => {
		const [heading = '', ...lines] = readFileSync(join(FOLDER, `${sort}.csv`), 'utf8')
			.trim()
			.split('\n');
		return { sort, heading, lines };
	});
	const once = files.find(({ sort }) => sort === 'episodes')?.lines.length ?? 1;
	const copies = Math.max(Math.floor(rows / once), 1);
	// Fewer rows than the data set has: the children of some of its names.
	const isIn = (line: string): boolean =>
		rows >= once || Number(line.slice(0, line.indexOf(',')).slice(-2)) < (100 * rows) / once;
	return Object.fromEntries(
		files.map(({ sort, heading, lines }) => [
			sort,
			encoder.encode(
				[
					heading,
					...Array.from({ length: copies }, (_, copy) =>
						lines.filter(isIn).map((line) => `${copy}${line}`)
					).flat()
				].join('\n')
			)
		])
	) as unknown as ReturnFiles;
}
