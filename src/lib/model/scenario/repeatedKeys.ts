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
		const level = levels.at(-1);
		switch (text[at]) {
			case '{':
				levels.push({ keys: new Set(), step: '' });
				isKey = true;
				break;
			case '[':
				levels.push({ keys: null, step: 0 });
				isKey = false;
				break;
			case '}':
			case ']':
				levels.pop();
				isKey = false;
				break;
			case ',':
				if (typeof level?.step === 'number') level.step += 1;
				isKey = level?.keys != null;
				break;
			case '"': {
				const end = endOfString(text, at);
				if (isKey && level?.keys != null) {
					const key = JSON.parse(text.slice(at, end + 1)) as string;
					level.step = key;
					if (level.keys.has(key)) places.push(placeOf(levels.map(({ step }) => step)));
					level.keys.add(key);
					isKey = false;
				}
				at = end;
			}
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
