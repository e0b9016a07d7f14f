import { describe, expect, test } from 'vitest';
import { textOfWords } from '../calendar/words';
import {
	change,
	checkOf,
	councilWith,
	projected,
	remove,
	scenarioIn,
	set,
	type CouncilParts,
	type FileEdit
} from '../../../../tests/support/council';
import {
	allInPost,
	bought,
	building,
	entries,
	heading,
	saving,
	service,
	shareOf,
	stock,
	type FileRecord
} from '../../../../tests/support/records';
import { project, type Projection } from '../project';
import type { Checked } from './check';
import { CHECKS, runChecks } from './register';

const failed = (parts: CouncilParts) => {
	const projection = projected(parts);
	return projection.checks.filter(({ ok }) => !ok).map(({ id }) => id);
};

const message = (parts: CouncilParts, id: string) => {
	const check = checkOf(projected(parts), id);
	return check.ok ? 'ok' : textOfWords(check.message);
};

/** The projection's checks after somebody has tampered with what they look at. */
function tampered(projection: Projection, how: (checked: Checked) => Partial<Checked>) {
	const { council, scenario, run, nothing, figures } = projection;
	const checked = { council, scenario, run, nothing, figures };
	return runChecks({ ...checked, ...how(checked) })
		.filter(({ ok }) => !ok)
		.map(({ id }) => id);
}

const CARE = {
	placementTypes: [bought()],
	careFlows: [stock('10'), shareOf('1-4', 'residential', '1'), entries('1-4', 'residential', '12')]
};

test('the smallest council passes every check, and each check says what holds', () => {
	const { checks } = projected({});
	expect(checks.filter(({ ok }) => !ok)).toEqual([]);
	expect(checks.map(({ id }) => id)).toEqual(CHECKS.map(({ id }) => id));
	expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
	expect(checks.map(({ message: said }) => said)).toEqual(CHECKS.map(({ holds }) => holds));
});

describe('on money', () => {
	test('totals.add sees a figure that its parts do not make', () => {
		const projection = projected({ baseline: { posts: [allInPost()] } });
		const wrong = (id: string) =>
			tampered(projection, ({ figures }) => {
				const copy = new Map(figures);
				const own = copy.get(id);
				if (own !== undefined) copy.set(id, { ...own, values: own.values.map((v) => v + 1) });
				return { figures: copy };
			});
		expect(wrong('cost.staffing')).toContain('totals.add');
		expect(wrong('net.total')).toContain('totals.add');
		expect(wrong('cost.staffing/team')).toContain('totals.add');
		expect(wrong('staffing.fte')).not.toContain('totals.add');
	});

	test('empty.nothing sees a line that differs though nothing was changed', () => {
		const own = projected({ baseline: { posts: [allInPost()] } }, 'nothing');
		const other = projected({ baseline: { posts: [allInPost({ fte: '2' })] } }, 'nothing');
		expect(tampered(own, () => ({ nothing: other.run }))).toContain('empty.nothing');
		expect(tampered(own, () => ({ nothing: own.run }))).toEqual([]);
	});

	test('headings.remainder sees lines that are dearer than the heading that contains them', () => {
		const posts = [allInPost({ heading: 'family', headingScope: 'included' })];
		expect(failed({ baseline: { posts, headings: [heading({ budget: '39999.99' })] } })).toEqual([
			'headings.remainder'
		]);
		expect(failed({ baseline: { posts, headings: [heading({ budget: '40000' })] } })).toEqual([]);
	});

	test('published.sums sees 540,448 that lines of 539,771 are stated to make', () => {
		const posts = [
			allInPost({ costPerFte: '338771' }),
			allInPost({ id: 'second', costPerFte: '201000' })
		];
		const stated = (budget: string) => ({
			baseline: {
				posts,
				headings: [
					heading({
						use: 'published',
						budget,
						statedSumOf: ['posts/officer.costPerFte', 'posts/second.costPerFte']
					})
				]
			}
		});
		expect(message(stated('540448'), 'published.sums')).toBe(
			'Family services: the lines add up to 539,771, the document says 540,448; the difference is 677'
		);
		expect(failed(stated('539771'))).toEqual([]);
	});

	test('scope.known sees a record and a heading of unknown scope', () => {
		const posts = [allInPost({ heading: 'family', headingScope: 'unknown' })];
		expect(failed({ baseline: { posts, headings: [heading()] } })).toEqual(['scope.known']);
		expect(failed({ baseline: { headings: [heading({ scope: 'unknown' })] } })).toEqual([
			'scope.known'
		]);
	});

	test('funding.cliffs sees a stream that ends', () => {
		const stream = (fields: Partial<FileRecord<'fundingStreams'>>) => ({
			baseline: {
				fundingStreams: [
					{
						id: 'grant',
						title: 'Grant',
						amounts: { '2025/26': '5' },
						afterLast: 'continues' as const,
						...fields
					}
				]
			}
		});
		expect(failed(stream({}))).toEqual([]);
		expect(message(stream({ afterLast: 'ends' }), 'funding.cliffs')).toContain('2026/27');
		expect(message(stream({ ends: '2027-06' }), 'funding.cliffs')).toContain('2027/28');
		expect(failed(stream({ ends: '2028-04' }))).toEqual([]);
		const edited = (edit: FileEdit) => ({
			...stream({ ends: '2026-06' }),
			plan: [change({ edits: [edit] })]
		});
		const until = (month: string) => edited(set('fundingStreams/grant', 'ends', month));
		expect(message(until('2027-06'), 'funding.cliffs')).toContain('2027/28');
		expect(failed(until('2028-04'))).toEqual([]);
		expect(message(edited(remove('fundingStreams/grant')), 'funding.cliffs')).toContain('2025/26');
	});
});

describe('savings.history', () => {
	type Status = FileRecord<'savingsTargets'>['versions'][number]['status'];
	const history = (...steps: (readonly [Status, string])[]) => ({
		baseline: {
			savingsTargets: [
				saving({
					versions: steps.map(([status, date], i) => ({
						id: `v${String(i)}`,
						date,
						status,
						amounts: {},
						reason: ''
					}))
				})
			]
		}
	});
	const two = (from: Status, to: Status) => history([from, '2025-01-01'], [to, '2025-02-01']);

	test.each<readonly [Status, Status]>([
		['proposed', 'revised'],
		['proposed', 'approved'],
		['revised', 'approved'],
		['approved', 'delivered'],
		['approved', 'atRisk'],
		['atRisk', 'delivered'],
		['atRisk', 'withdrawn'],
		['approved', 'withdrawn']
	])('lets a saving that is %s become %s', (from, to) => {
		expect(failed(two(from, to))).toEqual([]);
	});

	test.each<readonly [Status, Status]>([
		['proposed', 'delivered'],
		['proposed', 'atRisk'],
		['delivered', 'approved'],
		['withdrawn', 'proposed'],
		['delivered', 'withdrawn']
	])('does not let one that is %s become %s', (from, to) => {
		expect(message(two(from, to), 'savings.history')).toBe(
			`Saving: a saving that is ${from} cannot become ${to}`
		);
	});

	test('sees a version that is dated before the one it follows', () => {
		expect(
			message(history(['proposed', '2025-02-01'], ['approved', '2025-01-31']), 'savings.history')
		).toBe('Saving: version v1 is dated before the one it follows');
	});
});

describe('on children', () => {
	const projection = projected({ baseline: CARE });

	test('care.balance sees a child who came from nowhere', () => {
		const found = tampered(projection, ({ run }) => {
			if ('waitsFor' in run.care.months) throw new Error('care is known here');
			const months = run.care.months.map((flows, m) =>
				m === 5 ? { ...flows, entries: flows.entries.map((own) => own + 1) } : flows
			);
			return { run: { ...run, care: { ...run.care, months } } };
		});
		expect(found).toEqual(['care.balance']);
	});

	test('care.chain sees a child who is lost between two months', () => {
		const found = tampered(projection, ({ run }) => {
			if ('waitsFor' in run.care.months) throw new Error('care is known here');
			const months = run.care.months.map((flows, m) =>
				m === 5
					? {
							...flows,
							opening: flows.opening.map((own) => own + 1),
							closing: flows.closing.map((own) => own + 1)
						}
					: flows
			);
			return { run: { ...run, care: { ...run.care, months } } };
		});
		expect(found).toEqual(['care.chain']);
	});

	test('care.shares sees shares that are not whole', () => {
		const careFlows = [stock('10'), shareOf('1-4', 'residential', '0.9')];
		expect(failed({ baseline: { ...CARE, careFlows } })).toEqual(['care.shares']);
	});

	test('care.stated sees a count of another day', () => {
		const shares = shareOf('1-4', 'residential', '1');
		const carried = [stock('10', '2025-03-31'), shares];
		expect(failed({ baseline: { ...CARE, careFlows: carried } })).toEqual(['care.stated']);
		const between = [stock('10', '2025-03-31'), stock('14', '2025-04-02'), shares];
		expect(message({ baseline: { ...CARE, careFlows: between } }, 'care.stated')).toBe(
			'The opening 12.0 children in care are interpolated between two dated counts'
		);
	});
});

describe('on records', () => {
	test('activities.whole sees time that exceeds or misses 100 %', () => {
		const post = (support: string) => ({
			baseline: {
				services: [service({ demand: {} })],
				posts: [allInPost({ activities: { support }, caseload: '1', absence: '0' })]
			}
		});
		expect(message(post('0.9'), 'activities.whole')).toContain('take 90% of its time');
		expect(failed(post('1'))).toEqual([]);
	});

	test('changes.overlap sees two changes of one field, and not of two', () => {
		const plan = (field: string) => [
			change({ id: 'a', title: 'A', edits: [set('posts/officer', 'fte', '2')] }),
			change({ id: 'b', title: 'B', edits: [set('posts/officer', field, '3')] })
		];
		const baseline = { posts: [allInPost()] };
		expect(message({ baseline, plan: plan('fte') }, 'changes.overlap')).toContain("'A' and 'B'");
		expect(failed({ baseline, plan: plan('heads') })).toEqual([]);
	});

	test('estate.balance sees a building that is counted though it closed', () => {
		const close = (id: string) => change({ id, edits: [remove('buildings/centre')] });
		const council = councilWith({
			baseline: { buildings: [building()] },
			plan: [close('a'), close('b')]
		});
		const plan = project(council, scenarioIn(council, 'plan'));
		const nothing = project(council, scenarioIn(council, 'nothing'));
		// Two closures of one building close one.
		expect(plan.checks.filter(({ ok }) => !ok)).toEqual([]);
		expect(tampered(plan, () => ({ figures: nothing.figures }))).toContain('estate.balance');
	});

	test('codes.known sees a placement code that the list of the first year has dropped', () => {
		const rules: FileRecord<'rules'>[] = [
			{
				id: 'codes',
				title: 'Codes',
				rule: 'placementCodes',
				rows: [
					{ from: '2024/25', codes: ['U4', 'K3', 'H5'] },
					{ from: '2025/26', codes: ['U4', 'K3'] },
					{ from: '2026/27', codes: [] }
				]
			}
		];
		const types = (...codes: string[]) => ({
			baseline: { ...CARE, rules, placementTypes: [bought({ codes })] }
		});
		expect(failed(types('U4', 'K3'))).toEqual([]);
		expect(message(types('U4', 'H5'), 'codes.known')).toBe(
			'Residential care: the code H5 is not in the list of 2025/26'
		);
	});
});

describe('on evidence', () => {
	const fact = (fields: object = {}) => ({
		id: 'f1',
		subject: 'Officers',
		measure: 'Cost',
		value: '40,000',
		unit: '£',
		date: '2025',
		document: 'A report',
		paragraph: '4.2',
		quote: 'cost',
		...fields
	});
	type Evidence = NonNullable<FileRecord<'posts'>['evidence']>[string];
	const cited = (facts: ReturnType<typeof fact>[], evidence: Partial<Evidence> = {}) => ({
		facts,
		baseline: { posts: [allInPost({ evidence: { costPerFte: { fact: 'f1', ...evidence } } })] }
	});

	test('facts.agree sees a field that is not what its fact states', () => {
		expect(failed(cited([fact()]))).toEqual([]);
		expect(failed(cited([fact({ value: '40,001' })]))).toEqual(['facts.agree']);
		expect(failed(cited([fact({ value: 'about forty thousand' })]))).toEqual([]);
		expect(failed(cited([fact({ value: '80000' })], { conversion: '0.5' }))).toEqual([]);
	});

	test('units.mixed sees thousands that are used as pounds without a conversion', () => {
		const thousands = fact({ value: '40', unit: '£000' });
		expect(failed(cited([thousands]))).toEqual(
			['facts.agree', 'units.mixed'].sort((a, b) => order(a) - order(b))
		);
		expect(failed(cited([thousands], { conversion: '1000' }))).toEqual([]);
	});

	test('facts.rivals sees another figure for the same thing', () => {
		const facts = [fact(), fact({ id: 'f2', value: '41,000', paragraph: '5.1' })];
		expect(message(cited(facts, { rivals: ['f2'] }), 'facts.rivals')).toContain(
			'uses 40,000 (4.2); 41,000 is said in 5.1'
		);
		expect(failed(cited(facts))).toEqual([]);
	});

	test('dates.weekday sees a weekday that the date did not have', () => {
		const dated = (weekday: string) => ({ facts: [fact({ value: '2014-05-23', weekday })] });
		expect(failed(dated('friday'))).toEqual([]);
		expect(message(dated('Saturday'), 'dates.weekday')).toBe(
			'f1: 2014-05-23 was a Friday, the document says Saturday'
		);
	});

	test('sources.rules sees a rate of the law that a pack fills without a source', () => {
		const filled = (source: string | null, on = true): CouncilParts => ({
			baseline: {
				rules: [
					{
						id: 'employer-ni',
						title: 'Insurance',
						rule: 'employerNi',
						rows: [{ from: '2024-04-06', rate: null, threshold: '9100' }]
					}
				]
			},
			packs: [
				{
					id: 'guess',
					title: 'Guess',
					description: '',
					on,
					values: [
						{
							field: 'rules/employer-ni.rows.0.rate',
							value: '0.138',
							low: '0.138',
							high: '0.138',
							source
						}
					]
				}
			]
		});
		expect(message(filled(null), 'sources.rules')).toBe(
			"Insurance: a value of the pack 'Guess' has no source; look the law up, and write where it says so"
		);
		expect(failed(filled('The regulations of the year, 2'))).toEqual([]);
		expect(failed(filled(null, false))).not.toContain('sources.rules');
	});

	test('sources.stale sees a review that was due before the projection starts', () => {
		expect(failed(cited([fact()], { reviewDate: '2025-03-31' }))).toEqual(['sources.stale']);
		expect(failed(cited([fact()], { reviewDate: '2025-04-01' }))).toEqual([]);
	});
});

function order(id: string): number {
	return CHECKS.findIndex((check) => check.id === id);
}
