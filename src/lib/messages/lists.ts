/** What a list of entries that records have is called, and what it is for. */
export interface ListWords {
	/** Heading of the column of entries' names. */
	readonly one: string;
	readonly of: (record: string) => string;
	readonly lead: string;
	readonly count: (entries: number) => string;
	readonly empty: string;
}

const counted = (one: string, several: string) => (count: number) =>
	`${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`;

const versions: ListWords = {
	one: 'Version',
	of: (record) => `Versions of ${record}`,
	lead: 'The history of the saving. Amounts are new recurring savings by the year in which they start; the last version holds.',
	count: counted('version', 'versions'),
	empty: 'No versions yet.'
};

const profile: ListWords = {
	one: 'Children',
	of: (record) => `Where the effect of ${record} falls`,
	lead: 'Each share of the effect by the age band and placement type of the children; the shares add up to 100%.',
	count: counted('share', 'shares'),
	empty: 'No shares: an effect on child protection plans has none.'
};

const rows: ListWords = {
	one: 'Row',
	of: (record) => `Rows of ${record}`,
	lead: 'Each row holds from its date, or for its grade of evidence.',
	count: counted('row', 'rows'),
	empty: 'No rows yet.'
};

const bands: ListWords = {
	one: 'Rate',
	of: (record) => `Rates of ${record}`,
	lead: 'Each rate holds from its year of the appraisal, the first being year 0, until the next.',
	count: counted('rate', 'rates'),
	empty: 'No rates yet.'
};

const works: ListWords = {
	one: 'Type of work',
	of: (record) => `Types of work of ${record}`,
	lead: 'What is put on top of costs of each type where they rise; confirm it before use.',
	count: counted('type of work', 'types of work'),
	empty: 'No types of work yet.'
};

const shares: ListWords = {
	one: 'Agency',
	of: (record) => `Shares of ${record}`,
	lead: 'The part of what is avoided that falls to each agency; the council is ‘council’, and the parts add up to 100%.',
	count: counted('agency', 'agencies'),
	empty: 'No agencies yet.'
};

const byName: Readonly<Record<string, ListWords>> = {
	versions,
	profile,
	rows,
	bands,
	works,
	shares
};

/** The words of a list by the field that holds it; those of plain rows where it has none of its own. */
export function listWords(name: string): ListWords {
	return byName[name] ?? rows;
}

/** Words of the tables below the table of records. */
export const lists = {
	summary: (record: string, count: string) => `${record}: ${count}`,
	added: 'added by this change',
	cannotChange:
		'A change cannot alter this, for it is what the evidence says. Add another intervention instead.',
	packs: {
		title: 'Assumption packs',
		lead: 'A pack fills fields that are blank in the records. It can be switched off on every page, and the figures then wait for what it filled.',
		summary: (pack: string, count: number) =>
			`${pack}: ${counted('assumption', 'assumptions')(count)}`,
		shares: (pack: string) => `Percentages of ${pack}`,
		numbers: (pack: string) => `Amounts and numbers of ${pack}`,
		one: 'Filled field',
		field: 'Field',
		value: 'Value',
		valueMeaning: 'What stands in for the blank field.',
		low: 'Low end',
		high: 'High end',
		source: 'Source',
		sourceMeaning: 'Where the value comes from; without one it is illustrative.',
		note: 'Note',
		path: (record: string, kind: string, field: string) => `${record} (${kind}) › ${field}`,
		empty: 'No assumptions of this sort yet.'
	}
};
