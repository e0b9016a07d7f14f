import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EFFECT_LIBRARY } from '../earlyHelp/library';
import { readCouncilText } from '../scenario/read';
import type { Council } from '../scenario/file';
import { applyOperations } from './apply';
import type { Target } from './cells';
import { effectSteps } from './effectSteps';
import { isObject } from './jsonPath';
import { rowOf } from './rows';

const read = readCouncilText(readFileSync('scenarios/fernshire.json', 'utf8'));
if (!read.ok) throw new Error('the example cannot be read');
const fernshire = read.council;
const BASELINE: Target = { into: 'baseline' };
const [conference] = EFFECT_LIBRARY;
const [version] = conference?.versions ?? [];
if (conference === undefined || version === undefined) throw new Error('the library is empty');

/** Fernshire, its edge of care service being for the families of the trial. */
const withPopulation: Council = {
	...fernshire,
	baseline: {
		...fernshire.baseline,
		services: fernshire.baseline.services.map((service) =>
			service.id === 'edge-of-care' ? { ...service, population: conference.population } : service
		)
	}
};

test('the interval of the trial is what its two percentages give, families counted once in two equal groups', () => {
	const perGroup = 1471 / 2;
	const [helped, not] = [0.362, 0.448];
	const ratio = helped / not;
	const error = Math.sqrt((1 - helped) / (perGroup * helped) + (1 - not) / (perGroup * not));
	const end = (sign: number) => (1 - ratio * Math.exp(sign * 1.96 * error)).toFixed(3);
	expect(version.reduction).toEqual({ value: (1 - ratio).toFixed(3), low: end(1), high: end(-1) });
	const half = 1.96 * Math.sqrt((not * (1 - not)) / perGroup);
	expect(version.p0).toEqual({
		value: '0.448',
		low: (not - half).toFixed(3),
		high: (not + half).toFixed(3)
	});
});

test('an effect fills an intervention with its number, range, source and grade, and nothing else', () => {
	const steps = effectSteps(withPopulation, BASELINE, 'edge-of-care-support', conference, version);
	if ('why' in steps) throw new Error(steps.why);
	const outcome = applyOperations(withPopulation, steps);
	if (outcome.outcome !== 'done') throw new Error(outcome.outcome);
	const find = ({ baseline }: Council) =>
		baseline.interventions.find(({ id }) => id === 'edge-of-care-support');
	const [before, after] = [find(withPopulation), find(outcome.council)];
	expect(after?.relativeReduction?.toFixed()).toBe('0.192');
	expect(after?.evidence?.['relativeReduction']?.low?.toFixed()).toBe('0.084');
	expect(after?.evidence?.['relativeReduction']?.high?.toFixed()).toBe('0.287');
	expect(after?.source).toContain('family-group-conference, version 1');
	expect([after?.engagement, after?.profile, after?.lagMonths]).toEqual([
		before?.engagement,
		before?.profile,
		before?.lagMonths
	]);
});

describe('an intervention that a change adds', () => {
	const scenario = withPopulation.scenarios.find(({ id }) => id === 'edge-of-care');
	const [first] = scenario?.changes ?? [];
	const copied = rowOf(withPopulation, 'records/interventions/edge-of-care-support');
	if (scenario === undefined || first === undefined || !isObject(copied))
		throw new Error('the example has no such scenario');
	const target: Target = { into: 'change', scenario: scenario.id, change: first.id };
	const add = { edit: 'add', kind: 'interventions', record: { ...copied, id: 'second' } };
	const adding = applyOperations(withPopulation, [
		{
			op: 'set',
			row: `changes/${scenario.id}/${first.id}`,
			path: ['edits', 'add interventions/second'],
			value: add
		}
	]);
	if (adding.outcome !== 'done') throw new Error(JSON.stringify(adding));

	test('is filled in its change, and the baseline stays as it is', () => {
		const steps = effectSteps(adding.council, target, 'second', conference, version);
		if ('why' in steps) throw new Error(steps.why);
		expect(new Set(steps.map(({ row }) => row))).toEqual(
			new Set([`changes/${scenario.id}/${first.id}`])
		);
		const outcome = applyOperations(adding.council, steps);
		if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome));
		expect(outcome.council.baseline).toEqual(adding.council.baseline);
		const edits = outcome.council.scenarios
			.find(({ id }) => id === scenario.id)
			?.changes.find(({ id }) => id === first.id)?.edits;
		const added = edits?.flatMap((edit) =>
			edit.edit === 'add' && edit.kind === 'interventions' ? [edit.record] : []
		);
		expect(added?.[0]).toMatchObject({
			id: 'second',
			relativeReduction: '0.192',
			evidence: { relativeReduction: { low: '0.084', mode: '0.192', high: '0.287' } }
		});
	});

	test('is refused as in the baseline, and one of the baseline is none of the change', () => {
		const [, other] = EFFECT_LIBRARY;
		if (other?.versions[0] === undefined) throw new Error('the library has one effect');
		expect(effectSteps(adding.council, target, 'second', other, other.versions[0])).toMatchObject({
			why: 'population'
		});
		expect(
			effectSteps(adding.council, target, 'edge-of-care-support', conference, version)
		).toEqual({ why: 'missing' });
	});
});

describe('an effect is refused', () => {
	test('where the service is for others', () => {
		expect(
			effectSteps(fernshire, BASELINE, 'edge-of-care-support', conference, version)
		).toMatchObject({
			why: 'population',
			message: expect.stringContaining("measured on 'families in pre-proceedings'") as string
		});
	});

	test('where the intervention is about another outcome', () => {
		const other = fernshire.baseline.interventions.find(({ outcome }) => outcome === 'returnHome');
		expect(effectSteps(withPopulation, BASELINE, other?.id ?? '', conference, version)).toEqual({
			why: 'outcome'
		});
	});

	test('where there is no such intervention', () => {
		expect(effectSteps(fernshire, BASELINE, 'none', conference, version)).toEqual({
			why: 'missing'
		});
	});
});
