/** A made-up council for files in the format of the published statistics. */
export interface InventedCouncil {
	readonly area: string;
	readonly code: string;
	readonly name: string;
	readonly region: string;
	/** Living children, children in care, starting and ceasing, by year from 2021; text where a file has a mark. */
	readonly children: readonly (number | string)[];
	readonly inCare: readonly (number | string)[];
	readonly starting: readonly (number | string)[];
	readonly ceasing: readonly (number | string)[];
}

const FIRST_YEAR = 2021;
const NAMES = [
	'Alderbrook',
	'Birchester, City of',
	'Copsley and Dunmere',
	'Eastmarsh',
	'Fernshire',
	'Garrowby',
	'Highmoor',
	'Inglewick',
	'Jarrold Vale',
	'Kestrel Bay',
	'Larkhill',
	'Mossley Cross'
] as const;

/** Twelve councils in two regions, with figures from an arithmetic of their own. */
export const INVENTED: readonly InventedCouncil[] = NAMES.map((name, i) => {
	const size = 120 + 70 * i;
	const moves = [0, 1, 2, 3].map((year) => ((i * 7 + year * 5) % 11) - 4);
	const inCare = moves.map((_, year) =>
		moves.slice(0, year + 1).reduce((sum, move) => sum + 3 * move, size)
	);
	const starting = moves.map((move, year) => Math.round(size * 0.38) + move + year);
	const opening = (year: number) => (year === 0 ? size - 4 : Number(inCare[year - 1]));
	return {
		area: String(951 + i),
		code: `E069000${String(10 + i)}`,
		name,
		region: i % 2 === 0 ? 'North Riding' : 'South Riding',
		children: moves.map((_, year) => 18_000 + 9_000 * i + 150 * year),
		inCare,
		starting,
		ceasing: starting.map((started, year) => opening(year) + started - Number(inCare[year]))
	};
});

const HEADING =
	'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code';

/** A file of children in care as the Department publishes it, newest year first, with its mark of UTF-8. */
export function childrenInCareFile(councils: readonly InventedCouncil[] = INVENTED): string {
	const rows = [3, 2, 1, 0].flatMap((i) => {
		const year = `${String(FIRST_YEAR + i)},Reporting year`;
		const measures = (of: InventedCouncil) =>
			[
				['Children ceasing to be looked after each year', of.ceasing[i]],
				['Children looked after on 31 March each year', of.inCare[i]],
				['Children starting to be looked after each year', of.starting[i]]
			] as const;
		return [
			`${year},National,E92000001,England,,,,,,Children looked after on 31 March each year,900000,9999,99`,
			`${year},Regional,E92000001,England,E12999999,North Riding,,,,Children looked after on 31 March each year,400000,4999,99`,
			...councils.flatMap((of) =>
				measures(of).map(
					([measure, count]) =>
						`${year},Local authority,E92000001,England,E12999999,${of.region},${of.area},"${of.name}",${of.code},${measure},${String(of.children[i])},${String(count)},99`
				)
			)
		];
	});
	return `\uFEFF${HEADING},la_name,new_la_code,population_type,population_estimate,children_count,rate_per_10000\n${rows.join('\n')}\n`;
}

/** A file of children who live in each council, by mid-year. */
export function populationFile(councils: readonly InventedCouncil[] = INVENTED): string {
	const rows = councils.flatMap((of) =>
		of.children.map(
			(children, i) =>
				`${String(FIRST_YEAR + i - 1)},Reporting year,Local authority,E92000001,England,E12999999,Elsewhere,${of.area},${of.code},"${of.name}",Children aged 0 to 17 years,${String(children)}`
		)
	);
	return `${HEADING},new_la_code,la_name,age_group,population_estimate\n${rows.join('\n')}\n`;
}

/** A file of statistical neighbours: each council's ten are those that follow it in the list. */
export function neighboursFile(councils: readonly InventedCouncil[] = INVENTED): string {
	const ten = Array.from({ length: 10 }, (_, i) => i + 1);
	const rows = councils.map(
		({ area, name }, i) =>
			`${area},"${name}",3,North Riding,${ten
				.map((n) => `${String(councils[(i + n) % councils.length]?.area)},Very close`)
				.join(',')}`
	);
	return `\uFEFFold_la_code,la_name,region_ind,region_name,${ten.map((n) => `SN_${String(n)},SN_${String(n)}P`).join(',')}\n${rows.join('\n')}\n`;
}

/** A file of referrals, the same number each year. */
export function referralsFile(councils: readonly InventedCouncil[] = INVENTED): string {
	const rows = councils.flatMap((of) =>
		of.inCare.map(
			(_, i) =>
				`${String(FIRST_YEAR + i)},Reporting year,Local authority,E92000001,England,E12999999,${of.region},${of.area},${of.code},"${of.name}",Referrals and Re-referrals,${String(Number(of.area) * 4)},c`
		)
	);
	return `${HEADING},new_la_code,la_name,category,referral_count,rereferral_count\n${rows.join('\n')}\n`;
}
