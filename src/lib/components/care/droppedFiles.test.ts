import { expect, test } from 'vitest';
import { droppedFiles } from './droppedFiles';

const fileEntry = (path: string) => ({
	isFile: true,
	isDirectory: false,
	fullPath: path,
	file: (take: (file: File) => void) => {
		take(new File(['x'], path.split('/').at(-1) ?? ''));
	}
});
/** A folder that tells its entries in parts of two, as browsers do in parts of a hundred. */
const folderEntry = (path: string, entries: readonly object[]) => ({
	isFile: false,
	isDirectory: true,
	fullPath: path,
	createReader: () => {
		let at = 0;
		return {
			readEntries: (take: (part: readonly object[]) => void) => {
				take(entries.slice(at, (at += 2)));
			}
		};
	}
});
const dropping = (...items: readonly { entry: object | null; file?: File }[]) =>
	droppedFiles(
		items.map(({ entry, file }) => ({
			webkitGetAsEntry: () => entry,
			getAsFile: () => file ?? null
		})) as unknown as DataTransferItemList
	);

test('what is dropped is found in folders within folders, with its path, and beside them', async () => {
	const found = await dropping(
		{
			entry: folderEntry('/returns', [
				folderEntry('/returns/2024', [
					fileEntry('/returns/2024/header.csv'),
					fileEntry('/returns/2024/episodes.csv'),
					fileEntry('/returns/2024/uasc.csv')
				])
			])
		},
		{ entry: fileEntry('/episodes.csv') },
		{ entry: null, file: new File(['x'], 'attachment.csv') },
		{ entry: null }
	);
	expect(found.map(({ name }) => name)).toEqual([
		'returns/2024/header.csv',
		'returns/2024/episodes.csv',
		'returns/2024/uasc.csv',
		'episodes.csv',
		'attachment.csv'
	]);
	expect(found.every(({ file }) => file instanceof File)).toBe(true);
});
