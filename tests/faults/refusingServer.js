import Database from 'better-sqlite3';
import { serve } from '../../src/cli/serve.js';

// The built application on a database that can be told to refuse what is written to it, as a full disk and a read-only
// one make SQLite refuse it: the errors are SQLite's own. GET /refuse/full, /refuse/readOnly and /refuse/nothing tell it.

/** @type {Database.Database | undefined} */
let connection;
Database.prototype.pragma = new Proxy(Reflect.get(Database.prototype, 'pragma'), {
	apply(pragma, database, [source, ...options]) {
		if (source === 'journal_mode = wal') connection = database;
		return Reflect.apply(pragma, database, [source, ...options]);
	}
});

/** @type {Readonly<Record<string, (database: Database.Database) => unknown>>} */
const orders = {
	'/refuse/full': (database) =>
		database.pragma(`max_page_count = ${String(database.pragma('page_count', { simple: true }))}`),
	'/refuse/readOnly': (database) => database.pragma('query_only = ON'),
	'/refuse/nothing': (database) => {
		database.pragma('query_only = OFF');
		database.pragma('max_page_count = 4294967294');
	}
};

await serve(process.env, async () => {
	const built = new URL('../../build/handler.js', import.meta.url).href;
	const { handler } = /** @type {{ handler: import('../../src/cli/serve.js').Handler }} */ (
		await import(built)
	);
	return (request, response) => {
		const order = orders[request.url ?? ''];
		if (order === undefined) {
			handler(request, response);
			return;
		}
		if (connection === undefined) throw new Error('The application has opened no database.');
		order(connection);
		response.end();
	};
});
