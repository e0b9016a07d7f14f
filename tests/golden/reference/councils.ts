/** The example councils with their packs and without, with their files as seen from the project's folder. */
export const COUNCILS = ['cheshire-east-2010', 'fernshire'].flatMap((name) =>
	[true, false].map((packs) => ({
		name,
		packs,
		scenarios: `scenarios/${name}.json`,
		expected: `tests/golden/expected/${name}${packs ? '' : '-without-packs'}.json`
	}))
);
