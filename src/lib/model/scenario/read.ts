import { z } from 'zod';
import { councilFile, SCHEMA_VERSION, type Council, type CouncilFile } from './file';
import { placeOf, plainWords, problemsOf, type Problem } from './problem';
import { referenceProblems } from './references';
import { repeatedKeys } from './repeatedKeys';
import { upgraded } from './upgrade';

/** What reading a file gives: the whole council, or every problem found; never a half-loaded council. */
export type ReadResult =
	| { readonly ok: true; readonly council: Council }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** The longest council file that is read, in characters. */
export const LONGEST_FILE = 50_000_000;

const DEEPEST_FILE = 24;

/** Reads the text of a council file. */
export function readCouncilText(text: string): ReadResult {
	if (text.length > LONGEST_FILE)
		return refuse(
			`the file has ${String(text.length)} characters; ${String(LONGEST_FILE)} is the most`
		);
	const json = text.replace(/^\uFEFF/, '');
	let data: unknown;
	try {
		data = JSON.parse(json);
	} catch (error) {
		return refuse(`the file is not JSON${whereIn(json, error)}; save it as one JSON object`);
	}
	const repeated = repeatedKeys(json).map((place) => ({
		place,
		message: 'stands twice in its object; keep one'
	}));
	const read = readCouncil(data);
	return repeated.length === 0
		? read
		: { ok: false, problems: [...repeated, ...(read.ok ? [] : read.problems)] };
}

/** The line at which a parser of JSON stopped, where it says so; its other words are for programmers. */
function whereIn(json: string, error: unknown): string {
	const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
	if (position === undefined) return '';
	return ` from line ${String(json.slice(0, Number(position)).split('\n').length)} on`;
}

/** Reads a council file that has been parsed from JSON. */
export function readCouncil(data: unknown): ReadResult {
	if (typeof data !== 'object' || data === null || Array.isArray(data))
		return refuse('the file must be one JSON object');
	if (isDeeperThan(data, DEEPEST_FILE))
		return refuse(`the file is nested deeper than ${String(DEEPEST_FILE)} levels; flatten it`);
	const unsafe = unsafeKeys(data);
	if (unsafe.length > 0) return { ok: false, problems: unsafe };
	const file = upgraded(data as Readonly<Record<string, unknown>>);
	if ('schemaVersion' in file && file['schemaVersion'] !== SCHEMA_VERSION) {
		// A file of another version is not judged by this version's fields: one sentence says enough.
		const version = councilFile.shape.schemaVersion.safeParse(file['schemaVersion']);
		if (!version.success)
			return {
				ok: false,
				problems: [{ place: 'schemaVersion', message: version.error.issues[0]?.message ?? '' }]
			};
	}
	const decoded = councilFile.safeParse(file, { error: plainWords });
	if (!decoded.success) return { ok: false, problems: problemsOf(decoded.error) };
	const problems = referenceProblems(decoded.data);
	return problems.length > 0 ? { ok: false, problems } : { ok: true, council: decoded.data };
}

/** Writes a council back as a file: reading it again gives the same council. */
export function writeCouncil(council: Council): CouncilFile {
	return z.encode(councilFile, council);
}

function refuse(message: string): ReadResult {
	return { ok: false, problems: [{ place: '', message }] };
}

/** Keys that a schema would pass over without a word, because writing to them alters the object itself. */
function unsafeKeys(value: unknown, path: readonly PropertyKey[] = []): readonly Problem[] {
	if (typeof value !== 'object' || value === null) return [];
	if (Array.isArray(value)) return value.flatMap((item, i) => unsafeKeys(item, [...path, i]));
	return Object.entries(value).flatMap(([key, child]) =>
		key === '__proto__'
			? [{ place: placeOf([...path, key]), message: 'is no name that can be used; write another' }]
			: unsafeKeys(child, [...path, key])
	);
}

function isDeeperThan(root: object, limit: number): boolean {
	let level: object[] = [root];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > limit) return true;
		level = level.flatMap((value) =>
			Object.values(value).filter(
				(child): child is object => typeof child === 'object' && child !== null
			)
		);
	}
	return false;
}
