import { env } from '$env/dynamic/private';
import { makeFolder } from './db/folder';
import { lockFolder } from './db/lock';
import { closeStore, openStore, type Store } from './db/open';
import { databaseIn } from './db/places';
import { inPlainWords } from './db/trouble';
import { loadExamples } from './examples';

let opened: Store | undefined;

/** The database in the data folder, opened when it is first asked for, and this process's own until it shuts down. */
export function store(): Store {
	opened ??= openAlone(dataFolder());
	return opened;
}

/** Opens the database and fills in the examples before the first request; a PlainError says what is in the way. */
export async function prepareStore(): Promise<void> {
	try {
		await loadExamples(store());
	} catch (error) {
		throw inPlainWords(error, databaseIn(dataFolder()));
	}
}

function openAlone(folder: string): Store {
	makeFolder(folder);
	const release = lockFolder(folder);
	let open: Store;
	try {
		open = openStore(folder);
	} catch (error) {
		release();
		throw error;
	}
	// adapter-node's event: the last request has been answered.
	process.once('sveltekit:shutdown', () => {
		opened = undefined;
		try {
			closeStore(open);
		} finally {
			release();
		}
	});
	return open;
}

function dataFolder(): string {
	return env['WINDSCREEN_DATA'] ?? 'data';
}
