import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
	appraise,
	readCouncilText,
	valueOf,
	type Appraisal,
	type Council
} from '../../src/lib/model';
import { appraisalsOf } from './reference/appraisal';
import type { CouncilFile } from './reference/council';
import { APPRAISED } from './reference/councils';

type Frozen = Readonly<Record<string, Readonly<Record<string, string>>>>;

function councilOf(text: string): Council {
	const read = readCouncilText(text);
	if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
	return read.council;
}

const TEXT_OF_HEADLINE =
	/^appraisal\.(pvCosts|pvBenefits|npsv|eac|bcr|payback|paybackDiscounted)\/[a-z]+$/;

/** The appraisal in the words of the frozen file. */
function asFrozen({ rows, headlines, years }: Appraisal): Readonly<Record<string, string>> {
	const result: Record<string, string> = {};
	for (const [id, row] of rows)
		if (/^appraisal\.(cost|benefit)/.test(id) && !id.startsWith('appraisal.benefitWeighted')) {
			const byYear = years.map((_, y) => valueOf(row, y)?.toFixed(2) ?? 'blocked');
			// The other program leaves out a part in which nothing differs.
			if (!id.includes('/') || byYear.some((value) => value !== '0.00'))
				result[id] = byYear.join(' ');
		}
	for (const [id, { answer, unit }] of headlines) {
		if (!TEXT_OF_HEADLINE.test(id) || 'refused' in answer) continue;
		if ('value' in answer)
			result[id] = unit === '£' ? answer.value.toFixed(2) : answer.value.toString();
		else if ('year' in answer) result[id] = `year ${years.indexOf(answer.year)}`;
		else result[id] = 'never' in answer ? `year ${years.length}` : 'blocked';
	}
	return result;
}

/** Without the scenario that changes nothing, which no headline is about. */
describe.each(APPRAISED)('$name', ({ scenarios, expected }) => {
	const council = councilOf(readFileSync(scenarios, 'utf8'));
	const frozen = JSON.parse(readFileSync(expected, 'utf8')) as Frozen;
	const [nothing, ...others] = council.scenarios;

	test('has the appraisal of every scenario frozen', () => {
		expect(Object.keys(frozen)).toEqual(council.scenarios.map(({ id }) => id));
	});

	test.each(others.map((scenario) => [scenario.id, scenario] as const))(
		'is appraised by the engine as by the other program: %s',
		(id, scenario) => {
			if (nothing === undefined) throw new Error('there is no first scenario');
			expect(asFrozen(appraise(council, scenario, nothing))).toEqual(frozen[id]);
		}
	);
});

// One scenario is enough to see that the frozen files are what the program in this folder makes: it takes its time.
test('the appraisals come out of the reference program as they are frozen', () => {
	const own = APPRAISED.find(({ name }) => name === 'fernshire');
	if (own === undefined) throw new Error('Fernshire is appraised');
	const file = JSON.parse(readFileSync(own.scenarios, 'utf8')) as CouncilFile;
	const scenarios = file.scenarios.filter(({ id }) => id === 'edge-of-care');
	const frozen = JSON.parse(readFileSync(own.expected, 'utf8')) as Frozen;
	expect(appraisalsOf({ ...file, scenarios }).get('edge-of-care')).toEqual(frozen['edge-of-care']);
}, 60_000);
