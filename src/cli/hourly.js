import { spawn } from 'node:child_process';

const MINUTE_MS = 60_000;

/**
 * Asks for the automatic backup a minute after the start and every hour from then on, in a process of its own: copying
 * and checking would hold up every request of this one.
 * @param {string} program the backup program
 */
export function backUpHourly(program) {
	const ask = () => {
		const child = spawn(process.execPath, [program, 'backup', '--automatic'], {
			stdio: ['ignore', 'ignore', 'inherit']
		});
		child.on('error', (error) => {
			console.error(`The automatic backup could not be started: ${error.message}`);
		});
	};
	setTimeout(ask, MINUTE_MS).unref();
	setInterval(ask, 60 * MINUTE_MS).unref();
}
