import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
	differenceOf,
	entriesOf,
	listsOf,
	readCouncilText,
	rowOf,
	type Json,
	type Operation
} from '$lib/model';
import { editLines } from './editWords';
import { namesIn } from './names';

describe('the examples', () => {
	const example = (name: string) => {
		const read = readCouncilText(readFileSync(`scenarios/${name}.json`, 'utf8'));
		if (!read.ok) throw new Error(name);
		return read.council;
	};

	test.each(['fernshire', 'cheshire-east-2010'])(
		'of %s: every field has words of its own, none the name that files have for it',
		(name) => {
			const whole = example(name);
			const rows = [
				'council',
				...listsOf(whole).flatMap((list) =>
					(entriesOf(whole, list) ?? []).map(({ id }) => `${list}/${id}`)
				)
			];
			const operations = rows.flatMap((row) =>
				leaves(rowOf(whole, row)).map(({ path, value }): Operation => ({
					op: 'set',
					row,
					path,
					was: value
				}))
			);
			const labels = editLines(namesIn(whole, []), operations).map(
				({ label }) => label.split(' › ').at(-1) ?? ''
			);
			const raw = labels.filter((label) => /^[a-z]+[A-Z]\w*$|^[a-z]+$/.test(label));
			expect([...new Set(raw)]).toEqual([]);
			expect(labels.length).toBe(operations.length);
		}
	);

	test('differ from another council in lines that all can be told', () => {
		const operations = differenceOf(example('cheshire-east-2010'), example('fernshire'));
		const told = editLines(namesIn(example('fernshire'), operations), operations);
		expect(told.length).toBeGreaterThan(operations.length);
		expect(told.filter(({ label, now }) => /undefined|\[object/.test(label + now))).toEqual([]);
	});
});

/** Every place of a row that holds no further fields, by the keys that edits use. */
function leaves(value: Json | null, path: string[] = []): { path: string[]; value: Json }[] {
	if (value === null || typeof value !== 'object')
		return path.length === 0 || path[0] === 'id' ? [] : [{ path, value }];
	if (Array.isArray(value)) return path.length === 0 ? [] : [{ path, value }];
	return Object.entries(value).flatMap(([name, child]) => leaves(child, [...path, name]));
}
