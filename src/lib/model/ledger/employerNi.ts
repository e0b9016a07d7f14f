import { yearLabel, type YearStart } from '../calendar/calendar';
import { blocked } from '../formula/value';
import { entry, type Context, type EmployerNi } from './context';

/** The employer NI row in force in a financial year: the latest that starts by the end of its April. */
export function employerNi(context: Context, id: string, year: YearStart): EmployerNi {
	const byYear = entry(context.ni, id);
	const known = byYear.get(year);
	if (known !== undefined) return known;
	const rule = context.rules.get(id);
	if (rule?.rule !== 'employerNi') throw new Error(`there is no employer NI rule '${id}'`);
	const lastDay = `${String(year)}-04-30`;
	let found = -1;
	rule.rows.forEach((row, i) => {
		if (row.from <= lastDay && (found < 0 || row.from > (rule.rows[found]?.from ?? ''))) found = i;
	});
	const row = rule.rows[found];
	const place = `rules/${id}.rows.${String(found)}`;
	// A year before the first row is as blank as an empty cell.
	const missing = blocked([`rules/${id}.rows (no row by ${yearLabel(year)})`], rule);
	const ni: EmployerNi = {
		rate: row === undefined ? missing : row.rate,
		threshold: row === undefined ? missing : row.threshold,
		places: { niRate: `${place}.rate`, niThreshold: `${place}.threshold` }
	};
	byYear.set(year, ni);
	return ni;
}
