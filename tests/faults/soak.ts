import { join } from 'node:path';
import { BUILT_SERVER } from '../support/builtServer';
import { killCycles, type Tally } from './killCycles';

const cycles = Number(process.argv[2] ?? '100');

function line({
	cycles: done,
	acknowledged,
	resent,
	inFlight,
	lost,
	refused,
	doubled,
	broken
}: Tally) {
	const kept = `${acknowledged - resent} edits acknowledged, ${inFlight} in flight and sent again (${refused} refused)`;
	return `${done} kills: ${kept}; ${lost} lost, ${doubled} doubled, ${broken.length} otherwise wrong`;
}

function everyTenth(tally: Tally): void {
	if (tally.cycles % 10 === 0) process.stdout.write(`${line(tally)}\n`);
}

process.stdout.write(`The server is killed ${cycles} times while sixteen people write.\n`);
const tally = await killCycles(BUILT_SERVER, cycles, everyTenth);
for (const problem of tally.broken) process.stdout.write(`${problem}\n`);

process.stdout.write(
	'\nThe same with a server that answers before it has written, which must lose edits.\n'
);
const control = await killCycles(join('tests', 'faults', 'lateServer.js'), 10, everyTenth);

const { lost, doubled, refused, broken } = tally;
if (lost + doubled + refused + broken.length > 0 || control.lost === 0) process.exitCode = 1;
