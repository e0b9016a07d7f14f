import type { ChosenFile } from '$lib/runner/returns/protocol';

/** The files that a person picked, with their folders where a folder was picked. */
export function pickedFiles(files: FileList | null | undefined): readonly ChosenFile[] {
	return [...(files ?? [])].map((file) => ({
		name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
		file
	}));
}

/** The files that a person dropped, those in folders with their paths. */
export async function droppedFiles(items: DataTransferItemList): Promise<readonly ChosenFile[]> {
	// All entries are taken at once: the list is empty after the first wait.
	const dropped = [...items].map((item) => ({
		entry: item.webkitGetAsEntry(),
		file: item.getAsFile()
	}));
	const files = await Promise.all(
		dropped.map(async ({ entry, file }) => {
			if (entry !== null) return await filesIn(entry);
			// What comes from another program, such as a mail's attachment, may be in no folder.
			return file === null ? [] : [{ name: file.name, file }];
		})
	);
	return files.flat();
}

async function filesIn(entry: FileSystemEntry): Promise<readonly ChosenFile[]> {
	const name = entry.fullPath.replace(/^\//, '');
	if (isFile(entry)) {
		const file = await new Promise<File>((resolve, reject) => {
			entry.file(resolve, reject);
		});
		return [{ name, file }];
	}
	if (!isFolder(entry)) return [];
	const reader = entry.createReader();
	const found: FileSystemEntry[] = [];
	// A folder is told in parts, the last of which is empty.
	for (;;) {
		const part = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => {
			reader.readEntries(resolve, reject);
		});
		if (part.length === 0) break;
		found.push(...part);
	}
	return (await Promise.all(found.map(filesIn))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
