import type { Decimal } from 'decimal.js';
import {
	FIGURES,
	knownPartOf,
	textOfWords,
	valueOf,
	type Check,
	type Comparison,
	type Figure,
	type Payback,
	type Projection
} from '../lib/model';

/** Rows of text as a table: the first column to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => (row[column] ?? '').length))
	);
	return rows.map((row) =>
		row
			.map((cell, column) =>
				column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
			)
			.join('  ')
			.trimEnd()
	);
}

/** Decimals that a unit is shown with at most; two where it is not listed. */
const PLACES: Readonly<Record<string, number>> = {
	factor: 6,
	ratio: 2,
	'per child-day': 8,
	'share of 1': 6,
	'share a year': 6
};

/** A number as people read it: £1,234,567.89, 100.12, or 'blocked'. */
export function shown(value: Decimal | null, unit: string): string {
	if (value === null) return 'blocked';
	const places = unit.startsWith('£') ? 2 : Math.min(value.decimalPlaces(), PLACES[unit] ?? 2);
	const [whole = '', fraction] = value.abs().toFixed(places).split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
	const sign = value.isNegative() && !value.isZero() ? '-' : '';
	return `${sign}${unit.startsWith('£') ? '£' : ''}${digits}`;
}

/** The figures of a projection by year, each with its known part and its blanks where it is blocked. */
export function figureTable(projection: Projection): readonly string[] {
	const { council, scenario, years, figures } = projection;
	const own = Object.keys(FIGURES).flatMap((id) => figures.get(id) ?? []);
	const rows = own.map((figure) => [
		`${figure.id} [${figure.unit}]`,
		...years.map((_, y) => shown(valueOf(figure, y), figure.unit))
	]);
	const badge = council.council.invented ? ' (invented data)' : '';
	const terms = projection.terms === 'real' ? `real terms, ${years[0] ?? ''} prices` : 'cash terms';
	return [
		`${council.council.name}${badge}: ${scenario.title}, ${terms}`,
		'',
		...table([['', ...years], ...rows]),
		...blockedLines(own)
	];
}

function blockedLines(figures: readonly Figure[]): readonly string[] {
	const waiting = figures.filter(({ blockedBy }) => blockedBy.length > 0);
	return waiting.length === 0
		? []
		: [
				'',
				'Blocked figures wait for blank inputs:',
				...waiting.map((figure) => {
					const known = knownPartOf(figure, 0);
					const part =
						known === null || known.isZero()
							? ''
							: `; known so far in the first year ${shown(known, figure.unit)}`;
					return `  ${figure.id}: ${listed(figure.blockedBy)}${part}`;
				})
			];
}

const LISTED = 6;

/** What figures wait for: the first six of it, and how many more. */
export function listed(refs: readonly string[]): string {
	const more = refs.length - LISTED;
	return more > 0 ? `${refs.slice(0, LISTED).join(', ')} and ${more} more` : refs.join(', ');
}

/** Every check with its sentence, failed ones first. */
export function checkList(checks: readonly Check[]): readonly string[] {
	const failed = checks.filter(({ ok }) => !ok);
	return [
		`Checks: ${checks.length - failed.length} of ${checks.length} passed`,
		...failed.map(({ id, message }) => `  ATTENTION ${id}: ${textOfWords(message)}`),
		...checks.filter(({ ok }) => ok).map(({ id, message }) => `  ok ${id}: ${textOfWords(message)}`)
	];
}

/** The figures that differ between two scenarios. */
export function differenceTable({ a, b, years, figures }: Comparison): readonly string[] {
	const rows = Object.keys(FIGURES).flatMap((id) => {
		const own = figures.get(id);
		if (own === undefined || own.difference.every((value) => value?.isZero() === true)) return [];
		return [[`${id} [${own.unit}]`, ...own.difference.map((value) => shown(value, own.unit))]];
	});
	return [
		`${b.scenario.title}, less ${a.scenario.title}`,
		'',
		...(rows.length === 0 ? ['No figure differs.'] : table([['', ...years], ...rows])),
		...blockedLines(
			[...figures.values()]
				.filter(({ id, blockedBy }) => id in FIGURES && blockedBy.length > 0)
				.map(asFigure)
		)
	];
}

function asFigure(own: {
	id: string;
	label: string;
	unit: string;
	blockedBy: readonly string[];
}): Figure {
	return { ...own, values: new Float64Array(), known: new Float64Array() };
}

/** When B has paid for itself against A, in one line. */
export function paybackLine({ a, b, figures }: Comparison, payback: Payback): string {
	const pair = `'${b.scenario.title}' against '${a.scenario.title}'`;
	if (figures.get('net.total')?.difference.every((value) => value?.isZero() === true) === true)
		return `Simple payback of ${pair}: net cost does not differ`;
	if ('blockedBy' in payback) return `Simple payback of ${pair}: blocked`;
	return 'never' in payback
		? `Simple payback of ${pair}: not within the horizon`
		: `Simple payback of ${pair}: ${payback.year}`;
}

/** The bridge between two scenarios: each change's step, its three revenue parts kept apart, capital by itself. */
export function bridgeTable({ years, bridge }: Comparison): readonly string[] {
	const kinds = ['cashable', 'avoidance', 'oneOff', 'capital'] as const;
	const rows = bridge.flatMap((step) => [
		[
			`${step.turn === 'on' ? 'with' : 'without'} ${step.title}`,
			...step.net.map((value) => shown(value, '£'))
		],
		...kinds.map((kind) => [
			kind === 'capital'
				? '    capital (not in net cost)'
				: `    ${kind === 'oneOff' ? 'one-off' : kind}`,
			...step[kind].map((value) => shown(value, '£'))
		])
	]);
	return [
		'Bridge: change of net cost, positive is dearer',
		'',
		...(rows.length === 0
			? ['No step: the two have the same changes.']
			: table([['', ...years], ...rows]))
	];
}

const MONTH_NAMES = [
	'Apr',
	'May',
	'Jun',
	'Jul',
	'Aug',
	'Sep',
	'Oct',
	'Nov',
	'Dec',
	'Jan',
	'Feb',
	'Mar'
];
const MONTHS_IN_QUARTER = 3;

/** A year's figure by quarter and month. */
export function monthTable(months: readonly Decimal[] | null): readonly string[] {
	if (months === null) return ['By month: this figure is blocked, or is no sum of money lines.'];
	const quarters = [0, 1, 2, 3].map((quarter) =>
		months.slice(MONTHS_IN_QUARTER * quarter, MONTHS_IN_QUARTER * (quarter + 1))
	);
	return [
		'By quarter and month:',
		...table(
			quarters.map((own, quarter) => [
				`Q${quarter + 1}`,
				shown(
					own.reduce((sum, month) => sum.plus(month)),
					'£'
				),
				...own.map(
					(month, m) => `${MONTH_NAMES[MONTHS_IN_QUARTER * quarter + m] ?? ''} ${shown(month, '£')}`
				)
			])
		)
	];
}
