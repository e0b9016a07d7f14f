import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemLine } from './problem';
import { readCouncilText } from './read';
import { repeatedKeys } from './repeatedKeys';
import { councilFile } from '../../../../tests/support/council';
import { gradePost } from '../../../../tests/support/records';

describe('a key that stands twice', () => {
	test.each([
		['{"a":1,"a":2}', ['a']],
		['{"a":{"b":1,"c":[{"d":1},{"e":1,"d":2,"e":3}]}}', ['a.c[1].e']],
		['{"a":1,"a":2,"a":3}', ['a', 'a']],
		[String.raw`{"a":1,"\u0061":2}`, ['a']],
		[String.raw`{"a\"":"}","a\\":"{\"a\":1,\"a\":2}"}`, []],
		['{"a":{"x":1},"b":{"x":1}}', []],
		['{"a":["a","a"],"b":"a"}', []],
		['[[],{},{"a":[]},"a",{"a":{}}]', []],
		['{"a":[[1,2],{"b":{"c":1,"c":1}}],"d":0,"d":0}', ['a[1].b.c', 'd']],
		['"text"', []]
	])('%s', (text, places) => {
		expect(repeatedKeys(text)).toEqual(places);
	});

	interface Node {
		readonly fields: readonly (readonly [string, Node | readonly Node[] | string])[];
	}
	const nodes = fc.letrec<{ node: Node }>((tie) => ({
		node: fc
			.array(
				fc.tuple(
					fc.constantFrom('a', 'b', 'c', 'x"y', 'p\\', 'é{'),
					fc.oneof(
						{ depthSize: 'small', withCrossShrink: true },
						fc.constantFrom('', 'a', '",":{[', '\\'),
						tie('node'),
						fc.array(tie('node'), { maxLength: 3 })
					)
				),
				{ maxLength: 4 }
			)
			.map((fields) => ({ fields }))
	})).node;

	function textOf({ fields }: Node): string {
		const parts = fields.map(([key, value]) => {
			const own =
				typeof value === 'string'
					? JSON.stringify(value)
					: 'fields' in value
						? textOf(value)
						: `[ ${value.map(textOf).join(' ,')}]`;
			return `\n${JSON.stringify(key)} : ${own}`;
		});
		return `{${parts.join(',')} }`;
	}

	/** In the order of the text: a key comes before what stands under it. */
	function expectedIn({ fields }: Node, path: string): readonly string[] {
		return fields.flatMap(([key, value], i) => {
			const place = path === '' ? key : `${path}.${key}`;
			const isSecond = fields.slice(0, i).some(([earlier]) => earlier === key);
			const below =
				typeof value === 'string'
					? []
					: 'fields' in value
						? expectedIn(value, place)
						: value.flatMap((item, n) => expectedIn(item, `${place}[${String(n)}]`));
			return [...(isSecond ? [place] : []), ...below];
		});
	}

	test('is found wherever it stands, and no other', () => {
		fc.assert(
			fc.property(nodes, (node) => {
				expect(repeatedKeys(textOf(node))).toEqual(expectedIn(node, ''));
			}),
			{ numRuns: 500 }
		);
	});

	test('refuses the file, beside what else is wrong with it', () => {
		const text = JSON.stringify(councilFile({ baseline: { posts: [gradePost({ fte: 'x' })] } }));
		const read = readCouncilText(text.replace('"heads":', '"heads":"7","heads":'));
		expect(read.ok ? [] : read.problems.map(problemLine)).toEqual([
			'baseline.posts[0].heads: stands twice in its object; keep one',
			"baseline.posts[0].fte: 'x' is not a number; write digits with a full stop for decimals, such as 12.5"
		]);
		const sound = JSON.stringify(councilFile({ baseline: { posts: [gradePost()] } }));
		expect(readCouncilText(sound.replace('"heads":', '"heads":"7","heads":')).ok).toBe(false);
		expect(readCouncilText(sound).ok).toBe(true);
	});
});
