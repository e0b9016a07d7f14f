const REASONS: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such file',
	EISDIR: 'this is a folder, not a file',
	EACCES: 'this file may not be read'
};

/** Why a file could not be read, in words. */
export function whyNot(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return `${REASONS[code] ?? String(error)}; check the name`;
}
