import {
	APPRAISAL_ROWS,
	PERSPECTIVE_LABELS,
	PERSPECTIVES,
	splitFigureId,
	valueOf,
	type Answer,
	type Appraisal,
	type Headline,
	type Scenario
} from '../lib/model';
import type { Option } from './appraiseOption';
import { listed, shown, table } from './tables';

const ROLES = { doNothing: ' (do nothing)', doMinimum: ' (do minimum)', option: '' } as const;
const COLUMNS = [
	['Net present value', 'appraisal.npsv'],
	['Benefit-cost ratio', 'appraisal.bcr'],
	['Annual cost', 'appraisal.eac'],
	['Payback', 'appraisal.payback'],
	['discounted', 'appraisal.paybackDiscounted']
] as const;

/** What an answer says, in a cell. */
function answerWords(answer: Answer, unit: string): string {
	if ('value' in answer) return shown(answer.value, unit);
	if ('year' in answer) return answer.year;
	if ('never' in answer) return 'not within the horizon';
	return 'blockedBy' in answer ? 'blocked' : 'none';
}

/** The headlines of each option by perspective, what they wait for, and why there are none. */
export function headlineTable(options: readonly Option[], against: Scenario): readonly string[] {
	const { council, years } = options[0]?.appraisal.to ?? {};
	const badge = council?.council.invented === true ? ' (invented data)' : '';
	const rows = options.flatMap(({ role, scenario, appraisal }) => [
		[`${scenario.title}${ROLES[role]}`, ...COLUMNS.map(() => '')],
		...(scenario.id === against.id
			? [['  what the others are set against', ...COLUMNS.map(() => '')]]
			: PERSPECTIVES.map((perspective) => [
					`  ${PERSPECTIVE_LABELS[perspective]}`,
					...COLUMNS.map(([, id]) => {
						const headline = appraisal.headlines.get(`${id}/${perspective}`);
						return headline === undefined ? '' : answerWords(headline.answer, headline.unit);
					})
				]))
	]);
	return [
		`${council?.council.name ?? ''}${badge}: appraisal against ${against.title}, real terms in ${years?.[0] ?? ''} prices`,
		'',
		...table([['', ...COLUMNS.map(([title]) => title)], ...rows]),
		...(options.some(({ role }) => role === 'doMinimum')
			? []
			: ['', 'No scenario is marked as the one that does the least.']),
		...reasons(options.filter(({ scenario }) => scenario.id !== against.id))
	];
}

/** Why headlines are not there, and what the reader must know: each once, with the scenarios that it is about. */
function reasons(options: readonly Option[]): readonly string[] {
	const about = new Map<string, string[]>();
	for (const { scenario, appraisal } of options) {
		const own = [...appraisal.headlines.values()].flatMap((headline) => reasonOf(headline));
		for (const reason of new Set([...own, ...appraisal.notes]))
			about.set(reason, [...(about.get(reason) ?? []), scenario.id]);
	}
	return [...about].map(
		([reason, ids], i) =>
			`${i === 0 ? '\n' : ''}  ${ids.length === options.length ? '' : `${ids.join(', ')}: `}${reason}`
	);
}

function reasonOf({ id, answer }: Headline): readonly string[] {
	if ('refused' in answer) return [`no ${shortId(id)}: ${answer.refused}`];
	return 'blockedBy' in answer ? [`blocked by ${listed(answer.blockedBy)}`] : [];
}

const shortId = (id: string): string => splitFigureId(id).figure;

/** The rows of an appraisal by year, each with its parts, and the present values. */
export function appraisalLines({ rows, years, headlines }: Appraisal): readonly string[] {
	const own = [...rows.values()].map((row) => [
		row.id === splitFigureId(row.id).figure ? `${row.id} [${row.unit}]` : `  ${row.id}`,
		...years.map((_, y) => shown(valueOf(row, y), row.unit))
	]);
	const values = [...headlines.values()].filter(
		({ id, answer }) =>
			'value' in answer && !COLUMNS.some(([, column]) => id.startsWith(`${column}/`))
	);
	const agencies = [...headlines.values()].filter(
		({ id, answer }) => id.startsWith('appraisal.npsv/public/') && 'value' in answer
	);
	return [
		`${APPRAISAL_ROWS['appraisal.net'].label} is benefit less cost; positive is better.`,
		'',
		...table([['', ...years], ...own]),
		'',
		...table(
			[...values, ...agencies].map(({ id, label, unit, answer }) => [
				`${id}: ${label}`,
				answerWords(answer, unit)
			])
		)
	];
}
