/** The example councils with their packs and without, with their files as seen from the project's folder. */
export const COUNCILS = ['cheshire-east-2010', 'fernshire'].flatMap((name) =>
	[true, false].map((packs) => ({
		name,
		packs,
		scenarios: `scenarios/${name}.json`,
		expected: `tests/golden/expected/${name}${packs ? '' : '-without-packs'}.json`
	}))
);

/** The example councils whose appraisals are frozen beside their figures, packs on. */
export const APPRAISED = ['cheshire-east-2010', 'fernshire'].map((name) => ({
	name,
	scenarios: `scenarios/${name}.json`,
	expected: `tests/golden/expected/${name}-appraisal.json`
}));
