import nodeAdapter from '@sveltejs/adapter-node';
import { ensureBundle } from './src/cli/ensure.js';

const node = nodeAdapter({ out: 'build' });

/**
 * The Node adapter, with its entry point replaced by our own: adapter-node listens on every network
 * interface and serves static files before any hook, and Windscreen must answer this machine only.
 * @type {import('@sveltejs/kit').Adapter}
 */
const loopbackAdapter = {
	...node,
	async adapt(builder) {
		await node.adapt(builder);
		builder.copy('src/cli/serve.js', 'build/serve.js');
		builder.copy('src/cli/index.js', 'build/index.js');
		builder.copy('src/cli/hourly.js', 'build/hourly.js');
		builder.copy(await ensureBundle('src/cli/keeping/main.ts'), 'build/keep.js');
		builder.rimraf('build/index.js.map');
	}
};

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: {
		// Packages compile as they were written; our own components may use runes only.
		runes: true
	},
	kit: {
		adapter: loopbackAdapter,
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				// The one style attribute of Kit's own: the live region that announces a new page to screen readers.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
		csrf: {
			// Kit compares with one fixed origin and looks at forms only; src/hooks.server.ts compares every
			// writing request with the address it came in on, which may be localhost or 127.0.0.1.
			trustedOrigins: ['*']
		},
		typescript: {
			config: (config) => ({
				...config,
				include: [...config.include, '../*.config.ts', '../*.config.js', '../tests/**/*.js']
			})
		}
	}
};
