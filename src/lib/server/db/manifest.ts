import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { PlainError } from '../plainError';

const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const manifest = z.strictObject({
	windscreenBackup: z.literal(1),
	madeAt: z.iso.datetime(),
	bytes: count,
	sha256,
	version: count,
	rows: z.record(z.string(), count),
	activityHead: sha256.nullable(),
	activityBrokenAt: count.nullable()
});

/**
 * What stands beside a backup: when it was made, its hash, its database version, the rows of each table, and the end of
 * the activity's chain with the place from which on that is not as it was written.
 */
export type Manifest = z.output<typeof manifest>;

/** The file of a backup's manifest. */
export function manifestOf(backup: string): string {
	return `${backup}.json`;
}

/** The manifest beside a backup; null where none was copied along with it. */
export function readManifest(backup: string): Manifest | null {
	const path = manifestOf(backup);
	if (!existsSync(path)) return null;
	try {
		return manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
	} catch (error) {
		throw new PlainError(
			`${path} is no manifest of a backup, so ${backup} cannot be checked against it: choose another backup.`,
			{ cause: error }
		);
	}
}

/** Writes a manifest to a file that must not be there yet. */
export function writeManifest(path: string, contents: Manifest): void {
	writeFileSync(path, `${JSON.stringify(contents, null, '\t')}\n`, { flag: 'wx', mode: 0o600 });
}

/** The sha256 of a file's bytes, in hexadecimal. */
export function sha256Of(path: string): string {
	const hash = createHash('sha256');
	const piece = Buffer.allocUnsafe(1 << 20);
	const file = openSync(path, 'r');
	try {
		for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
			hash.update(piece.subarray(0, read));
	} finally {
		closeSync(file);
	}
	return hash.digest('hex');
}
