import Database from 'better-sqlite3';
import { renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { PlainError } from '../plainError';
import { DRAFT } from './backups';
import { brokenLinkOf, contentsOf, type Contents } from './contents';
import { makeFile, sync } from './folder';
import { refuseForeign } from './identity';
import { manifestOf, sha256Of, writeManifest, type Manifest } from './manifest';
import { isWhollySound } from './sound';
import { step } from './step';

/** An empty draft of a copy, for its owner alone; a draft that an earlier attempt left there is thrown away. */
export function makeDraft(path: string): string {
	const draft = path + DRAFT;
	dropDraft(path);
	makeFile(draft);
	return draft;
}

/** Throws away what there is of a copy's draft. */
export function dropDraft(path: string): void {
	for (const ending of ['', '-journal', '-wal', '-shm'])
		rmSync(path + DRAFT + ending, { force: true });
	rmSync(manifestOf(path) + DRAFT, { force: true });
}

/** Opens a draft, sees that it is whole and holds what it should, and describes it; it is on the disk afterwards. */
export function proveDraft(path: string, expected: Contents, madeAt: Date): Manifest {
	const draft = path + DRAFT;
	gather(draft);
	sync(draft);
	step('the copy is on the disk');
	let activityBrokenAt: number | null;
	const copy = new Database(draft, { readonly: true });
	try {
		refuseForeign(copy);
		if (!isWhollySound(copy))
			throw new PlainError(
				`The copy ${path} does not pass SQLite's check and was thrown away: the database may be damaged.`
			);
		const found = contentsOf(copy);
		if (!isDeepStrictEqual(found, expected))
			throw new PlainError(
				`The copy ${path} was thrown away: it holds ${JSON.stringify(found)}, the database ${JSON.stringify(expected)}.`
			);
		// Kept all the same: from then on there would be no backup at all.
		activityBrokenAt = brokenLinkOf(copy);
	} finally {
		copy.close();
	}
	return {
		windscreenBackup: 1,
		madeAt: madeAt.toISOString(),
		bytes: statSync(draft).size,
		sha256: sha256Of(draft),
		...expected,
		activityBrokenAt
	};
}

/** Gives a proven draft its name, after its manifest: what bears a backup's name is whole and has its manifest. */
export function nameDraft(path: string, manifest: Manifest): void {
	const described = manifestOf(path);
	writeManifest(described + DRAFT, manifest);
	sync(described + DRAFT);
	step('the manifest is on the disk');
	renameSync(described + DRAFT, described);
	step('the manifest has its name');
	renameSync(path + DRAFT, path);
	sync(dirname(path));
	step('the copy has its name');
}

/** Makes a copied database one file that can be read where nothing can be written beside it. */
function gather(draft: string): void {
	const copy = new Database(draft);
	try {
		copy.pragma('journal_mode = DELETE');
	} finally {
		copy.close();
	}
}
