import { join } from 'node:path';
import type { Backup } from '../../lib/server/db/backup';
import { backupNames } from '../../lib/server/db/backups';
import { backupsIn } from '../../lib/server/db/places';
import type { Restored, Verified } from '../../lib/server/db/restore';

/** How backup and restore are called. */
export const USAGE = `Backup and restore

  npm run backup                         makes a backup in the data folder, also while Windscreen runs
  npm run backup -- FOLDER               makes it in another folder, such as one on another disk
  npm run restore -- FILE                puts a backup in the place of the database, while Windscreen is stopped
  npm run restore -- FILE --verify       checks a backup and changes nothing

WINDSCREEN_DATA names the data folder; without it, it is ./data.
Exit code: 0 when done, 1 when something is in the way, 2 when the call is wrong, 75 when Windscreen is running.
`;

/** What was backed up, and where it stands. */
export function backupWords({ path, manifest }: Backup): string {
	return `Backed up to ${path}\n${held(manifest.rows)}. The copy was opened and checked; its sha256 is ${manifest.sha256}.\n${brokenWords(manifest)}`;
}

/** What a backup that was looked at holds. */
export function verifiedWords(file: string, verified: Verified): string {
	const { madeAt } = verified;
	const made =
		madeAt === null
			? 'It has no manifest beside it, so only its pages and references could be checked, and not that it is as it was made'
			: `It is as it was made at ${madeAt}`;
	return `${file} is sound. ${made}. ${held(verified.rows)}.\n${brokenWords(verified)}`;
}

/** What is in place after a restore, and where the database stands that was there before. */
export function restoredWords(file: string, restored: Restored): string {
	const before =
		restored.setAside === null
			? 'There was no database before.'
			: `The database that was there before stands at ${restored.setAside}; delete it when you are sure that you do not need it.`;
	return `Restored ${file}. ${held(restored.rows)}.\n${brokenWords(restored)}${before}\nStart Windscreen again with npm start.\n`;
}

/** The call, and the backups that there are in a data folder. */
export function choiceWords(folder: string): string {
	const backups = backupsIn(folder);
	const names = backupNames(backups);
	const list =
		names.length === 0
			? `There is no backup in ${backups}.\n`
			: `Backups there are, newest first:\n${names.map((name) => `  ${join(backups, name)}\n`).join('')}`;
	return `${USAGE}\n${list}`;
}

/** A warning where the activity was changed by hand, which is no reason to go without a backup; otherwise nothing. */
export function brokenWords({ activityBrokenAt }: Pick<Verified, 'activityBrokenAt'>): string {
	return activityBrokenAt === null
		? ''
		: `Warning: from entry ${activityBrokenAt} on, the activity (who changed what, and when) is not as it was written: somebody has changed the database by hand.\n`;
}

function held(rows: Readonly<Record<string, number>>): string {
	const tables = Object.entries(rows).map(([table, count]) => `${table} ${count}`);
	return `Rows: ${tables.join(', ')}`;
}
