import { problemLine } from '../model/scenario/problem';
import { readCouncilText } from '../model/scenario/read';
import { program } from './access/policy';
import { addCouncil } from './councils';
import type { Store } from './db/open';

// Part of the build, so that a built server has them wherever it is started from.
const files = import.meta.glob<string>('/scenarios/*.json', { query: '?raw', import: 'default' });

/** Keeps each example council that is not there yet; one that is there may have been edited and is left alone. */
export async function loadExamples(store: Store): Promise<void> {
	for (const [path, text] of Object.entries(files)) {
		const read = readCouncilText(await text());
		if (!read.ok)
			throw new Error(
				`The example ${path} cannot be read: ${read.problems.map(problemLine).join('; ')}`
			);
		addCouncil(store, program, read.council);
	}
}
