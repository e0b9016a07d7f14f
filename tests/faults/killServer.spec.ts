import { expect, test } from '@playwright/test';
import { join } from 'node:path';
import { BUILT_SERVER } from '../support/builtServer';
import { killCycles } from './killCycles';

test.setTimeout(400_000);

test('whatever moment the server is killed at, each acknowledged edit is kept, and each in flight counts once', async () => {
	const { acknowledged, resent, inFlight, ...wrong } = await killCycles(BUILT_SERVER, 5);
	expect(wrong).toEqual({ cycles: 5, lost: 0, doubled: 0, refused: 0, broken: [] });
	// Edits were answered while the server lived, and others were on their way when it died.
	expect(acknowledged - resent).toBeGreaterThanOrEqual(5);
	expect(inFlight).toBeGreaterThan(0);
	expect(resent).toBe(inFlight);
});

test('a server that answers before it has written is found out, so the test above is not idle', async () => {
	const { acknowledged, lost } = await killCycles(join('tests', 'faults', 'lateServer.js'), 3);
	expect(lost).toBeGreaterThan(0);
	// It loses what it had no time for, and keeps the rest.
	expect(lost).toBeLessThan(acknowledged);
});
