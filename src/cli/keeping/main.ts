import { parseArgs } from 'node:util';
import { backUp, backUpWhenDue } from '../../lib/server/db/backup';
import { backupsIn } from '../../lib/server/db/places';
import { restore, verifyBackup } from '../../lib/server/db/restore';
import { PlainError } from '../../lib/server/plainError';
import {
	backupWords,
	brokenWords,
	choiceWords,
	restoredWords,
	USAGE,
	verifiedWords
} from './words';

const folder = process.env['WINDSCREEN_DATA'] ?? 'data';

/** Runs backup or restore; returns what to print, or null for a call that is wrong. */
async function keep(words: readonly string[]): Promise<string | null> {
	const { values, positionals } = parseArgs({
		args: [...words],
		allowPositionals: true,
		options: {
			automatic: { type: 'boolean', default: false },
			verify: { type: 'boolean', default: false },
			help: { type: 'boolean', short: 'h', default: false }
		}
	});
	const [command, target, ...rest] = positionals;
	if (values.help) return choiceWords(folder);
	if (rest.length > 0) return null;
	if (command === 'backup' && !values.verify) {
		if (!values.automatic)
			return backupWords(await backUp(folder, target ?? backupsIn(folder), new Date()));
		// The server asks for these, and its log should have no line an hour for what goes well.
		const backup = await backUpWhenDue(folder, new Date());
		if (backup !== null) process.stderr.write(brokenWords(backup.manifest));
		return '';
	}
	if (command === 'restore' && target !== undefined && !values.automatic)
		return values.verify
			? verifiedWords(target, verifyBackup(target))
			: restoredWords(target, restore(folder, target, new Date()));
	return null;
}

try {
	const said = await keep(process.argv.slice(2));
	process.stdout.write(said ?? '');
	if (said === null) {
		process.stderr.write(choiceWords(folder));
		process.exitCode = 2;
	}
} catch (error) {
	if (error instanceof PlainError) {
		process.stderr.write(`${error.message}\n`);
		process.exitCode = error.exitCode;
	} else if (error instanceof TypeError && 'code' in error) {
		// parseArgs says what it did not understand.
		process.stderr.write(`${error.message}\n\n${USAGE}`);
		process.exitCode = 2;
	} else throw error;
}
