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

test.each([
	['1', null],
	['1.0000000000000000000001', 'is above 1; write 1 or less'],
	['0.9999999999999999999999', null],
	['-0.0000000000000000000001', 'is below 0; write 0 or more'],
	['-0', null]
])(
	'a bound holds to the last digit, beyond what a float can tell apart: %s',
	(vacancy, refusal) => {
		expect(problemsIn({ baseline: { posts: [gradePost({ vacancy })] } })).toEqual(
			refusal === null ? [] : [`baseline.posts[0].vacancy: ${vacancy} ${refusal}`]
		);
	}
);
