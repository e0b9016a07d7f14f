/** What finding and grouping need to know of a fact. */
interface Found {
	readonly subject: string;
	readonly measure: string;
	readonly value: string;
	readonly document: string;
	readonly paragraph: string;
	readonly quote: string;
	readonly note?: string | undefined;
	readonly usedIn: readonly string[];
}

/** Facts that say every word that is sought, anywhere in them; all where nothing is sought. */
export function factsWith<F extends Found>(facts: readonly F[], sought: string): readonly F[] {
	const words = plain(sought)
		.split(' ')
		.filter((word) => word !== '');
	return facts.filter((fact) => {
		const { subject, measure, value, document, paragraph, quote, note = '', usedIn } = fact;
		const said = plain(
			[subject, measure, value, document, paragraph, quote, note, ...usedIn].join(' ')
		);
		return words.every((word) => said.includes(word));
	});
}

/** Facts by subject, in the order in which subjects come up: 'Third sector: Visyon' stands under 'Third sector'. */
export function bySubject<F extends Found>(
	facts: readonly F[]
): readonly { readonly subject: string; readonly facts: readonly F[] }[] {
	const groups = new Map<string, F[]>();
	for (const fact of facts) {
		const [subject = ''] = fact.subject.split(':');
		groups.set(subject, [...(groups.get(subject) ?? []), fact]);
	}
	return [...groups].map(([subject, own]) => ({ subject, facts: own }));
}

// A number is found as it is shown and as it is kept: 1,200 and 1200.
function plain(text: string): string {
	return text
		.toLowerCase()
		.replace(/(\d),(?=\d{3})/g, '$1')
		.replace(/\s+/g, ' ')
		.trim();
}
