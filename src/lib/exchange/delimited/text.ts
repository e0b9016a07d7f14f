/** The text of a file's bytes: UTF-8 or UTF-16 with or without a mark, else Windows-1252, which every byte is legal in. */
export function textOf(bytes: Uint8Array): string {
	const [a, b] = bytes;
	if (a === 0xff && b === 0xfe) return decoded(bytes, 'utf-16le');
	if (a === 0xfe && b === 0xff) return decoded(bytes, 'utf-16be');
	// The first character of a table is a plain letter, whose other byte is 0 in UTF-16.
	if (a !== 0 && b === 0) return decoded(bytes, 'utf-16le');
	if (a === 0 && b !== 0) return decoded(bytes, 'utf-16be');
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return decoded(bytes, 'windows-1252');
	}
}

function decoded(bytes: Uint8Array, encoding: string): string {
	return new TextDecoder(encoding).decode(bytes);
}
