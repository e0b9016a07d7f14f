import { env } from '$env/dynamic/private';
import { databaseIn, openStore, type Store } from './db/open';
import { inPlainWords } from './db/trouble';
import { loadExamples } from './examples';

let opened: Store | undefined;

/** The database in the data folder, opened when it is first asked for. */
export function store(): Store {
	if (opened === undefined) {
		const open = openStore(dataFolder());
		opened = open;
		// adapter-node's event: the last request has been answered.
		process.once('sveltekit:shutdown', () => {
			open.$client.close();
			opened = undefined;
		});
	}
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

function dataFolder(): string {
	return env['WINDSCREEN_DATA'] ?? 'data';
}
