import type { PublishedCouncil } from './figures';

/** A council found by name or code, or the names nearest to what was asked for. */
export type FoundCouncil =
	{ readonly council: PublishedCouncil } | { readonly nearest: readonly string[] };

const NAMES_OFFERED = 3;

/** Finds a council by either code, or by its name in any case, with or without "City of", "Council" and the like. */
export function findCouncil(councils: readonly PublishedCouncil[], asked: string): FoundCouncil {
	const wanted = asked.trim();
	const byCode = councils.filter(
		({ area, code }) => area === wanted || code === wanted.toUpperCase()
	);
	const exact = councils.filter(({ name }) => sameText(name, wanted));
	const byName = councils.filter(({ name }) => core(name) === core(wanted));
	for (const found of [byCode, exact, byName]) {
		const [council, ...others] = found;
		if (council !== undefined && others.length === 0) return { council };
		if (others.length > 0) return { nearest: found.map(({ name, area }) => `${name} (${area})`) };
	}
	// Who writes Hull means Kingston upon Hull, though many names have fewer other letters.
	const words = core(wanted).split(' ');
	const strangeness = (name: string): number => {
		const own = core(name).split(' ');
		const missing = words.filter((word) => !own.includes(word)).length;
		return missing === 0 ? 0 : editsBetween(core(name), core(wanted));
	};
	const rated = councils.map(({ name }) => ({ name, strange: strangeness(name) }));
	return {
		nearest: rated
			.toSorted((a, b) => a.strange - b.strange)
			.slice(0, NAMES_OFFERED)
			.map(({ name }) => name)
	};
}

const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** What tells a council from others: 'City of Bristol' and 'Bristol, City of' are both 'bristol'. */
function core(name: string): string {
	return name
		.toLowerCase()
		.replace(/&/g, ' and ')
		.replace(/\b(?:london|royal|metropolitan) borough of\b/g, ' ')
		.replace(/\b(?:city|county) of\b/g, ' ')
		.replace(/\b(?:city|county|borough|district|metropolitan)? ?council\b/g, ' ')
		.replace(/^county /, ' ')
		.replace(/[^a-z]+/g, ' ')
		.trim();
}

/** How many letters have to be put in, left out or exchanged to make one text of the other. */
function editsBetween(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (const [i, letter] of Array.from(a).entries()) {
		const next = [i + 1];
		for (const [j, other] of Array.from(b).entries())
			next.push(
				Math.min(
					(row[j] ?? 0) + (letter === other ? 0 : 1),
					(row[j + 1] ?? 0) + 1,
					(next[j] ?? 0) + 1
				)
			);
		row = next;
	}
	return row[b.length] ?? 0;
}
