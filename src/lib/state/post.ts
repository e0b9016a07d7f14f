import { deserialize } from '$app/forms';
import type {
	EditAnswer,
	EditRequest,
	NameProblem,
	SavedEdit,
	UndoRequest
} from '$lib/exchange/editing';
import { saving } from '$lib/messages/saving';
import type { CouncilFile } from '$lib/model';

/** What the server said to a wish, or that it could not be asked. */
export type Posted =
	| { readonly reached: true; readonly answer: EditAnswer }
	/** Nobody has said who they are. */
	| { readonly reached: 'nameless' }
	/** No answer, or one that says to try again: the same wish may be sent again, for it is carried out once. */
	| { readonly reached: false; readonly message: string | null };

/** The server did not answer, or said to try again later. */
export class Unreachable extends Error {}

/** A council as the server holds it. */
export interface ServerState {
	readonly revision: number;
	readonly file: CouncilFile;
}

/** The requests of an open council; every one goes to the server that the page came from. */
export interface Server {
	readonly edit: (request: EditRequest) => Promise<Posted>;
	readonly undo: (request: UndoRequest) => Promise<Posted>;
	readonly state: () => Promise<ServerState>;
	/** Says who edits; answers null, or why the name cannot be taken. */
	readonly giveName: (name: string) => Promise<string | null>;
	readonly editsAfter: (revision: number) => Promise<readonly SavedEdit[]>;
}

/** The server's side of a council, asked over HTTP. */
export function serverOf(council: string): Server {
	const base = `/councils/${encodeURIComponent(council)}`;
	return {
		edit: (request) => post(`${base}/edits`, request),
		undo: (request) => post(`${base}/undo`, request),
		giveName,
		state: () => get<ServerState>(`${base}/state`),
		editsAfter: (revision) => get<readonly SavedEdit[]>(`${base}/edits?after=${revision}`)
	};
}

const NAMELESS = 428;
// Answers that say something of the edit itself; any other status is trouble of the server.
const ANSWERS = [200, 409, 422];

async function post(address: string, body: unknown): Promise<Posted> {
	await shown();
	let response: Response;
	try {
		response = await fetch(address, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
	} catch {
		// The server is not there: the edit waits and is sent again.
		return { reached: false, message: null };
	}
	if (response.status === NAMELESS) return { reached: 'nameless' };
	if (!ANSWERS.includes(response.status)) return { reached: false, message: await words(response) };
	return { reached: true, answer: (await response.json()) as EditAnswer };
}

/** Lets the page show what an edit does first: a request takes a browser as long to begin as the cell to change. */
function shown(): Promise<void> {
	const { port1, port2 } = new MessageChannel();
	return new Promise((resolve) => {
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		// Not a timer: those wait up to a second on a page that is no longer in front.
		port2.postMessage(null);
	});
}

async function giveName(name: string): Promise<string | null> {
	let response: Response;
	try {
		response = await fetch('/name', {
			method: 'POST',
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
			body: new URLSearchParams({ name })
		});
	} catch {
		// The server is not there: the name is still in its box, to be sent again.
		return saving.name.away;
	}
	const result = deserialize<Record<string, never>, { readonly problem: NameProblem }>(
		await response.text()
	);
	if (result.type === 'failure' && result.data !== undefined)
		return saving.name[result.data.problem];
	if (result.type === 'error') return (result.error as App.Error).message;
	return null;
}

async function words(response: Response): Promise<string | null> {
	const text = await response.text();
	try {
		const { message } = JSON.parse(text) as { readonly message?: unknown };
		return typeof message === 'string' ? message : null;
	} catch {
		// A proxy's page is no sentence for a reader.
		return null;
	}
}

async function get<T>(address: string): Promise<T> {
	let response: Response;
	try {
		response = await fetch(address);
	} catch (cause) {
		throw new Unreachable(`${address} did not answer.`, { cause });
	}
	if (!response.ok) throw new Unreachable(`${address} answered ${response.status}.`);
	return (await response.json()) as T;
}
