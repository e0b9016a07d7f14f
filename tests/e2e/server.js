import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The browser tests start from nothing, as a newcomer does, and leave nothing behind.
const data = mkdtempSync(join(tmpdir(), 'windscreen-e2e-'));
process.on('exit', () => {
	rmSync(data, { recursive: true, force: true });
});
process.env['WINDSCREEN_DATA'] = data;
await import('../../src/cli/start.js');
