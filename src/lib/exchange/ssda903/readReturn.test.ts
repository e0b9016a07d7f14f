import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { dayText, problemLine } from '$lib/model';
import { readReturn, yearInName, type ReadReturn } from './readReturn';
import type { GivenFile } from './zip';

const HEADER = 'CHILD,SEX,DOB,ETHNIC\n7,1,15/06/2010,WBRI\n';
const EPISODES = 'CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\n7,01/05/2023,S,C2,U6,PR1,,\n';
const UASC = 'CHILD,DUC\n7,20/01/2025\n';

const file = (name: string, text: string): GivenFile => ({ name, bytes: strToU8(text) });
const episodes = (text: string): ReadReturn => readReturn([file('2024/episodes.csv', text)]);
const problems = (text: string): readonly string[] => episodes(text).problems.map(problemLine);

/** Text in UTF-16 with its mark, the low byte first or last. */
function utf16(text: string, lowFirst: boolean): Uint8Array {
	const view = new DataView(new ArrayBuffer(2 * text.length + 2));
	[`\uFEFF${text}`].forEach((marked) => {
		for (let i = 0; i < marked.length; i++) view.setUint16(2 * i, marked.charCodeAt(i), lowFirst);
	});
	return new Uint8Array(view.buffer);
}

describe('the files of a return', () => {
	test('are known by their columns, whatever they are called', () => {
		const { rows, problems } = readReturn([
			file('2024/a.csv', EPISODES),
			file('2024/b.csv', UASC),
			file('2024/c.csv', HEADER)
		]);
		expect(problems).toEqual([]);
		expect(rows.headers).toHaveLength(1);
		expect(rows.uasc).toHaveLength(1);
		expect(rows.episodes).toEqual([
			{
				file: 0,
				row: 2,
				child: '7',
				start: expect.any(Number) as number,
				end: null,
				startReason: 'S',
				endReason: '',
				legalStatus: 'C2',
				placement: 'U6',
				provider: 'PR1',
				year: 2024
			}
		]);
		expect(dayText(rows.episodes[0]?.start ?? 0)).toBe('2023-05-01');
	});

	test('that are none of the three are passed over and named', () => {
		const { rows, passedOver } = readReturn([file('2024/reviews.csv', 'CHILD,REVIEW\n7,1\n')]);
		expect(passedOver).toEqual(['2024/reviews.csv']);
		expect(rows.headers).toEqual([]);
	});

	test.each<[string, (text: string) => Uint8Array]>([
		['UTF-8', strToU8],
		['UTF-8 with its mark', (text) => strToU8(`\uFEFF${text}`)],
		['UTF-16, low byte first', (text) => utf16(text, true)],
		['UTF-16, high byte first', (text) => utf16(text, false)],
		['UTF-16 without its mark', (text) => utf16(text, true).slice(2)],
		['Windows-1252', (text) => strToU8(text, true)]
	])('may be in %s', (_, bytesOf) => {
		const text = HEADER.replace('ETHNIC', 'ETHNIC,LA').replace('WBRI', 'WBRI,Ynys Môn');
		const { rows, problems } = readReturn([{ name: '2024/header.csv', bytes: bytesOf(text) }]);
		expect(problems).toEqual([]);
		expect(rows.headers[0]).toMatchObject({ child: '7', council: 'Ynys Môn' });
	});

	test('may be in a zip file, with folders by year, and other things beside them', () => {
		const bytes = zipSync({
			'2023/episodes.csv': strToU8(EPISODES),
			'2024/Episodes.CSV': strToU8(EPISODES),
			'2024/notes.docx': strToU8('no table'),
			'__MACOSX/2024/._episodes.csv': strToU8('x')
		});
		const { rows, problems, passedOver } = readReturn([{ name: 'returns.zip', bytes }]);
		expect([problems, passedOver]).toEqual([[], []]);
		expect(rows.episodes.map(({ year }) => year)).toEqual([2023, 2024]);
	});

	test('may have line ends of several kinds, as files put together have', () => {
		const rows = ['7', '8', '9'].map((child) => `${child},01/05/2023,S,C2,U6,PR1,,`);
		const [heading = ''] = EPISODES.split('\n');
		const { rows: read, problems } = episodes(`${heading}\r\n${rows.join('\n')}\r\n\r`);
		expect(problems).toEqual([]);
		expect(read.episodes.map(({ child }) => child)).toEqual(['7', '8', '9']);
	});

	test('in a broken zip file are refused', () => {
		const bytes = zipSync({ 'a.csv': strToU8(EPISODES) }).slice(0, 40);
		expect(readReturn([{ name: 'r.zip', bytes }]).problems.map(problemLine)).toEqual([
			'r.zip: the zip file cannot be opened; give its files by themselves'
		]);
	});

	test('cut in two give the same rows as whole', () => {
		const [heading = '', ...lines] = Array.from({ length: 9 }, (_, i) =>
			i === 0 ? EPISODES.split('\n')[0] : `${String(i)},0${String(i)}/05/2023,S,C2,U6,PR1,,`
		);
		const whole = episodes([heading, ...lines].join('\n')).rows.episodes;
		const halves = readReturn([
			file('2024/a.csv', [heading, ...lines.slice(0, 3)].join('\n')),
			file('2024/b.csv', [heading, ...lines.slice(3)].join('\r\n'))
		]).rows.episodes;
		const said = (rows: typeof whole) =>
			rows.map((row) => ({ ...row, file: undefined, row: undefined }));
		expect(said(halves)).toEqual(said(whole));
	});
});

describe('the year of a return', () => {
	test.each<[string, number | null]>([
		['2024/header.csv', 2024],
		['header_2023-24.csv', 2024],
		['returns 2023_2024/header.csv', 2024],
		['903/202324/header.csv', 2024],
		['2024/header_2024.csv', 2024],
		['2023/header_2024.csv', null],
		['header.csv', null],
		['header_12024.csv', null],
		['2023-25/header.csv', null]
	])('%s tells %s', (name, year) => {
		expect(yearInName(name)).toBe(year);
	});

	test('stands in the rows of files that several years share', () => {
		const text = EPISODES.replace('REC\n', 'REC,YEAR\n').replace('PR1,,', 'PR1,,,2022');
		expect(episodes(text).rows.episodes[0]?.year).toBe(2022);
		expect(problems(text.replace('2022', 'this'))).toEqual([
			"2024/episodes.csv row 2, YEAR: 'this' is not the year of a return; write 2024 for 2023/24"
		]);
	});

	test('is that of the last day, for files beside one episodes file that name none', () => {
		const { rows, problems } = readReturn([
			file('header.csv', HEADER),
			file('episodes.csv', EPISODES)
		]);
		expect(problems).toEqual([]);
		expect([rows.headers[0]?.year, rows.episodes[0]?.year]).toEqual([2024, 2024]);
	});

	test('has to be given where nothing tells it', () => {
		expect(readReturn([file('header.csv', HEADER)]).problems.map(problemLine)).toEqual([
			'header.csv: the year of the return is not known; put each year’s files into a folder named by it, such as 2024, or the year into the file’s name'
		]);
	});
});

describe('a file with a mistake', () => {
	test.each<[string, string, string]>([
		[
			'a day that the calendar lacks',
			EPISODES.replace('01/05/2023', '31/02/2023'),
			"2024/episodes.csv row 2, DECOM: '31/02/2023' is not a date; write it as 31/03/2024 or 2024-03-31"
		],
		[
			'an unknown placement',
			EPISODES.replace('U6', 'U7'),
			"2024/episodes.csv row 2, PLACE: 'U7' is not in the list of placement codes of any year"
		],
		[
			'an unknown provider',
			EPISODES.replace('PR1', 'PR9'),
			"2024/episodes.csv row 2, PLACE_PROVIDER: 'PR9' is not in the list of providers, PR0 to PR5"
		],
		[
			'a column that is missing',
			EPISODES.replace('REC\n', 'END\n'),
			'2024/episodes.csv row 1: the heading lacks REC; a file of episodes needs CHILD, DECOM, RNE, PLACE, PLACE_PROVIDER, DEC, REC'
		],
		[
			'a quotation mark that is not closed',
			EPISODES.replace('7,', '"7,'),
			'2024/episodes.csv row 2: a quotation mark is not closed'
		],
		[
			'a cell too many',
			EPISODES.replace('PR1,,', 'PR1,,,,x'),
			'2024/episodes.csv row 2: it has 10 cells and the heading 8; put quotation marks around a text that has a comma'
		],
		['nothing in it', '', '2024/episodes.csv: the file has no heading row']
	])('%s is refused by its place, with the mend', (_, text, sentence) => {
		expect(problems(text)).toEqual([sentence]);
		expect(episodes(text).rows.episodes).toEqual([]);
	});

	test('gives nothing, and the others are read', () => {
		const bad = `${EPISODES}8,tomorrow,S,C2,U6,PR1,,\n`;
		const { rows, problems } = readReturn([
			file('2023/episodes.csv', bad),
			file('2024/episodes.csv', EPISODES)
		]);
		expect(problems).toHaveLength(1);
		expect(rows.episodes.map(({ year }) => year)).toEqual([2024]);
	});

	test('is told of every mistake at once', () => {
		const lines = ['a,x,S,C2,U6,PR1,,', 'b,01/05/2023,S,C2,U6,PR1,y,'].join('\n');
		expect(problems(`${EPISODES}${lines}`)).toHaveLength(2);
	});
});

describe('columns', () => {
	test('are found in any order, whatever their case, among others', () => {
		const text = 'urn,rec,dec,place_provider,place,rne,decom,child\n1,,,pr1,u6,s,2023-05-01,7\n';
		expect(episodes(text).rows.episodes[0]).toMatchObject({
			child: '7',
			placement: 'U6',
			provider: 'PR1',
			startReason: 'S'
		});
	});

	test('may be parted by semicolons or tabs', () => {
		for (const separator of [';', '\t'])
			expect(episodes(EPISODES.replaceAll(',', separator)).rows.episodes).toHaveLength(1);
	});
});

test('ten thousand files with a few bytes changed are read or refused by name, and never crash', () => {
	const sources = [HEADER, EPISODES, UASC].map((text) =>
		strToU8(`${text}${text.split('\n')[1] ?? ''}\n`)
	);
	const byte = fc.oneof(
		fc.constantFrom(...strToU8(',";\n\r/-0\t\0')),
		fc.integer({ min: 0, max: 255 })
	);
	const change = fc.record({
		at: fc.nat({ max: 130 }),
		byte,
		how: fc.constantFrom('put', 'add', 'cut')
	});
	fc.assert(
		fc.property(
			fc.constantFrom(...sources),
			fc.array(change, { minLength: 1, maxLength: 6 }),
			(source, changes) => {
				let bytes = [...source];
				for (const { at, byte: value, how } of changes) {
					const place = at % (bytes.length + 1);
					bytes = bytes.toSpliced(place, how === 'add' ? 0 : 1, ...(how === 'cut' ? [] : [value]));
				}
				const name = '2024/file.csv';
				const { rows, problems, passedOver } = readReturn([
					{ name, bytes: Uint8Array.from(bytes) }
				]);
				for (const { place, message } of problems) {
					expect(place.startsWith(name)).toBe(true);
					expect(message).not.toBe('');
				}
				const read = rows.headers.length + rows.episodes.length + rows.uasc.length;
				// From a file with a problem nothing is taken.
				if (problems.length > 0 || passedOver.length > 0) expect(read).toBe(0);
			}
		),
		{ numRuns: 10_000 }
	);
});
