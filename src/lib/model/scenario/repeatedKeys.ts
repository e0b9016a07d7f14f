import { placeOf } from './problem';

interface Level {
	/** The keys met so far in an object; null in a list. */
	readonly keys: Set<string> | null;
	/** Where the reader stands in it: the last key, or the position. */
	step: string | number;
}

/**
 * The places of keys that stand twice in one object of a JSON text, which its parser would drop without a word. The text
 * has been parsed, so that its grammar is sound.
 */
export function repeatedKeys(text: string): readonly string[] {
	const levels: Level[] = [];
	const places: string[] = [];
	let isKey = false;
	for (let at = 0; at < text.length; at++) {
		const sign = text[at] ?? '';
		const level = levels.at(-1);
		if (sign === '{' || sign === '[') {
			isKey = sign === '{';
			levels.push(isKey ? { keys: new Set(), step: '' } : { keys: null, step: 0 });
		} else if (sign === '}' || sign === ']') {
			levels.pop();
		} else if (sign === ',' && level !== undefined) {
			isKey = level.keys !== null;
			if (typeof level.step === 'number') level.step += 1;
		} else if (sign === '"') {
			const end = endOfString(text, at);
			if (isKey && level !== undefined && level.keys !== null) {
				const key = JSON.parse(text.slice(at, end + 1)) as string;
				level.step = key;
				if (level.keys.has(key)) places.push(placeOf(levels.map(({ step }) => step)));
				level.keys.add(key);
				isKey = false;
			}
			at = end;
		}
	}
	return places;
}

/** The position of the quote that closes the string opened at a position. */
function endOfString(text: string, start: number): number {
	let end = start + 1;
	while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
	return end;
}
