/** What a published figure counts: children in care on 31 March; those who started, or ceased, in the year; children who live there; referrals in the year. */
export type PublishedMeasure = 'inCare' | 'starting' | 'ceasing' | 'children' | 'referrals';

/** One published figure of one council: a row of a file as downloaded. */
export interface PublishedRow {
	/** The year that it belongs to, which ends on 31 March: 2024 is 2023/24. */
	readonly year: number;
	/** The Department's three-digit code, which goes with the area; the nine-character one where a file has no other. */
	readonly area: string;
	/** The nine-character code, or the three-digit one where a file has no other. */
	readonly code: string;
	readonly name: string;
	/** Empty where the file names none. */
	readonly region: string;
	readonly measure: PublishedMeasure;
	/** Null where the file says that it is suppressed or does not exist. */
	readonly value: number | null;
}

/** A council's published figures of one year; null where one is suppressed or missing. */
export type PublishedYear = Readonly<Record<PublishedMeasure, number | null>> & {
	readonly year: number;
};

/** A council as it is published, under its newest name and code. */
export interface PublishedCouncil {
	readonly area: string;
	readonly code: string;
	readonly name: string;
	readonly region: string;
	/** In their order, with no year left out between the first and the last. */
	readonly years: readonly PublishedYear[];
}

/** The ten councils most like each one, nearest first, all by three-digit code. */
export type Neighbours = ReadonlyMap<string, readonly string[]>;

/**
 * The councils whose children in care rows tell of, by name. A council that was reorganised has another three-digit code than what stood
 * there before, and is another council; where only its nine-character code or name changed, it is the same.
 */
export function publishedCouncils(rows: readonly PublishedRow[]): readonly PublishedCouncil[] {
	const byArea = grouped(rows, ({ area }) => area);
	return [...byArea.entries()]
		.filter(([, own]) => own.some(({ measure }) => measure === 'inCare'))
		.map(([area, own]) => councilOf(area, own))
		.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

function councilOf(area: string, rows: readonly PublishedRow[]): PublishedCouncil {
	// Population files name other regions; those of children in care tell Inner London from Outer.
	const named = rows
		.filter(({ measure }) => measure === 'inCare')
		.reduce((latest, row) => (row.year > latest.year ? row : latest));
	const years = rows.map(({ year }) => year);
	const first = Math.min(...years);
	const byYear = grouped(rows, ({ year }) => year);
	return {
		area,
		code: named.code,
		name: named.name,
		region: named.region,
		years: Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => {
			const year = first + i;
			const value = (measure: PublishedMeasure): number | null =>
				byYear.get(year)?.find((row) => row.measure === measure && row.value !== null)?.value ??
				null;
			return {
				year,
				inCare: value('inCare'),
				starting: value('starting'),
				ceasing: value('ceasing'),
				children: value('children'),
				referrals: value('referrals')
			};
		})
	};
}

/** A figure of a council in a year; null where it is suppressed or missing. */
export function publishedValue(
	council: PublishedCouncil,
	year: number,
	measure: PublishedMeasure
): number | null {
	return council.years.find((own) => own.year === year)?.[measure] ?? null;
}

/** Things by what they have in common, in the order in which each first appears. */
export function grouped<Key, Thing>(
	things: readonly Thing[],
	keyOf: (thing: Thing) => Key
): ReadonlyMap<Key, readonly Thing[]> {
	const groups = new Map<Key, Thing[]>();
	for (const thing of things) {
		const group = groups.get(keyOf(thing));
		if (group === undefined) groups.set(keyOf(thing), [thing]);
		else group.push(thing);
	}
	return groups;
}
