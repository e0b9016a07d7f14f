#!/usr/bin/env node
import { main, runBundle } from './ensure.js';

await main(() => runBundle('src/cli/main.ts', process.argv.slice(2)));
