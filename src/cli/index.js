// Becomes build/index.js (see svelte.config.js), so that `node build` listens as `npm start` does.
import { fileURLToPath } from 'node:url';
import { backUpHourly } from './hourly.js';
import { serve } from './serve.js';

const isRunning = await serve(process.env, async () => {
	const built = new URL('handler.js', import.meta.url).href;
	const module = /** @type {{ handler: import('./serve.js').Handler }} */ (await import(built));
	return module.handler;
});
if (isRunning) backUpHourly(fileURLToPath(new URL('keep.js', import.meta.url)));
