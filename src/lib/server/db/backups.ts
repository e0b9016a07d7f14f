import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { manifestOf } from './manifest';

/** Why a backup was made: by hand, by the clock, or because a later release was about to change the database. */
export type Occasion = 'manual' | 'automatic' | 'before-upgrade';

/** How a copy is named until it is known to be whole; no backup ends like this. */
export const DRAFT = '.tmp';

const ENDING = '.sqlite';
const NAMED =
	/^(manual|automatic|before-upgrade)-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.sqlite$/;

/** The name of a backup: its occasion and its moment in UTC, in a form that every file system takes and that sorts. */
export function nameOf(occasion: Occasion, madeAt: Date): string {
	return `${occasion}-${madeAt.toISOString().replace(/[:.]/g, '-')}${ENDING}`;
}

/** The moment in a backup's name; null where the name is no backup's. */
export function momentOf(name: string): Date | null {
	const [, , day, ...time] = NAMED.exec(name) ?? [];
	const [hours, minutes, seconds, thousandths] = time;
	return day === undefined
		? null
		: new Date(`${day}T${hours}:${minutes}:${seconds}.${thousandths}Z`);
}

/** The names of the backups in a folder, newest first, of one occasion or of all. */
export function backupNames(folder: string, occasion?: Occasion): readonly string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => NAMED.test(name))
		.filter((name) => occasion === undefined || name.startsWith(`${occasion}-`))
		.sort((a, b) => Number(momentOf(b)) - Number(momentOf(a)));
}

/** How many hours, days and months keep their last automatic backup. */
const KEPT = [
	{ count: 24, letters: 'yyyy-mm-ddThh'.length },
	{ count: 14, letters: 'yyyy-mm-dd'.length },
	{ count: 12, letters: 'yyyy-mm'.length }
] as const;

/**
 * The automatic backups that are not needed any more: kept are the last of each of the newest 24 hours, 14 days and 12
 * months that have any. Counted by what there is and not from today, so that a wrong clock deletes nothing.
 */
export function surplus(names: readonly string[]): readonly string[] {
	const newestFirst = names
		.filter((name) => name.startsWith('automatic-') && NAMED.test(name))
		.toSorted((a, b) => (a < b ? 1 : -1));
	const kept = new Set<string>();
	for (const { count, letters } of KEPT) {
		const last = new Map<string, string>();
		for (const name of newestFirst) {
			const span = name.slice('automatic-'.length).slice(0, letters);
			if (!last.has(span)) last.set(span, name);
		}
		for (const name of [...last.values()].slice(0, count)) kept.add(name);
	}
	return newestFirst.filter((name) => !kept.has(name));
}

/** Deletes a backup, and its manifest after it: a manifest without a backup harms nobody. */
export function deleteBackup(folder: string, name: string): void {
	rmSync(join(folder, name), { force: true });
	rmSync(manifestOf(join(folder, name)), { force: true });
}

/** Throws away the drafts of backups by hand and by the clock that were broken off. */
export function sweepDrafts(folder: string): void {
	for (const name of readdirSync(folder))
		if (/^(manual|automatic)-/.test(name) && name.includes(ENDING) && name.includes(DRAFT))
			rmSync(join(folder, name), { force: true });
}
