import {
	adjusted,
	figureIfChosen,
	inputOf,
	textOfWords,
	type InputOrigin,
	type Projection,
	type Working
} from '../lib/model';
import { listed, shown } from './tables';

/** The figure whose working is shown, and the year. */
interface ShownFigure {
	readonly id: string;
	readonly y: number;
}

/** A working as an indented list, each input with where it comes from. */
export function workingLines(
	projection: Projection,
	working: Working,
	shownFigure: ShownFigure,
	depth = 0
): readonly string[] {
	const indent = '  '.repeat(depth);
	const unit = working.unit.startsWith('£') ? working.unit.replace(/^£ ?/, '') : working.unit;
	const year = working.year === undefined ? '' : ` for ${working.year}`;
	const head = `${indent}${working.label}${year}: ${shown(working.value, working.unit)}${unit === '' || working.value === null ? '' : ` ${unit}`}`;
	return [
		working.figure === undefined ? head : `${head}   [${working.figure}]`,
		...(working.formula === undefined ? [] : [`${indent}  = ${working.formula}`]),
		...(working.note === undefined ? [] : [`${indent}  (${textOfWords(working.note)})`]),
		...(working.value === null && working.waitsFor !== undefined && working.parts.length === 0
			? [`${indent}  waits for ${listed(working.waitsFor)}`]
			: []),
		...(working.ref === undefined
			? []
			: originLines(projection, working.ref, shownFigure, `${indent}  `)),
		...working.parts.flatMap((part) => workingLines(projection, part, shownFigure, depth + 1))
	];
}

function originLines(
	projection: Projection,
	ref: string,
	figure: ShownFigure,
	indent: string
): readonly string[] {
	const origin = inputOf(projection, ref);
	if (origin === null) return [];
	const where = {
		baseline: 'typed in the baseline',
		pack: `assumed in '${origin.by.join(', ')}'`,
		change: `${origin.settings.some(({ steps }) => steps.length > 0) ? 'made' : 'set'} by ${origin.by.map((title) => `'${title}'`).join(' and ')}${wasBefore(origin)}${workedOut(origin)}`,
		blank: 'blank'
	}[origin.origin];
	const range =
		origin.range === null
			? ''
			: `, range ${origin.range.low.toFixed()} to ${origin.range.high.toFixed()}`;
	const basis = origin.isIllustrative
		? ', illustrative'
		: origin.source === null
			? ''
			: `, source: ${origin.source}`;
	const fact = origin.fact;
	return [
		`${indent}${ref}: ${where}${range}${basis}`,
		...(fact === null
			? []
			: [`${indent}${fact.id}: ${fact.document}, paragraph ${fact.paragraph}: "${fact.quote}"`]),
		...origin.rivals.flatMap((rival) => {
			const value = figureIfChosen(projection, figure.id, figure.y, ref, rival);
			const unit = projection.figures.get(figure.id)?.unit ?? '';
			return [
				`${indent}rival ${rival.id}: ${rival.value} ${rival.unit}, paragraph ${rival.paragraph}: "${rival.quote}"`,
				...(value === null
					? []
					: [`${indent}  with it, ${figure.id} would be ${shown(value, unit)}`])
			];
		})
	];
}

/** What the changes that multiply an input or add to it work on, one after another. */
function workedOut({ settings }: InputOrigin): string {
	return settings
		.flatMap(({ steps }) => steps)
		.map(({ from, edit }) => {
			const stands = from === null ? 'blank' : from.toFixed();
			const by =
				edit.edit === 'scale'
					? `× ${edit.factor.toFixed()}`
					: `${edit.by.isNegative() ? '−' : '+'} ${edit.by.abs().toFixed()}`;
			const result = from === null ? 'blank' : adjusted(from, edit).toFixed();
			return `; ${stands} ${by} = ${result}`;
		})
		.join('');
}

/** From when the last change of an input holds, and what stood there before any. */
function wasBefore({ settings, was, unit }: InputOrigin): string {
	const from = settings.at(-1)?.from ?? null;
	return [
		from === null ? '' : ` from ${from}`,
		was === null ? '' : `, was ${was.value === null ? 'blank' : shown(was.value, unit)}`
	].join('');
}
