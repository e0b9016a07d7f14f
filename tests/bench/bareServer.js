import Database from 'better-sqlite3';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

// The least that a server can do that keeps what it acknowledges: one row inserted and synced to the disk for a request.
const database = new Database(join(process.env['WINDSCREEN_DATA'] ?? '', 'bare.sqlite'));
database.pragma('journal_mode = WAL');
database.exec('CREATE TABLE edit (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
// After the file has been read once, because WAL falls back to NORMAL then.
database.pragma('synchronous = FULL');
const insert = database.prepare('INSERT INTO edit (body) VALUES (?)');

const port = Number(process.env['PORT']);
createServer((request, response) => {
	void buffer(request).then((body) => {
		const { lastInsertRowid } = insert.run(body.toString('utf8'));
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(JSON.stringify({ revision: Number(lastInsertRowid) }));
	});
}).listen(port, 'localhost', () => {
	console.log(`The bare server is running at http://localhost:${port}`);
});
