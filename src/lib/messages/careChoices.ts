const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

/** Words of the choice between the models that a forecast from a return may take. */
export const careChoices = {
	title: 'What the forecast takes for granted',
	exits: 'Leaving care',
	entries: 'Coming into care',
	exitsBy: {
		'one-phase': 'At one rate all along',
		'two-phase': 'At another rate in the first year in care'
	},
	entriesBy: {
		window: 'As many as in the window',
		trend: 'By the trend of the years',
		population: 'With the child population of each age band'
	},
	phases: (fits: boolean, statistic: number, degrees: number, pValue: number) =>
		`another rate in the first year of a time in care ${fits ? 'fits' : 'does not fit'} this window better (likelihood ratio ${statistic.toFixed(1)} at ${String(degrees)} degrees, p ${pValue < 0.001 ? 'below 0.001' : pValue.toFixed(3)}).`,
	trend: (growth: number, spread: number, years: number) =>
		`over ${String(years)} years the number ${growth < 0 ? 'fell' : 'rose'} by ${percent(Math.abs(growth))} a year, give or take ${percent(spread)}.`,
	noTrend: 'as many as in the window, for a trend needs three whole years of files.',
	populationMissing: (missing: readonly string[], isBegun: boolean) =>
		isBegun
			? `Entries can follow the child population once it is all there; it lacks ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ` and ${String(missing.length - 3)} more` : ''}.`
			: 'Entries can follow the child population by age, once it is typed.',
	bandIn: (band: string, year: string) => `ages ${band} in ${year}`
};
