import { readFileSync } from 'node:fs';
import { readPublished, type ReadPublished } from '../../lib/exchange/published/readPublished';
import {
	findCouncil,
	forecastPublished,
	problemLine,
	publishedCouncils,
	publishedValue,
	scorePublished,
	type Neighbours,
	type PublishedCouncil,
	type PublishedForecasts,
	type PublishedMeasure
} from '../../lib/model';
import type { Outcome } from '../outcome';
import { whyNot } from '../files';
import { table } from '../tables';
import { ALL, type PublishedCall, type Years } from './publishedUsage';
import { Refusal } from './refusal';

const OPTIONS = ['file', 'population', 'neighbours'] as const;
const FILES = {
	file: 'children in care',
	population: 'population',
	neighbours: 'neighbours'
} as const;
const CHILD_PLACES = 1;
const PERCENT_PLACES = 1;
const RATE_PLACES = 1;
const YEARS_SHOWN = 5;

/** Forecasts children in care from published files, or scores such forecasts. */
export function runPublished(call: PublishedCall): Outcome {
	try {
		const read = filesOf(call);
		const lines =
			call.years === null ? scoreLines(read, call) : forecastLines(read, call.years, call);
		return { output: `${lines.join('\n')}\n`, problems: [] };
	} catch (error) {
		if (error instanceof Refusal) return { output: '', problems: error.problems };
		throw error;
	}
}

function filesOf(call: PublishedCall): ReadPublished {
	const given = OPTIONS.flatMap((option) => {
		const name = call[option];
		return name === undefined ? [] : [{ option, name }];
	});
	const read = readPublished(given.map(({ name }) => ({ name, bytes: bytesOf(name) })));
	if (read.problems.length > 0) throw new Refusal(...read.problems.map(problemLine));
	for (const { option, name } of given) {
		const kinds = read.files.filter((file) => file.given === name).map(({ kind }) => kind);
		if (!kinds.includes(FILES[option]))
			throw new Refusal(
				`${name}: --${option} needs a file of ${FILES[option]}, and this is one of ${kinds.join(' and ')}`
			);
	}
	return read;
}

function bytesOf(path: string): Buffer {
	try {
		return readFileSync(path);
	} catch (error) {
		throw new Refusal(`${path}: ${whyNot(error)}`);
	}
}

function forecastLines(
	{ rows, neighbours }: ReadPublished,
	{ from, until }: Years,
	{ council: asked, json }: PublishedCall
): readonly string[] {
	const known = rows.filter(({ year }) => year < from);
	const forecast = forecastPublished(known, from, until);
	if ('problem' in forecast) throw new Refusal(forecast.problem);
	const councils = publishedCouncils(known);
	const council = asked.toLowerCase() === ALL ? null : councilNamed(councils, asked);
	const own = forecast.rows.filter(({ area }) => council === null || area === council.area);
	if (council !== null && own.length === 0)
		throw new Refusal(
			`${council.name}: no number of children in care is published for 31 March ${String(forecast.origin)}, the last day before ${String(from)} in the files`
		);
	if (json)
		return [
			JSON.stringify(
				own.map(({ council: name, code, year, mean, p10, p50, p90 }) => ({
					council: name,
					code,
					year,
					mean,
					p10,
					p50,
					p90
				})),
				null,
				1
			)
		];
	return [
		...(council === null ? [] : [...historyTable(council, councils, neighbours), '']),
		...forecastTable(forecast, own),
		...(council === null && forecast.leftOut.length > 0
			? [
					'',
					`No forecast, as no number in care is published for 31 March ${String(forecast.origin)}: ${forecast.leftOut.map(({ name }) => name).join(', ')}`
				]
			: [])
	];
}

function councilNamed(councils: readonly PublishedCouncil[], asked: string): PublishedCouncil {
	const found = findCouncil(councils, asked);
	if ('council' in found) return found.council;
	throw new Refusal(
		`--council: there is no council '${asked}' in the files; the nearest are ${found.nearest.join(', ')}`
	);
}

/** Children in care in a council, and in those most like it, on each 31 March; and who started and ceased. */
function historyTable(
	council: PublishedCouncil,
	councils: readonly PublishedCouncil[],
	neighbours: Neighbours
): readonly string[] {
	const years = council.years
		.filter(({ inCare, starting, ceasing }) => (inCare ?? starting ?? ceasing) !== null)
		.map(({ year }) => year)
		.slice(-YEARS_SHOWN);
	const cells = (of: PublishedCouncil, measure: PublishedMeasure): readonly string[] =>
		years.map((year) => publishedValue(of, year, measure)?.toFixed(0) ?? '-');
	const like = (neighbours.get(council.area) ?? []).flatMap(
		(area) => councils.find((other) => other.area === area) ?? []
	);
	return table([
		[council.name, ...years.map(String)],
		['in care on 31 March', ...cells(council, 'inCare')],
		['started in the year', ...cells(council, 'starting')],
		['ceased in the year', ...cells(council, 'ceasing')],
		...[council, ...like].map((one) => [
			`in care per 10,000, ${one.name}`,
			...years.map((year) => {
				const inCare = publishedValue(one, year, 'inCare');
				const children = publishedValue(one, year, 'children');
				return inCare === null || children === null
					? '-'
					: ((inCare / children) * 10_000).toFixed(RATE_PLACES);
			})
		])
	]);
}

function forecastTable(
	{ origin, growth }: PublishedForecasts,
	rows: PublishedForecasts['rows']
): readonly string[] {
	const percent = (share: number): string => `${(share * 100).toFixed(PERCENT_PLACES)} %`;
	return [
		`From the figures up to 31 March ${String(origin)}: all councils together grow by ${percent(Math.expm1(growth.drift))} a year;`,
		`each goes ${percent(growth.reversion)} of the way to its region's rate, and ${percent(growth.momentum)} of its last own growth comes again.`,
		'',
		...table([
			['In care on 31 March', '', 'expected', 'one in ten below', 'one in ten above'],
			...rows.map(({ council, year, mean, p10, p90 }) => [
				council,
				String(year),
				...[mean, p10, p90].map((children) => children.toFixed(CHILD_PLACES))
			])
		])
	];
}

function scoreLines({ rows }: ReadPublished, { json }: PublishedCall): readonly string[] {
	const scores = scorePublished(rows);
	if (scores.length === 0)
		throw new Refusal('the files hold too few years for a forecast that could be scored');
	if (json) return [JSON.stringify(scores, null, 1)];
	const shown = (children: number | null): string => children?.toFixed(CHILD_PLACES) ?? '-';
	return [
		'Mean absolute error in children, over the councils with every figure of every year',
		'',
		...table([
			[
				'31 March',
				'known up to',
				'councils',
				'this forecast',
				'same as last year',
				'stock and flow',
				'trend',
				'bias',
				'in 80 % band'
			],
			...scores.map(({ year, origin, councils, error, references, bias, coverage }) => [
				String(year),
				String(origin),
				String(councils),
				shown(error),
				shown(references.lastYear),
				shown(references.stockAndFlow),
				shown(references.trend),
				shown(bias),
				`${(coverage * 100).toFixed(PERCENT_PLACES)} %`
			])
		])
	];
}
