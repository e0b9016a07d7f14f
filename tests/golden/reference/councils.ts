/** The example councils, with their files as seen from the project's folder. */
export const COUNCILS = ['cheshire-east-2010', 'fernshire'].map((name) => ({
	name,
	scenarios: `scenarios/${name}.json`,
	expected: `tests/golden/expected/${name}.json`
}));
