// Becomes build/index.js (see svelte.config.js), so that `node build` listens as `npm start` does.
import { serve } from './serve.js';

await serve(process.env, async () => {
	const built = new URL('handler.js', import.meta.url).href;
	/** @type {{ handler: import('./serve.js').Handler }} */
	const { handler } = await import(built);
	return handler;
});
