/** Words of the facts and where they are said. */
export const evidence = {
	title: 'Evidence',
	lead: 'Every figure taken from a document, with the place and the words. Where two places disagree, both stay.',
	caption: (count: number) => (count === 1 ? '1 fact' : `${count} facts`),
	find: 'Find a fact',
	findHint: 'A word of its subject, its quote, its document or the record that rests on it.',
	findDo: 'Find',
	found: (count: number, all: number) =>
		count === 0
			? 'No fact says that.'
			: count === 1
				? `1 of ${all} facts says that.`
				: `${count} of ${all} facts say that.`,
	all: 'Show all facts',
	subject: (subject: string, count: number) => `${subject} (${count})`,
	fact: 'Fact',
	value: 'Value',
	where: 'Where it is said',
	quote: 'In its words',
	rivals: 'Other places say',
	used: 'Used in',
	unused: 'Not used yet',
	none: 'No facts yet. A fact is a figure as a document states it, with the place and the words.',
	noneWhy:
		'With facts, whoever opens a figure a year from now finds the document that it came from. They come with a council file.',
	noneDo: 'Import a council file'
};
