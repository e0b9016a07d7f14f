import { writeSync } from 'node:fs';

let passed = 0;

/**
 * A point between two changes to the disk. Tests count these points and end the process at each in turn (FAULT_AT=3
 * ends it at the third), to prove that whatever stops a migration, a backup or a restore leaves all or nothing of it.
 */
export function step(name: string): void {
	passed += 1;
	if (process.env['FAULT_AT'] !== String(passed)) return;
	writeSync(2, `${name}\n`);
	process.kill(process.pid, 'SIGKILL');
}
