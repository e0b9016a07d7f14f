import { join } from 'node:path';
import { main, root, runBundle } from './ensure.js';

// As npm start has it, so that both mean the same database.
process.env['WINDSCREEN_DATA'] ??= join(root, 'data');
await main(() => runBundle('src/cli/keeping/main.ts', process.argv.slice(2)));
