import { unzipSync } from 'fflate';
import type { Problem } from '$lib/model';

/** A file as it was given: its name, with its folder where it has one, and its bytes. */
export interface GivenFile {
	readonly name: string;
	readonly bytes: Uint8Array;
}

// Twenty years of the largest council take a fifth of this; what claims to be larger is no return.
const MOST_BYTES = 256 * 1024 * 1024;

/** The tables in a zip file, or the file itself where it is none. */
export function unzipped(
	file: GivenFile
):
	| { readonly ok: true; readonly files: readonly GivenFile[] }
	| { readonly ok: false; readonly problems: readonly Problem[] } {
	const { name, bytes } = file;
	const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 9;
	if (!isZip) return { ok: true, files: [file] };
	let size = 0;
	try {
		const inside = unzipSync(bytes, {
			filter: (entry) => {
				const isTable = /\.(?:csv|txt)$/i.test(entry.name) && !entry.name.startsWith('__MACOSX/');
				if (!isTable) return false;
				size += entry.originalSize;
				return size <= MOST_BYTES;
			}
		});
		if (size > MOST_BYTES)
			return refused(name, 'it holds more than 256 MB; give its files by themselves');
		return {
			ok: true,
			files: Object.entries(inside).map(([path, content]) => ({ name: path, bytes: content }))
		};
	} catch {
		return refused(name, 'the zip file cannot be opened; give its files by themselves');
	}
}

function refused(place: string, message: string) {
	return { ok: false as const, problems: [{ place, message }] };
}
