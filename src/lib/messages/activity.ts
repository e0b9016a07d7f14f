/** Words of the page that tells who did what. */
export const activity = {
	title: 'Activity',
	lead: 'Who did what in this council, newest first.',
	scenario: 'What it was done to',
	person: 'Person',
	everything: 'Everything',
	baseline: 'The baseline, the council and its list of scenarios',
	everybody: 'Everybody',
	show: 'Show',
	added: 'The council was added',
	byIn: (name: string, where: string) => `${name} · ${where}`,
	reason: (reason: string) => `Reason: ${reason}`,
	older: 'Older',
	newest: 'Back to the newest',
	pages: 'Pages of the activity',
	none: 'Nothing was done that fits.',
	clear: 'Show everything',
	verify: 'Check that no entry was altered since it was written',
	whole:
		'Every entry of this database is as it was written: each is chained to the one before it, and the chain holds.',
	broken: (place: number) =>
		`Entry ${place} of this database is not as it was written, or is missing. Keep the database file as it is, restore a backup beside it, and compare the two.`
};
