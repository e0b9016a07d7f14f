import { councilWritten, writeCouncil, type Council, type CouncilFile } from '$lib/model';

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

/** The council of a file that this program wrote and has kept as it was. */
export function councilIn(file: CouncilFile): Council {
	let council = councils.get(file);
	if (council === undefined) {
		council = councilWritten(file);
		councils.set(file, council);
	}
	return council;
}
