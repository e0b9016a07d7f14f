import { once } from 'node:events';
import { createServer, request as send } from 'node:http';
import { buffer } from 'node:stream/consumers';

// The built application with its guarantee switched off, for the crash test to find: an edit is answered first and
// carried out up to 20 ms later. Nothing of this is in the application itself.
const LONGEST_DELAY_MS = 20;

const built = new URL('../../build/handler.js', import.meta.url).href;
const { handler } = /** @type {{ handler: import('../../src/cli/serve.js').Handler }} */ (
	await import(built)
);
const inner = createServer(handler);
inner.listen(0, '127.0.0.1');
await once(inner, 'listening');
const address = inner.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;

/** @type {(() => void)[]} */
const waiting = [];

const outer = createServer((request, response) => {
	void answer(request, response);
});

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(request, response) {
	const body = await buffer(request);
	const isEdit = request.method === 'POST' && request.url?.endsWith('/edits') === true;
	if (!isEdit) {
		passOn(request, body, (passed) => {
			response.writeHead(passed.statusCode ?? 500, passed.headers);
			passed.pipe(response);
		});
		return;
	}
	response.writeHead(200, { 'content-type': 'application/json' });
	response.end(JSON.stringify({ answer: 'done', edits: [{ revision: null }], missed: [] }));
	// In the order in which they were answered, whatever each of them waits.
	waiting.push(() => passOn(request, body, (passed) => passed.resume()));
	setTimeout(() => waiting.shift()?.(), Math.random() * LONGEST_DELAY_MS);
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {Buffer} body
 * @param {(passed: import('node:http').IncomingMessage) => void} then
 */
function passOn({ method, url, headers }, body, then) {
	send({ port, method, path: url, headers }, then).end(body);
}

outer.listen(Number(process.env['PORT']), 'localhost');
await once(outer, 'listening');
console.log(`The late server is running at http://localhost:${process.env['PORT'] ?? ''}`);
