import { problemLine, readCouncil, writeCouncil, type Council, type CouncilFile } from '$lib/model';

const files = new WeakMap<Council, CouncilFile>();
const councils = new WeakMap<CouncilFile, Council>();

/** A council as its file; the same council gives the same file object, which `councilIn` knows again without reading it. */
export function fileOf(council: Council): CouncilFile {
	let file = files.get(council);
	if (file === undefined) {
		file = writeCouncil(council);
		files.set(council, file);
		councils.set(file, council);
	}
	return file;
}

/** The council of a file that this program wrote; one that cannot be read is a defect. */
export function councilIn(file: CouncilFile): Council {
	let council = councils.get(file);
	if (council === undefined) {
		const read = readCouncil(file);
		if (!read.ok)
			throw new Error(
				`The council cannot be read: ${read.problems.slice(0, 3).map(problemLine).join('; ')}`
			);
		({ council } = read);
		councils.set(file, council);
	}
	return council;
}
