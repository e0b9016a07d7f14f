import { financialYearOf, type DayNumber } from '../../calendar/days';
import { CARE_BANDS } from '../../records/careFlow';
import type { CareBand } from './bands';
import type { ChildPopulation } from './careModel';

/** What a child population lacks for the entries of a forecast to follow it: a year of the forecast, or the window's last, by band. */
export function populationLacks(
	population: ChildPopulation,
	windowEnd: DayNumber,
	start: DayNumber,
	until: DayNumber
): readonly { readonly band: CareBand; readonly year: string }[] {
	const years = new Set([financialYearOf(windowEnd)]);
	for (let day = start + 1; day <= until; day++) years.add(financialYearOf(day));
	return CARE_BANDS.flatMap((band) =>
		[...years]
			.filter((year) => population[band]?.[year] === undefined)
			.map((year) => ({ band, year }))
	);
}
