import { dirname, resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const planted = resolve('src/lib/model/planted.ts');

test.each([
	'window',
	'document',
	'fetch',
	'console',
	'process',
	'crypto',
	'performance',
	'setTimeout'
])('the engine cannot name %s', (name) => {
	expect(problems(`export const outside = ${name};`)).toEqual([
		expect.stringContaining(`Cannot find name '${name}'`)
	]);
});

test('the engine can name what the language itself has', () => {
	expect(problems('export const inside = Math.max(...[1, 2].toSorted());')).toEqual([]);
});

/** What the compiler says of a file of the engine with this text, under the engine's own settings. */
function problems(source: string): readonly string[] {
	const path = resolve('tsconfig.model.json');
	const config = ts.readConfigFile(path, (file) => ts.sys.readFile(file));
	const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, dirname(path));
	const host = ts.createCompilerHost(options);
	const compiler: ts.CompilerHost = {
		...host,
		fileExists: (file) => file === planted || host.fileExists(file),
		readFile: (file) => (file === planted ? source : host.readFile(file)),
		getSourceFile: (file, ...rest) =>
			file === planted
				? ts.createSourceFile(file, source, ts.ScriptTarget.ESNext)
				: host.getSourceFile(file, ...rest)
	};
	const program = ts.createProgram([planted], options, compiler);
	return ts
		.getPreEmitDiagnostics(program)
		.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
