import { describe, expect, test } from 'vitest';
import { councilFile } from '../../../../tests/support/council';
import {
	bought,
	intervention,
	mixed,
	service,
	type FileRecord
} from '../../../../tests/support/records';
import { problemLine } from '../scenario/problem';
import { readCouncil } from '../scenario/read';

type Help = Partial<FileRecord<'interventions'>>;

function problems(help: Help): readonly string[] {
	const file = councilFile({
		baseline: {
			services: [service()],
			placementTypes: [mixed(), bought()],
			interventions: [intervention(help)]
		}
	});
	const read = readCouncil(JSON.parse(JSON.stringify(file)));
	return read.ok
		? []
		: read.problems.map((problem) =>
				problemLine(problem).replace('baseline.interventions[0].', '')
			);
}

const part = { band: '10-15' as const, type: 'residential', share: '1' };

describe('an intervention', () => {
	test.each<readonly [string, Help]>([
		['entries', {}],
		['returns home', { outcome: 'returnHome', profile: [part] }],
		['steps down', { outcome: 'stepDown', profile: [{ ...part, to: 'foster' }] }],
		[
			'protection plans',
			{ outcome: 'protectionPlan', planMonths: '10', costPerPlanMonth: null, profile: [] }
		]
	])('on %s is read', (_, help) => {
		expect(problems(help)).toEqual([]);
	});

	test.each<readonly [string, Help]>([
		[
			"profile[0].to: is missing; an effect on 'stepDown' needs the type that children move to",
			{ outcome: 'stepDown', profile: [part] }
		],
		[
			'profile[0].to: is the type that children move from; write another',
			{ outcome: 'stepDown', profile: [{ ...part, to: 'residential' }] }
		],
		[
			"profile[0].to: there is no placement type 'palace'; add it or mend the name",
			{ outcome: 'stepDown', profile: [{ ...part, to: 'palace' }] }
		],
		[
			"profile[0].to: belongs to an effect on 'stepDown'; remove it",
			{ outcome: 'returnHome', profile: [{ ...part, to: 'foster' }] }
		],
		[
			'profile: is empty; write the share of the effect in each band and type',
			{ outcome: 'returnHome', profile: [] }
		],
		[
			'profile: shares children in care; an effect on plans has none, so write []',
			{ outcome: 'protectionPlan', planMonths: '1', costPerPlanMonth: '1', profile: [part] }
		],
		[
			"costPerPlanMonth: is missing; an effect on 'protectionPlan' needs it (null where it is not known)",
			{ outcome: 'protectionPlan', planMonths: '1', profile: [] }
		],
		["planMonths: belongs to an effect on 'protectionPlan'; remove it", { planMonths: '3' }]
	])('is refused: %s', (message, help) => {
		expect(problems(help)).toEqual([message]);
	});
});
