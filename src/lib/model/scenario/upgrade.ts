type Fields = Readonly<Record<string, unknown>>;

/** What each version of the council file became in the next, oldest first: the first turns version 1 into version 2. */
const STEPS: readonly ((file: Fields) => Fields)[] = [
	// Version 2 lets baselines be agreed, scenarios be archived, and a council say how it writes numbers.
	(file) => ({
		...file,
		schemaVersion: 2,
		council: isFields(file['council'])
			? { ...file['council'], style: { years: 'slash', numbers: 'plain', terms: 'cash' } }
			: file['council'],
		agreed: [],
		scenarios: Array.isArray(file['scenarios'])
			? file['scenarios'].map((own: unknown) =>
					isFields(own) ? { ...own, baseline: null, archived: false } : own
				)
			: file['scenarios']
	}),
	// Version 3 keeps windows of the return of children in care; a baseline without the list has none.
	(file) => ({ ...file, schemaVersion: 3 }),
	// Version 4 has changes that multiply a field or add to it; nothing of a file without them is otherwise.
	(file) => ({ ...file, schemaVersion: 4 }),
	// Version 5 says of a range how it is spread; without that it is PERT, as all were before.
	(file) => ({ ...file, schemaVersion: 5 })
];

/** A file of an earlier version as one of this version; any other file as it is. */
export function upgraded(file: Fields): Fields {
	const version = file['schemaVersion'];
	if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return file;
	return STEPS.slice(version - 1).reduce((older, step) => step(older), file);
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
