import { valueOf, type Appraisal, type Headline } from '../lib/model';
import type { Option } from './appraiseOption';
import { text, texts } from './json';

/** A headline as the documented JSON: `value`, `year`, `never`, `blockedBy` or `refused`, whichever it is. */
function headlineJson({ label, unit, answer }: Headline) {
	return {
		label,
		unit,
		...('value' in answer ? { value: text(answer.value, unit) } : answer)
	};
}

/** An option with its headlines as the documented JSON. */
export function headlinesJson({ role, scenario, appraisal }: Option) {
	return {
		scenario: scenario.id,
		role,
		headlines: Object.fromEntries(
			[...appraisal.headlines].map(([id, headline]) => [id, headlineJson(headline)])
		),
		notes: appraisal.notes
	};
}

/** An appraisal as the documented JSON object. */
export function appraisalJson(appraisal: Appraisal, options: readonly Option[]) {
	const { from, to, years, rows, headlines, notes } = appraisal;
	return {
		engine: to.engine,
		council: to.council.council.id,
		scenario: to.scenario.id,
		against: from.scenario.id,
		years,
		headlines: Object.fromEntries(
			[...headlines].map(([id, headline]) => [id, headlineJson(headline)])
		),
		figures: Object.fromEntries(
			[...rows].map(([id, row]) => [
				id,
				{
					label: row.label,
					unit: row.unit,
					byYear: texts(
						years.map((_, y) => valueOf(row, y)),
						row.unit
					),
					blockedBy: row.blockedBy
				}
			])
		),
		options: options.map(headlinesJson),
		notes
	};
}
