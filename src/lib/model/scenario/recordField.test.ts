import { expect, test } from 'vitest';
import { change, councilFile, set } from '../../../../tests/support/council';
import { gradePost } from '../../../../tests/support/records';
import { problemLine } from './problem';
import { readCouncil } from './read';

test.each(['constructor', '__proto__', 'toString'])(
	"'%s', which every object has, is no field of a record",
	(field) => {
		const plan = [change({ edits: [set('posts/worker', field, 'x')] })];
		const file = councilFile({ baseline: { posts: [gradePost()] }, plan });
		const read = readCouncil(JSON.parse(JSON.stringify(file)));
		expect(read.ok ? [] : read.problems.map(problemLine)).toEqual([
			`scenarios[1].changes[0].edits[0].field: '${field}' is not a field of posts/worker that a change can set; mend its path`
		]);
	}
);
