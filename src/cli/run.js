import { ensureBuilt, ensureInstalled, main, PlainError, runBundle } from './ensure.js';

await main(async () => {
	const given = process.argv.slice(2);
	const needsServer = given[0] === '--built';
	const [entry, ...args] = needsServer ? given.slice(1) : given;
	if (entry === undefined) throw new PlainError('Say which TypeScript file to run.');
	if (needsServer) {
		await ensureInstalled();
		await ensureBuilt();
	}
	await runBundle(entry, args);
});
