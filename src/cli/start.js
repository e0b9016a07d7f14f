import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureBuilt, ensureInstalled, main, PlainError, root } from './ensure.js';
import { listen, portProblem, readAddress } from './serve.js';

await main(async () => {
	checkNode();
	await checkAddress();
	await ensureInstalled();
	await ensureBuilt();
	process.env['WINDSCREEN_DATA'] ??= join(root, 'data');
	await import(pathToFileURL(join(root, 'build', 'index.js')).href);
});

/** Finds a port in use at once, and not after a minute of building. */
async function checkAddress() {
	const address = readAddress(process.env);
	if ('problem' in address) throw new PlainError(address.problem);
	const probe = createServer();
	const trouble = await listen(probe, address.host, address.port);
	if (trouble !== undefined) throw new PlainError(portProblem(trouble, address.port));
	await new Promise((resolve) => probe.close(resolve));
}
