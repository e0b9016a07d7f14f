import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptForEachTest } from '../../../tests/support/kept';
import { localUser } from './access/policy';
import { findUser, personNamed, readName } from './users';

const kept = keptForEachTest();

describe('a name', () => {
	test.each([
		['Ann', 'Ann'],
		['  Siân O’Neill-Jones ', 'Siân O’Neill-Jones'],
		['Sia\u0302n', 'Siân'],
		['محمد', 'محمد'],
		['Finance team 2', 'Finance team 2'],
		['a'.repeat(80), 'a'.repeat(80)]
	])('%j is kept as %j', (text, name) => {
		expect(readName(text)).toEqual({ name });
	});

	test.each([
		['', 'empty'],
		['   ', 'empty'],
		['–', 'empty'],
		['\u200b\u200b', 'empty'],
		['a'.repeat(81), 'long'],
		['Ann\nBen', 'characters'],
		['Ann\u0000', 'characters'],
		['Ann\u202enneB', 'characters'],
		['\u2066Ann', 'characters'],
		['Ann\u2028Ben', 'characters'],
		['Ann\ud800', 'characters']
	])('%j is refused as %s', (text, problem) => {
		expect(readName(text)).toEqual({ problem });
	});

	test('that is kept reads as itself again, whatever was typed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (text) => {
				const read = readName(text);
				if ('name' in read) expect(readName(read.name)).toEqual(read);
				expect('name' in read || 'problem' in read).toBe(true);
			})
		);
	});
});

describe('a person', () => {
	test('is found again by the id that the browser holds', () => {
		const id = personNamed(kept.store, localUser, 'Ann');
		expect(findUser(kept.store, id)).toEqual({ ...localUser, id, name: 'Ann' });
	});

	test('who gives the same name again at the same browser stays who they were', () => {
		const id = personNamed(kept.store, localUser, 'Ann');
		expect(personNamed(kept.store, findUser(kept.store, id), 'Ann')).toBe(id);
	});

	test('with another name, or at another browser, is somebody else', () => {
		const id = personNamed(kept.store, localUser, 'Ann');
		const other = personNamed(kept.store, findUser(kept.store, id), 'Ben');
		expect(other).not.toBe(id);
		expect(personNamed(kept.store, localUser, 'Ann')).not.toBe(id);
		expect(findUser(kept.store, id).name).toBe('Ann');
	});

	test.each([undefined, '', 'local', 'windscreen', "' OR 1=1 --"])(
		'is nobody in particular where the browser holds %j',
		(id) => {
			personNamed(kept.store, localUser, 'Ann');
			expect(findUser(kept.store, id)).toBe(localUser);
		}
	);
});
