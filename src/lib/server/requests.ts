import type { z } from 'zod';
import { problemLine } from '../model';
import { plainWords, problemsOf } from '../model/scenario/problem';

/** Why a request cannot be read. */
export type Unreadable =
	| { readonly reason: 'notJson' | 'tooDeep' | 'badText' }
	| { readonly reason: 'wrong'; readonly problem: string };

/** The deepest that the JSON of a request may be nested. */
export const DEEPEST_REQUEST = 32;

const PROBLEMS_SHOWN = 3;

/** Reads the text of a request by a schema, or says why it cannot be read. */
export function readRequest<S extends z.ZodType>(
	schema: S,
	text: string
): { readonly ok: true; readonly data: z.output<S> } | ({ readonly ok: false } & Unreadable) {
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch {
		return { ok: false, reason: 'notJson' };
	}
	// Before the schema, which would go as deep as the request does.
	const shape = shapeProblem(data);
	if (shape !== null) return { ok: false, reason: shape };
	const read = schema.safeParse(data, { error: plainWords });
	if (read.success) return { ok: true, data: read.data };
	const problems = problemsOf(read.error).slice(0, PROBLEMS_SHOWN).map(problemLine);
	return { ok: false, reason: 'wrong', problem: problems.join('; ') };
}

function shapeProblem(root: unknown): 'notJson' | 'tooDeep' | 'badText' | null {
	if (typeof root !== 'object' || root === null || Array.isArray(root)) return 'notJson';
	let level: readonly object[] = [root];
	for (let depth = 1; level.length > 0; depth++) {
		if (depth > DEEPEST_REQUEST) return 'tooDeep';
		const next: object[] = [];
		for (const node of level)
			for (const [name, value] of Object.entries(node) as [string, unknown][]) {
				// SQLite would keep another character in place of half a pair.
				if (!name.isWellFormed()) return 'badText';
				if (typeof value === 'string' && !value.isWellFormed()) return 'badText';
				if (typeof value === 'object' && value !== null) next.push(value);
			}
		level = next;
	}
	return null;
}
