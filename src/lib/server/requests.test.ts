import { describe, expect, test } from 'vitest';
import { editRequest } from '../exchange/editing';
import { DEEPEST_REQUEST, readRequest } from './requests';

const asked = {
	request: '3f6d1c1e-6f0e-4a7e-9b53-0f6a2d1c9e11',
	seen: 1,
	scenario: null,
	act: 'typed',
	operations: [{ op: 'set', row: 'council', path: ['name'], was: 'A', value: 'B' }]
};
const read = (text: string) => readRequest(editRequest, text);
const withValue = (json: string) => JSON.stringify(asked).replace('"value":"B"', `"value":${json}`);

describe('a request', () => {
	test('is read as it was sent', () => {
		expect(read(JSON.stringify(asked))).toEqual({ ok: true, data: asked });
	});

	test.each(['', '{', 'null', '[]', '"text"', '3', 'undefined'])('of %j is no object', (text) => {
		expect(read(text)).toEqual({ ok: false, reason: 'notJson' });
	});

	test.each([
		['a field that there is not', { ...asked, role: 'admin' }, 'role: is not a field here'],
		[
			'a field of a step that there is not',
			{ ...asked, operations: [{ ...asked.operations[0], by: 1 }] },
			'operations[0].by: is not a field here'
		],
		['a step that there is not', { ...asked, operations: [{ op: 'drop' }] }, 'operations[0].op'],
		[
			'a row that there cannot be',
			{ ...asked, operations: [{ ...asked.operations[0], row: 'user/x' }] },
			"operations[0].row: 'user/x' names no row"
		],
		['no steps', { ...asked, operations: [] }, 'operations: is too short'],
		['half a revision', { ...asked, seen: 1.5 }, 'seen: '],
		['a name of its own making', { ...asked, request: '1' }, 'request: ']
	])('with %s is refused, and the place is named', (_, data, problem) => {
		expect(read(JSON.stringify(data))).toEqual({
			ok: false,
			reason: 'wrong',
			problem: expect.stringContaining(problem) as string
		});
	});

	test('with half a pair of code units is refused, in a value or a name, for SQLite would keep something else', () => {
		expect(read(withValue('"\\ud800"'))).toEqual({ ok: false, reason: 'badText' });
		expect(read(withValue('{"\\udc00":1}'))).toEqual({ ok: false, reason: 'badText' });
		expect(read(withValue('"\\ud83d\\ude00"'))).toMatchObject({ ok: true });
	});

	test('is taken as deep as the limit, and refused one level deeper, or a hundred thousand', () => {
		// The value of a step stands three levels down already.
		const nested = (levels: number) => withValue('['.repeat(levels) + ']'.repeat(levels));
		expect(read(nested(DEEPEST_REQUEST - 3))).toMatchObject({ ok: true });
		expect(read(nested(DEEPEST_REQUEST - 2))).toEqual({ ok: false, reason: 'tooDeep' });
		expect(read(nested(100_000))).toMatchObject({ ok: false });
	});

	test('that names __proto__ changes no object', () => {
		read(withValue('{"__proto__":{"polluted":true}}'));
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});
});
