import { parseYear, yearLabel, type Council } from '$lib/model';

/** The years of a council's projection in which entries to care wait for their child population, and how many entries do. */
export function blankPopulations({ council, baseline }: Council): {
	readonly entries: number;
	readonly years: readonly string[];
} {
	const first = parseYear(council.firstYear) ?? 0;
	const all = Array.from({ length: council.horizonYears }, (_, y) => yearLabel(first + y));
	const blank = baseline.careFlows.flatMap((flow) => {
		if (flow.flow !== 'entries' || flow.basis !== 'perThousand') return [];
		const years = all.filter((year) => (flow.population?.[year] ?? null) === null);
		return years.length === 0 ? [] : [years];
	});
	return {
		entries: blank.length,
		years: all.filter((year) => blank.some((years) => years.includes(year)))
	};
}
