import { createServer } from 'node:http';

/** @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} Handler */

const loopback = ['127.0.0.1', 'localhost', '::1'];

// Set here and not in a hook, because static files and Kit's own error pages never reach the hooks.
// The Content-Security-Policy is Kit's (svelte.config.js): it carries a nonce for each page.
const headers = {
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	// Not no-referrer: it would make browsers send `Origin: null` with our own forms.
	'Referrer-Policy': 'same-origin',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
};

/**
 * Reads HOST and PORT, or says in one sentence what is wrong with them.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ readonly host: string; readonly port: number } | { readonly problem: string }}
 */
export function readAddress(env) {
	const { HOST: host = '127.0.0.1', PORT: text = '3000' } = env;
	if (!loopback.includes(host)) {
		return {
			problem: `Windscreen answers this machine only: HOST may be 127.0.0.1, ::1 or localhost, not ${host}.`
		};
	}
	const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
	if (port < 1 || port > 65535) {
		return { problem: `PORT must be a whole number from 1 to 65535, not "${text}".` };
	}
	return { host, port };
}

/**
 * The sentence for a port that could not be listened on.
 * @param {NodeJS.ErrnoException} error
 * @param {number} port
 */
export function portProblem(error, port) {
	const another = `choose another, for example PORT=${port < 65535 ? port + 1 : 3000} npm start.`;
	if (error.code === 'EADDRINUSE') return `Port ${port} is already in use: ${another}`;
	if (error.code === 'EACCES') return `Port ${port} may not be used by this account: ${another}`;
	return `Windscreen cannot listen on port ${port} (${error.message}): ${another}`;
}

/**
 * Whether a Host header names this machine and port. Any other name means that a foreign page had its
 * own name resolved to this machine, to read what is here.
 * @param {string | undefined} host
 * @param {number} port
 */
export function isOwnHost(host, port) {
	const names = ['localhost', '127.0.0.1', '[::1]'];
	return names.some(
		(name) => host?.toLowerCase() === `${name}:${port}` || (port === 80 && host === name)
	);
}

/**
 * Listens on this machine's loopback address, then loads the application: a port in use is thus found
 * before the database is touched. Requests that arrive meanwhile wait. What is in the way is one sentence.
 * @param {NodeJS.ProcessEnv} env
 * @param {() => Promise<Handler>} loadHandler
 * @returns {Promise<boolean>} whether it runs
 */
export async function serve(env, loadHandler) {
	const address = readAddress(env);
	if ('problem' in address) {
		refuse(address.problem);
		return false;
	}
	const { host, port } = address;
	// adapter-node takes the address of every page from here; without it, from what the client says.
	env['ORIGIN'] ??= `http://localhost:${port}`;
	// A pasted block of 2,000 rows or an imported council is one request; adapter-node stops at 512 kB without it.
	env['BODY_SIZE_LIMIT'] ??= '16M';

	const server = createServer();
	const trouble = await listen(server, host, port);
	if (trouble !== undefined) {
		refuse(portProblem(trouble, port));
		return false;
	}

	const ready = loadHandler();
	server.on('request', (request, response) => {
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		if (!isOwnHost(request.headers.host, port)) {
			response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' });
			response.end(`Windscreen answers only at http://localhost:${port}.\n`);
			return;
		}
		ready.then(
			(handler) => {
				handler(request, response);
			},
			() => response.destroy()
		);
	});
	process.once('SIGINT', () => {
		stop(server);
	});
	process.once('SIGTERM', () => {
		stop(server);
	});
	try {
		await ready;
	} catch (error) {
		server.close();
		server.closeAllConnections();
		// By name, because the built application brings a PlainError of its own.
		if (!(error instanceof Error) || error.name !== 'PlainError') throw error;
		refuse(error.message, 'exitCode' in error ? Number(error.exitCode) : 1);
		return false;
	}
	console.log(`Windscreen is running at http://localhost:${port}`);
	return true;
}

/**
 * The error that kept a server from listening, if there was one.
 * @param {import('node:net').Server} server
 * @param {string} host
 * @param {number} port
 * @returns {Promise<NodeJS.ErrnoException | undefined>}
 */
export function listen(server, host, port) {
	return new Promise((resolve) => {
		server.once('error', resolve);
		server.listen(port, host, () => {
			server.off('error', resolve);
			resolve(undefined);
		});
	});
}

/**
 * Lets requests under way finish, for two seconds at most, then tells the application, which closes its database.
 * @param {import('node:http').Server} server
 */
function stop(server) {
	const impatience = setTimeout(() => {
		server.closeAllConnections();
	}, 2000);
	server.close(() => {
		clearTimeout(impatience);
		// adapter-node's own event, which Node's types do not know.
		/** @type {import('node:events').EventEmitter} */ (process).emit('sveltekit:shutdown');
		process.exit(0);
	});
	server.closeIdleConnections();
}

/**
 * @param {string} problem
 * @param {number} [exitCode]
 */
function refuse(problem, exitCode = 1) {
	console.error(problem);
	process.exitCode = exitCode;
}
