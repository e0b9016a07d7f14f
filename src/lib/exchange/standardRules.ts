import type { CouncilFile } from '$lib/model';

type Rule = CouncilFile['baseline']['rules'][number];
type Row = Extract<Rule, { readonly rule: 'employerNi' }>['rows'][number];

/** Published rates and thresholds of employer's National Insurance, oldest first, each with where it is said. */
const PUBLISHED: readonly (Row & { readonly source: string })[] = [
	{
		from: '2024-04-06',
		rate: '0.138',
		threshold: '9100',
		source: 'GOV.UK, rates and thresholds for employers 2024 to 2025: 13.8% above £9,100 a year.'
	},
	{
		from: '2025-04-06',
		rate: '0.15',
		threshold: '5000',
		source:
			'GOV.UK, rates and thresholds for employers 2025 to 2026: 15% above £5,000 a year. It stands for later years until a row is added.'
	}
];

/**
 * The rule of employer's National Insurance for a council that begins in April of `first`: the published rows from the
 * one in force then, each with its source; a blank row where none is known for the first year.
 */
export function employerNiRule(first: number, years: number): Rule {
	const begins = `${first}-04-30`;
	const inForce = PUBLISHED.findLastIndex(({ from }) => from <= begins);
	const known = PUBLISHED.slice(Math.max(inForce, 0)).filter(
		({ from }) => from < `${first + years}-04-01`
	);
	// Tax years start on 6 April, so that of the year before covers the first days of the projection.
	const blank: readonly Row[] =
		inForce < 0 ? [{ from: `${first - 1}-04-06`, rate: null, threshold: null }] : [];
	const evidence = Object.fromEntries(
		known.flatMap(({ source }, place) =>
			['rate', 'threshold'].map(
				(field) =>
					[
						`rows.${place + blank.length}.${field}`,
						{ quality: 'green' as const, note: source }
					] as const
			)
		)
	);
	return {
		id: 'employer-ni',
		title: 'Employer’s National Insurance',
		rule: 'employerNi',
		...(known.length === 0 ? {} : { evidence }),
		rows: [...blank, ...known.map(({ from, rate, threshold }) => ({ from, rate, threshold }))]
	};
}
