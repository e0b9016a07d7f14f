import { houseOf } from '$lib/format';
import { date } from '$lib/dates';
import type { GridCell, GridColumn } from '$lib/input/table';
import { baseline as words } from '$lib/messages/baseline';
import { numbersKnown, type AnyRecord, type Council, type Fact } from '$lib/model';

/** What a row of the baseline rests on: the documents of its facts, their dates, and how much of it is known. */
export const SOURCE_COLUMNS: readonly GridColumn[] = [
	{ id: '.sources', label: words.sources, type: 'text', canBeBlank: true, isReadOnly: true },
	{ id: '.dates', label: words.dates, type: 'text', canBeBlank: true, isReadOnly: true },
	{ id: '.known', label: words.known, type: 'text', canBeBlank: true, isReadOnly: true }
];

const MOST_NAMED = 2;

/** The cells of a record in the columns of its sources; the first leads to the evidence of its first fact. */
export function sourceCell(
	council: Council,
	record: AnyRecord,
	column: string,
	hrefOf: (fact: string) => string
): GridCell {
	if (column === '.known') {
		const { known, asked } = numbersKnown(record);
		return plain(asked === 0 ? words.nothingAsked : words.knownIn(known, asked));
	}
	const facts = factsOf(council, record);
	const [first] = facts;
	if (first === undefined) return plain(column === '.sources' ? words.noSource : '');
	const { year } = houseOf(council.council);
	if (column === '.dates') return plain(named(facts.map((fact) => year(date(fact.date)))));
	return { ...plain(named(facts.map((fact) => fact.document))), href: hrefOf(first.id) };
}

function plain(text: string): GridCell {
	return { value: text, shown: text, state: 'plain' };
}

/** Each once, in their order, and how many more there are. */
function named(texts: readonly string[]): string {
	const all = [...new Set(texts)];
	const more = all.length - MOST_NAMED;
	return [...all.slice(0, MOST_NAMED), ...(more > 0 ? [words.more(more)] : [])].join('; ');
}

function factsOf(council: Council, { evidence }: AnyRecord): readonly Fact[] {
	const byId = factsById(council.facts);
	return Object.values(evidence ?? {}).flatMap(({ fact }) => {
		const own = fact === undefined ? undefined : byId.get(fact);
		return own === undefined ? [] : [own];
	});
}

const indexes = new WeakMap<readonly Fact[], ReadonlyMap<string, Fact>>();

function factsById(facts: readonly Fact[]): ReadonlyMap<string, Fact> {
	let index = indexes.get(facts);
	if (index === undefined) {
		index = new Map(facts.map((fact) => [fact.id, fact]));
		indexes.set(facts, index);
	}
	return index;
}
