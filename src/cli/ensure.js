// Works before anything is installed: only what comes with Node may be imported here.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	existsSync,
	readdirSync,
	readFileSync,
	renameSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const vite = join('node_modules', 'vite', 'bin', 'vite.js');
const installStamp = join(root, 'node_modules', '.windscreen-install');
const buildStamp = join(root, 'build', '.windscreen-sources');
const buildInputs = [
	'src',
	'drizzle',
	'scenarios',
	'static',
	'svelte.config.js',
	'vite.config.ts',
	'vite.cli.config.ts',
	'package-lock.json',
	'tsconfig.json'
];
const bundleInputs = [
	'src/lib',
	'src/cli',
	'drizzle',
	'scenarios',
	'vite.cli.config.ts',
	'package-lock.json'
];

/** A failure whose message is written for the person at the keyboard; it needs no stack. */
export class PlainError extends Error {
	/** @override */
	name = 'PlainError';
}

/**
 * Runs a command line program's body: a PlainError becomes one line on stderr and its exit code, or 1.
 * @param {() => Promise<void>} body
 */
export async function main(body) {
	try {
		await body();
	} catch (error) {
		// By name, because the built application brings a PlainError of its own.
		const plain = error instanceof Error && error.name === 'PlainError';
		console.error(plain ? error.message : error);
		process.exitCode = plain && 'exitCode' in error ? Number(error.exitCode) : 1;
	}
}

/** Refuses a Node release that the dependencies do not run on. */
export function checkNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major === 24;
	if (!supported) {
		throw new PlainError(
			`Windscreen needs Node.js 20.19, 22.12 or 24 and later releases of these; this is ${process.versions.node}. Install Node.js 24 and try again.`
		);
	}
}

/** Installs the dependencies when they are missing, or belong to another lock file or Node release. */
export async function ensureInstalled() {
	if (readIfExists(installStamp) === installKey()) return;
	console.error('Installing what Windscreen needs: the first time takes a minute or two.');
	const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund']);
	if (code === 0) {
		stampInstall();
		return;
	}
	if (/node-gyp|gyp ERR!|prebuild-install/.test(output)) {
		throw new PlainError(
			'better-sqlite3 could not be compiled: install a C++ compiler, make and Python 3 (on Debian: build-essential and python3) and try again.'
		);
	}
	throw new PlainError('`npm ci` failed: what it said is above.');
}

/** Remembers which lock file and Node release the installed dependencies belong to. */
export function stampInstall() {
	writeFileSync(installStamp, installKey());
}

/**
 * Builds the server and its pages when the sources have changed since the last build.
 * @param {{ readonly force?: boolean }} [options] `force` builds even when nothing has changed
 */
export async function ensureBuilt({ force = false } = {}) {
	const key = sourceKey(buildInputs);
	if (!force && readIfExists(buildStamp) === key) return;
	console.error('Building the pages.');
	const { code } = await runNode(vite, ['build', '--logLevel', 'warn']);
	if (code !== 0) throw new PlainError('The build failed: what it said is above.');
	writeFileSync(buildStamp, key);
}

/**
 * Bundles a TypeScript entry for Node when its sources have changed since the last time.
 * @param {string} entry the entry, relative to the project's folder
 * @returns {Promise<string>} the path of the bundle
 */
export async function ensureBundle(entry) {
	const outfile = join(root, 'build-cli', entry.replace(/[\\/]/g, '-').replace(/\.ts$/, '.js'));
	// The key stands in the file's own first line, so that no moment exists in which the two disagree.
	const firstLine = `// ${sourceKey([...bundleInputs, dirname(entry)])}\n`;
	if (readIfExists(outfile)?.startsWith(firstLine)) return outfile;
	const draft = `${process.pid}-${basename(outfile)}`;
	const { code, output } = await runNode(
		vite,
		['build', '--config', 'vite.cli.config.ts', '--logLevel', 'warn'],
		{ WINDSCREEN_BUNDLE_ENTRY: entry, WINDSCREEN_BUNDLE_OUTFILE: draft },
		{ quiet: true }
	);
	if (code !== 0) throw new PlainError(`${entry} could not be bundled:\n${output.trim()}`);
	const draftPath = join(root, 'build-cli', draft);
	writeFileSync(draftPath, firstLine + readFileSync(draftPath, 'utf8'));
	renameSync(draftPath, outfile);
	return outfile;
}

/**
 * Bundles a TypeScript entry where needed and runs it in this process with the given arguments.
 * @param {string} entry the entry, relative to the project's folder
 * @param {readonly string[]} args
 */
export async function runBundle(entry, args) {
	checkNode();
	await ensureInstalled();
	const bundle = await ensureBundle(entry);
	process.argv = [process.execPath, bundle, ...args];
	await import(pathToFileURL(bundle).href);
}

/**
 * Runs npm or another program; all that it says goes to stderr, because stdout belongs to our own answer.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<{ readonly code: number; readonly output: string }>}
 */
function run(command, args) {
	// npm is a script on Windows, which only a shell can start.
	const child = spawn(command, args, { cwd: root, shell: process.platform === 'win32' });
	return finished(child, { quiet: false }, command);
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env]
 * @param {{ readonly quiet: boolean }} [options] `quiet` keeps the output back; it is returned in any case
 */
function runNode(script, args, env = {}, options = { quiet: false }) {
	const child = spawn(process.execPath, [script, ...args], {
		cwd: root,
		env: { ...process.env, ...env }
	});
	return finished(child, options, script);
}

/**
 * @param {import('node:child_process').ChildProcessWithoutNullStreams} child
 * @param {{ readonly quiet: boolean }} options
 * @param {string} name
 * @returns {Promise<{ readonly code: number; readonly output: string }>}
 */
function finished(child, { quiet }, name) {
	child.stdin.end();
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
			output += text;
			if (!quiet) process.stderr.write(text);
		});
	}
	return new Promise((resolve, reject) => {
		child.on('error', (error) => {
			reject(new PlainError(`${name} could not be started (${error.message}): is it installed?`));
		});
		child.on('close', (code) => {
			resolve({ code: code ?? 1, output });
		});
	});
}

function installKey() {
	const { modules } = process.versions;
	const lock = readFileSync(join(root, 'package-lock.json'));
	return digest([process.platform, process.arch, modules, lock]);
}

/**
 * A hash over the names and contents of the given files and folders, tests left out.
 * @param {readonly string[]} paths
 */
function sourceKey(paths) {
	const files = [...new Set(paths.flatMap(filesUnder))].sort();
	return digest(files.flatMap((file) => [file, readFileSync(join(root, file))]));
}

/**
 * @param {string} path
 * @returns {readonly string[]}
 */
function filesUnder(path) {
	if (!existsSync(join(root, path))) return [];
	if (statSync(join(root, path)).isFile()) return [path];
	return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
		.filter((found) => found.isFile() && !found.name.endsWith('.test.ts'))
		.map((found) => join(relative(root, found.parentPath), found.name));
}

/** @param {readonly (string | Buffer)[]} parts */
function digest(parts) {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(`${part.length}:`).update(part);
	return hash.digest('hex');
}

/** @param {string} path */
function readIfExists(path) {
	return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
