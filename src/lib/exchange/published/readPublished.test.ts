import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
	childrenInCareFile,
	INVENTED,
	neighboursFile,
	populationFile,
	referralsFile,
	type InventedCouncil
} from '../../../../tests/support/published';
import { problemLine, publishedCouncils, publishedValue } from '$lib/model';
import { readPublished } from './readPublished';

const read = (...texts: readonly string[]) =>
	readPublished(texts.map((text, i) => ({ name: `${String(i + 1)}.csv`, bytes: strToU8(text) })));
const problems = (...texts: readonly string[]) => read(...texts).problems.map(problemLine);
const FIRST = INVENTED[0]!;
const council = (changed: Partial<InventedCouncil>): InventedCouncil => ({ ...FIRST, ...changed });

describe('published files', () => {
	test('are known by their columns and give every council its figures', () => {
		const { rows, neighbours, files, problems } = read(
			neighboursFile(),
			populationFile(),
			referralsFile(),
			childrenInCareFile()
		);
		expect(problems).toEqual([]);
		expect(files.map(({ kind }) => kind)).toEqual([
			'neighbours',
			'population',
			'referrals',
			'children in care'
		]);
		const councils = publishedCouncils(rows);
		expect(councils.map(({ name }) => name)).toEqual(INVENTED.map(({ name }) => name));
		for (const [i, own] of councils.entries()) {
			const wanted = INVENTED[i]!;
			expect(own).toMatchObject({
				area: wanted.area,
				code: wanted.code,
				// The population file calls every region Elsewhere.
				region: wanted.region
			});
			expect(own.years).toEqual(
				[0, 1, 2, 3].map((year) => ({
					year: 2021 + year,
					inCare: wanted.inCare[year],
					starting: wanted.starting[year],
					ceasing: wanted.ceasing[year],
					children: wanted.children[year],
					referrals: Number(wanted.area) * 4
				}))
			);
		}
		expect(neighbours.get('951')).toEqual([
			'952',
			'953',
			'954',
			'955',
			'956',
			'957',
			'958',
			'959',
			'960',
			'961'
		]);
	});

	test('may come in a zip file, with columns in any case and order and others beside them', () => {
		const [heading = '', ...lines] = childrenInCareFile([FIRST]).trim().split('\n');
		const turned = [heading.replace('\uFEFF', '').toUpperCase(), ...lines]
			.map((line) => `new,${line.split(',').toReversed().join(',')}`)
			.join('\n')
			.replace('new', 'extra');
		const name = FIRST.name;
		expect(turned).toContain(name);
		const zipped = zipSync({ 'data/cla.csv': strToU8(turned), 'data/about.txt': strToU8('') });
		const { rows, files } = readPublished([{ name: 'cla.zip', bytes: zipped }]);
		expect(files).toMatchObject([{ name: 'data/cla.csv', given: 'cla.zip' }]);
		expect(publishedCouncils(rows)[0]?.years.map(({ inCare }) => inCare)).toEqual(FIRST.inCare);
	});

	test('may use the older names of columns and years', () => {
		const old = childrenInCareFile([FIRST])
			.replace('population_type', 'population_count')
			.replace('children_count', 'number')
			.replace(/on 31 March/g, 'at 31 March')
			.replace(/^20(\d\d),/gm, (_, year: string) => `20${String(Number(year) - 1)}${year},`);
		const [own] = publishedCouncils(read(old).rows);
		expect(own?.years.map(({ year, inCare }) => [year, inCare])).toEqual(
			FIRST.inCare.map((inCare, i) => [2021 + i, inCare])
		);
	});

	test.each(['c', 'x', 'z', 'u', 'k', 'low', ':', 'Z', ''])('have no figure at %j', (mark) => {
		const text = childrenInCareFile([council({ inCare: [mark, 100, 110, 120] })]);
		const [own] = publishedCouncils(read(text).rows);
		expect(own?.years.map(({ inCare }) => inCare)).toEqual([null, 100, 110, 120]);
	});

	test('keep a council whose nine-character code changed, and part one whose area did', () => {
		const text = childrenInCareFile([
			council({ inCare: [100, 110, 'z', 'z'] }),
			council({ area: '971', name: 'New Alderbrook', inCare: ['z', 'z', 90, 95] })
		]).replace(/^(2024.*)E06900010/gm, '$1E06900099');
		const councils = publishedCouncils(read(text).rows);
		expect(councils.map(({ area, code }) => [area, code])).toEqual([
			['951', 'E06900099'],
			['971', 'E06900099']
		]);
		expect(councils.map((own) => publishedValue(own, 2022, 'inCare'))).toEqual([110, null]);
	});

	test('are taken as the newest edition has them, where two overlap', () => {
		const older = childrenInCareFile([council({ inCare: [100, 110, 120, 130] })])
			.split('\n')
			.filter((line) => !line.startsWith('2024'))
			.join('\n');
		const newer = childrenInCareFile([council({ inCare: [101, 111, 121, 131] })])
			.split('\n')
			.filter((line) => !line.startsWith('2021'))
			.join('\n');
		for (const texts of [
			[older, newer],
			[newer, older]
		])
			expect(publishedCouncils(read(...texts).rows)[0]?.years.map(({ inCare }) => inCare)).toEqual([
				100, 111, 121, 131
			]);
	});

	test('take the population from its own file where the figures have none', () => {
		const text = childrenInCareFile([council({ children: ['x', 'x', 500, 600] })]);
		const [own] = publishedCouncils(read(populationFile([FIRST]), text).rows);
		expect(own?.years.map(({ children }) => children)).toEqual([
			FIRST.children[0],
			FIRST.children[1],
			500,
			600
		]);
	});
});

describe('a published file with a mistake', () => {
	test('is refused by row, column and value', () => {
		const text = childrenInCareFile([council({ inCare: [100, 110, '12o', 130] })]);
		expect(problems(text)).toEqual([
			// Newest year first: the heading, then five rows a year, of which the council's stock is the fourth.
			"1.csv row 10, children_count: '12o' is not a count; write digits, or c, x, z, u, k, low or : where none is published"
		]);
		expect(read(text).rows).toEqual([]);
	});

	test('that says two things of one council is refused', () => {
		const text = childrenInCareFile([FIRST, { ...FIRST, inCare: [1, 1, 1, 1] }]);
		expect(problems(text)[0]).toContain('Alderbrook has');
		expect(problems(text)[0]).toContain('for 2024 in one file');
	});

	test('says which columns it lacks for the kind that it is nearest to', () => {
		expect(problems(childrenInCareFile().replace('children_count', 'children'))).toEqual([
			'1.csv: this is none of the published files; a file of children in care would also have the column children_count or number'
		]);
		expect(problems('CHILD,SEX,DOB\n1,1,2010-01-01\n')[0]).toContain('none of the published files');
	});

	test.each([
		[/^2023,/gm, '23,', "time_period: '23' is not a year; write 2024 for 2023/24"],
		[/,Local authority,/g, ',Ward,', 'no row of a local authority has a figure']
	])('tells of %s', (what, instead, words) => {
		expect(problems(childrenInCareFile([FIRST]).replace(what, instead))[0]).toContain(words);
	});

	test('of neighbours names the code that is none', () => {
		expect(problems(neighboursFile().replace(/,953,/, ',95,'))).toEqual([
			"1.csv row 2, sn_2: '95' is not a local authority's code of three digits"
		]);
	});

	test('lists twenty mistakes at most', () => {
		const wrong = INVENTED.map((own) => ({ ...own, inCare: ['?', '?', '?', '?'] }));
		expect(problems(childrenInCareFile(wrong))).toHaveLength(20);
	});

	test('with a few bytes changed anywhere is read, or refused by its name, and never crashes', () => {
		const texts = [childrenInCareFile(), populationFile(), neighboursFile(), referralsFile()];
		const whole = texts.map((text) => strToU8(text));
		const change = fc.record({ at: fc.nat(), byte: fc.nat({ max: 255 }) });
		fc.assert(
			fc.property(
				fc.nat({ max: whole.length - 1 }),
				fc.array(change, { minLength: 1, maxLength: 8 }),
				(which, changes) => {
					const bytes = Uint8Array.from(whole[which] ?? []);
					for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
					const found = readPublished([{ name: 'given.csv', bytes }]);
					expect(found.files.length + found.problems.length).toBeGreaterThan(0);
					for (const { place } of found.problems) expect(place).toMatch(/^given\.csv/);
					if (found.problems.length > 0) expect(found.rows).toEqual([]);
				}
			),
			{ numRuns: 1500 }
		);
	});
});
