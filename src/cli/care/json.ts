import {
	dayText,
	type DailyEstimate,
	type DailyForecast,
	type DailyParameters,
	type Window
} from '../../lib/model';

/** An estimate as the documented JSON object: rates and entrants a day, shares of lines in their category. */
export function estimateJson({ rates, entrants, shares }: DailyEstimate, { from, to }: Window) {
	return { method: 'daily', from: dayText(from), to: dayText(to), rates, entrants, shares };
}

/** A forecast as the documented JSON object: what was used, and children, variance and pounds on each date. */
export function forecastJson(forecast: DailyForecast, { prices }: DailyParameters) {
	const { used, population, costs } = forecast;
	return {
		method: 'daily',
		dates: population.days.map(dayText),
		rates: used.rates,
		entrants: used.entrants,
		population: numbers(population.children),
		variance: numbers(population.variance),
		shares: used.shares,
		weeklyCosts: prices.weeklyCosts,
		costs: numbers(costs)
	};
}

function numbers(series: ReadonlyMap<string, Float64Array>): Record<string, readonly number[]> {
	return Object.fromEntries([...series].map(([name, values]) => [name, [...values]]));
}
