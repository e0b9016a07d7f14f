/**
 * Writes the database of this release, with Fernshire and a few edits in it, as SQL:
 *
 *     node src/cli/run.js tests/upgrades/write.ts
 *
 * Run it before a migration is added, once, and commit what it writes; later releases have to open it.
 */
import type Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCouncilText } from '../../src/lib/model/scenario/read';
import { localUser, program } from '../../src/lib/server/access/policy';
import { addCouncil } from '../../src/lib/server/councils';
import { MIGRATIONS } from '../../src/lib/server/db/migrate';
import { closeStore, openStore, type Store } from '../../src/lib/server/db/open';
import { saveEdit } from '../../src/lib/server/edits';
import { takeBack } from '../../src/lib/server/undo';
import { findUser, personNamed } from '../../src/lib/server/users';

const path = `tests/upgrades/version-${MIGRATIONS.length}.sql`;
const folder = mkdtempSync(join(tmpdir(), 'windscreen-release-'));
const store = openStore(folder);
fill(store);
// Never over one that is there: it is what a release wrote.
writeFileSync(path, sqlOf(store.$client), { flag: 'wx' });
closeStore(store);
rmSync(folder, { recursive: true });

function fill(filled: Store): void {
	const read = readCouncilText(readFileSync('scenarios/fernshire.json', 'utf8'));
	if (!read.ok) throw new Error('Fernshire cannot be read.');
	addCouncil(filled, program, read.council);
	const user = findUser(filled, personNamed(filled, localUser, 'Ann O’Neill'));
	const context = { user, council: read.council.council.id };
	const { name } = read.council.council;
	const operations = [
		{ op: 'set' as const, row: 'council', path: ['name'], was: name, value: `${name} renamed` }
	];
	const common = { seen: 1, scenario: null };
	const asked = { ...common, request: randomUUID(), act: 'typed' as const, operations };
	saveEdit(filled, context, { ...asked, reason: 'The council’s new name.' });
	const back = { ...common, request: randomUUID(), to: 2, others: false };
	takeBack(filled, context, { ...back, seen: 2, direction: 'undo' });
}

/** The tables, their rows, what stands on them, and the version, in an order in which they can be read in again. */
function sqlOf(database: Database.Database): string {
	const made = database
		.prepare(
			`SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type = 'table' DESC, rowid`
		)
		.all() as readonly { readonly type: string; readonly name: string; readonly sql: string }[];
	const tables = made.filter(({ type }) => type === 'table');
	const rows = tables.flatMap(({ name }) => {
		const columns = (
			database.pragma(`table_info("${name}")`) as readonly { readonly name: string }[]
		).map((column) => `quote("${column.name}")`);
		return database
			.prepare(
				`SELECT 'INSERT INTO ${name} VALUES (' || ${columns.join(` || ', ' || `)} || ')' FROM "${name}"`
			)
			.pluck()
			.all() as string[];
	});
	const pragmas = ['application_id', 'user_version'].map(
		(name) => `PRAGMA ${name} = ${String(database.pragma(name, { simple: true }))}`
	);
	const statements = [
		// Rows stand in the order of the tables, and not in that of what refers to what.
		'PRAGMA defer_foreign_keys = ON',
		...tables.map(({ sql }) => sql),
		...rows,
		...made.filter(({ type }) => type !== 'table').map(({ sql }) => sql),
		...pragmas
	];
	return `-- The database of version ${MIGRATIONS.length}, with the example Fernshire in it as that release kept it.\n-- It is never changed: every later release has to open it.\n${statements.join(';\n')};\n`;
}
