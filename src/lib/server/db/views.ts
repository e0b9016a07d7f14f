import type Database from 'better-sqlite3';
import { flatFieldsOf, KIND_LABELS, KINDS, type Kind } from '$lib/model';

/**
 * Keeps one view for each kind of record (v_post, v_building, v_budget_heading, ...), so that reporting tools find flat
 * columns where the table holds one JSON text a record. They follow the schemas, not the migrations: one that is not as
 * the schemas of today would have it is made anew.
 */
export function keepViews(database: Database.Database): void {
	const wanted = new Map(KINDS.map((kind) => [viewOf(kind), sqlOf(kind)]));
	const found = viewsIn(database);
	const stale = [...found].filter(([name, sql]) => wanted.get(name) !== sql);
	const missing = [...wanted].filter(([name, sql]) => found.get(name) !== sql);
	if (stale.length === 0 && missing.length === 0) return;
	database
		.transaction(() => {
			for (const [name] of stale) database.exec(`DROP VIEW ${quoted(name)}`);
			for (const [, sql] of missing) database.exec(sql);
		})
		.immediate();
}

/** Takes the views away: a migration that makes a table anew cannot rename it while one looks at it. */
export function dropViews(database: Database.Database): void {
	for (const name of viewsIn(database).keys()) database.exec(`DROP VIEW ${quoted(name)}`);
}

function viewsIn(database: Database.Database): ReadonlyMap<string, string> {
	return new Map(
		database
			.prepare<[], { name: string; sql: string }>(
				`SELECT name, sql FROM sqlite_schema WHERE type = 'view' AND name LIKE 'v\\_%' ESCAPE '\\'`
			)
			.all()
			.map(({ name, sql }) => [name, sql])
	);
}

/** The view of a kind is named after one of its records, as the pages name it. */
function viewOf(kind: Kind): string {
	return `v_${KIND_LABELS[kind].replaceAll(' ', '_')}`;
}

function sqlOf(kind: Kind): string {
	const columns = flatFieldsOf(kind).map(({ name, isNumber }) => {
		const value = `json_extract(data, '$.${name}')`;
		// Decimal text is exact, but no tool adds text up.
		return `${isNumber ? `CAST(${value} AS REAL)` : value} AS ${quoted(name)}`;
	});
	return `CREATE VIEW ${quoted(viewOf(kind))} AS SELECT council, ${columns.join(', ')} FROM record WHERE kind = '${kind}'`;
}

const quoted = (name: string): string => `"${name}"`;
