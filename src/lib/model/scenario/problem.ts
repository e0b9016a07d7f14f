import type { z } from 'zod';

/** One thing wrong with a file: where, what, and the mend, in one sentence. */
export interface Problem {
	/** Path from the file's root: 'baseline.posts[3].fte'. */
	readonly place: string;
	readonly message: string;
}

/** A problem as one line: "baseline.posts[3].fte: '12,5' is not a number; write 12.5". */
export function problemLine(problem: Problem): string {
	return problem.place === '' ? problem.message : `${problem.place}: ${problem.message}`;
}

/** Writes a path of keys and positions as people read it: baseline.posts[3].fte. */
export function placeOf(path: readonly PropertyKey[]): string {
	let place = '';
	for (const step of path)
		if (typeof step === 'number') place += `[${String(step)}]`;
		else place += place === '' ? String(step) : `.${String(step)}`;
	return place;
}

/** Turns what a schema found into problems, one for each unknown field. */
export function problemsOf(error: z.core.$ZodError): readonly Problem[] {
	return error.issues.flatMap((issue): Problem[] => {
		if (issue.code === 'unrecognized_keys')
			return issue.keys.map((key) => ({
				place: placeOf([...issue.path, key]),
				message: 'is not a field here; check its spelling or remove it'
			}));
		return [{ place: placeOf(issue.path), message: issue.message }];
	});
}

/** Plain words for what a schema finds where the schema itself has none. */
export function plainWords(issue: z.core.$ZodRawIssue): string | undefined {
	if (issue.input === undefined && issue.code !== 'custom') return 'is missing; add it';
	switch (issue.code) {
		case 'invalid_type':
			return `must be ${NOUNS[issue.expected] ?? issue.expected}, not ${found(issue.input)}`;
		case 'invalid_value':
			return `${JSON.stringify(issue.input)} is not one of ${issue.values.map((value) => `'${String(value)}'`).join(', ')}; write one of these`;
		case 'too_big':
			return `is too ${ENDS[issue.origin]?.[1] ?? 'large'}; ${counted(issue.maximum, issue.origin)} is the most`;
		case 'too_small':
			return `is too ${ENDS[issue.origin]?.[0] ?? 'small'}; ${counted(issue.minimum, issue.origin)} is the least`;
		default:
			return undefined;
	}
}

const NOUNS: Readonly<Record<string, string>> = {
	string: 'text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list',
	object: 'an object',
	record: 'an object'
};

const COUNTED: Readonly<Record<string, readonly [one: string, many: string]>> = {
	string: ['character', 'characters'],
	array: ['entry', 'entries']
};

/** What texts and lists are that have too little or too much in them. */
const ENDS: Readonly<Record<string, readonly [little: string, much: string]>> = {
	string: ['short', 'long'],
	array: ['short', 'long']
};

/** A limit with what it counts: '50 entries', '1 entry', and a plain number where it counts nothing. */
function counted(limit: number | bigint, origin: string): string {
	const words = COUNTED[origin];
	return words === undefined
		? String(limit)
		: `${String(limit)} ${words[Number(limit) === 1 ? 0 : 1]}`;
}

function found(input: unknown): string {
	if (input === null) return 'blank (null)';
	if (Array.isArray(input)) return 'a list';
	if (typeof input === 'object') return 'an object';
	return typeof input === 'string' ? `'${input}'` : JSON.stringify(input);
}
