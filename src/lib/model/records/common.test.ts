import { expect, test } from 'vitest';
import { councilFile } from '../../../../tests/support/council';
import { building, gradePost } from '../../../../tests/support/records';
import { readCouncil } from '../scenario/read';
import { problemLine } from '../scenario/problem';

const problemsIn = (baseline: Parameters<typeof councilFile>[0]) => {
	const read = readCouncil(JSON.parse(JSON.stringify(councilFile(baseline))));
	return read.ok ? [] : read.problems.map(problemLine);
};

test.each(['2025/27', '2020/25', '25/26'])(
	"'%s' is no year for prices, whose index it would leave out, nor for works that fall due",
	(year) => {
		const baseline = {
			posts: [gradePost({ priceYear: year })],
			buildings: [building({ backlog: '1', backlogDue: year })]
		};
		const message = `'${year}' is not a financial year; write it as 2010/11`;
		expect(problemsIn({ baseline })).toEqual([
			`baseline.posts[0].priceYear: ${message}`,
			`baseline.buildings[0].backlogDue: ${message}`
		]);
	}
);
