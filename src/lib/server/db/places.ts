import { join } from 'node:path';

/** The database file in a data folder. */
export function databaseIn(folder: string): string {
	return join(folder, 'windscreen.sqlite');
}

/** The folder of the backups in a data folder. */
export function backupsIn(folder: string): string {
	return join(folder, 'backups');
}
