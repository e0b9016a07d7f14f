import { main, PlainError, runBundle } from './ensure.js';

await main(async () => {
	const [entry, ...args] = process.argv.slice(2);
	if (entry === undefined) throw new PlainError('Say which TypeScript file to run.');
	await runBundle(entry, args);
});
