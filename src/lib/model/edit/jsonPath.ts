import type { Json } from './operation';

type JsonObject = Readonly<Record<string, Json>>;

/** What is found at a path: the value, undefined where there is none, and its place when it is an entry of a list. */
export interface Found {
	readonly value: Json | undefined;
	readonly at: number | null;
}

/**
 * The name of an entry of a list, by which it is found again whatever was added before it: the `id` of a version or
 * one-off cost, the `field` that an assumption fills, the record and field that a change sets, the band and placement
 * types on which a share of an effect falls; else its place.
 */
export function entryKey(entry: Json, position: number): string {
	if (!isObject(entry)) return String(position);
	const { id, edit, field, record, kind, from, band, type, to } = entry;
	if (typeof id === 'string') return id;
	if (typeof kind === 'string' && isObject(record) && typeof record.id === 'string')
		return `add ${kind}/${record.id}`;
	if (typeof edit === 'string' && typeof record === 'string')
		return typeof field === 'string' ? `${edit} ${record}.${field}` : `${edit} ${record}`;
	if (typeof field === 'string') return field;
	if (typeof band === 'string' && typeof type === 'string')
		return [band, type, ...(typeof to === 'string' ? [to] : [])].join(' ');
	return typeof from === 'string' ? from : String(position);
}

/** The names of all entries of a list; null where one has none, or two have the same. */
export function entryNames(list: readonly Json[]): readonly string[] | null {
	const names = list.map((entry) => entryKey(entry, -1));
	return names.includes('-1') || new Set(names).size < names.length ? null : names;
}

/** What the entries of a list are found by: their names, or else their places. */
export function entryKeys(list: readonly Json[]): readonly string[] {
	return entryNames(list) ?? list.map((_, place) => String(place));
}

/** The value at a path of a row. */
export function valueAt(root: Json, path: readonly string[]): Found {
	let found: Found = { value: root, at: null };
	for (const step of path) found = childOf(found.value, step);
	return found;
}

/**
 * The row with another value at a path; `value` undefined takes the field or entry out. Null where the path leads nowhere,
 * and where an entry of a list would go by another key than the path's last step.
 */
export function withValueAt(
	root: Json,
	path: readonly string[],
	value: Json | undefined,
	at?: number
): Json | null {
	const [step, ...rest] = path;
	if (step === undefined) return value ?? null;
	const child = childOf(root, step);
	let replaced = value;
	if (rest.length > 0) {
		if (child.value === undefined) return null;
		const inner = withValueAt(child.value, rest, value, at);
		if (inner === null) return null;
		replaced = inner;
	}
	if (Array.isArray(root)) return withEntry(root, child.at, replaced, step, at);
	return isObject(root) ? withField(root, step, replaced) : null;
}

function childOf(node: Json | undefined, step: string): Found {
	if (Array.isArray(node)) {
		const at = entryKeys(node).indexOf(step);
		return at < 0 ? { value: undefined, at: null } : { value: node[at], at };
	}
	return isObject(node) && Object.hasOwn(node, step)
		? { value: node[step], at: null }
		: { value: undefined, at: null };
}

function withEntry(
	list: readonly Json[],
	found: number | null,
	value: Json | undefined,
	step: string,
	at = list.length
): Json | null {
	if (value === undefined) return found === null ? [...list] : list.toSpliced(found, 1);
	if (found === null) return entryKey(value, at) === step ? list.toSpliced(at, 0, value) : null;
	// What goes by its place may come to say anything.
	return entryNames(list) === null || entryKey(value, found) === step
		? list.with(found, value)
		: null;
}

function withField(object: JsonObject, field: string, value: Json | undefined): Json {
	if (value === undefined)
		return Object.fromEntries(Object.entries(object).filter(([name]) => name !== field));
	// Defined, never assigned, so that a field called __proto__ is one like any other.
	return Object.fromEntries([...Object.entries(object), [field, value]]);
}

/** True for an object of fields. */
export function isObject(node: Json | undefined): node is JsonObject {
	return typeof node === 'object' && node !== null && !Array.isArray(node);
}

/** True where two values are the same, whatever the order of an object's fields. */
export function isSame(a: Json | undefined, b: Json | undefined): boolean {
	if (a === b) return true;
	if (Array.isArray(a) && Array.isArray(b))
		return a.length === b.length && a.every((entry, i) => isSame(entry, b[i]));
	if (!isObject(a) || !isObject(b)) return false;
	const names = Object.keys(a);
	return (
		names.length === Object.keys(b).length &&
		names.every((name) => Object.hasOwn(b, name) && isSame(a[name], b[name]))
	);
}
