import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { visitor, visitorNamed, type Running } from '../support/builtServer';

/** The council in which the writers write. */
export const COUNCIL = 'fernshire';

/** The scenario whose changes they write. */
export const SCENARIO = 'writers';

const EDITS = `/councils/${COUNCIL}/edits`;
const STATE = `/councils/${COUNCIL}/state`;
const LONGEST_TEXT = 2000;

/** An edit that was sent: the name of its request, and what it writes. */
interface Sent {
	readonly request: string;
	readonly text: string;
	readonly body: string;
}

/** An edit whose answer was read, and the revision that the answer gave it; null from a server that cannot know it yet. */
export interface Acknowledged {
	readonly request: string;
	readonly revision: number | null;
}

/** Somebody who writes one change of the scenario over and over, across deaths of the server. */
export interface Writer {
	readonly change: string;
	readonly cookie: string;
	seen: number;
	/** What the last acknowledged edit wrote. */
	text: string;
	/** The edit whose answer has not been read: it may be kept or not, but never half. */
	pending: Sent | null;
}

/** Makes a scenario with an empty change for each writer. */
export async function makeWriters(server: Running, count: number): Promise<readonly Writer[]> {
	const host = await visitorNamed(server, 'Host');
	const { revision, file } = (await (await host.get(STATE)).json()) as State;
	const { changes, ...like } = file.scenarios[1] ?? {};
	const scenario = { ...like, id: SCENARIO, title: 'Writers' };
	const blank = { ...changes?.[0], reason: '', edits: [], oneOffs: [] };
	const names = Array.from({ length: count }, (_, i) => `writer-${i}`);
	const made = await host.post(EDITS, {
		request: randomUUID(),
		seen: revision,
		scenario: null,
		act: 'added',
		operations: [
			{ op: 'insert', row: `scenarios/${SCENARIO}`, data: scenario },
			...names.map((id) => ({
				op: 'insert',
				row: `changes/${SCENARIO}/${id}`,
				data: { ...blank, id }
			}))
		]
	});
	if (made.status !== 200) throw new Error(`No scenario to write in: ${await made.text()}`);
	const writers: Writer[] = [];
	for (const change of names) {
		const { cookie } = await visitorNamed(server, change);
		writers.push({ change, cookie, seen: revision + 1, text: '', pending: null });
	}
	return writers;
}

/** Writes again and again until the server does not answer; what is acknowledged is told at once. */
export async function writeOn(
	{ origin }: Running,
	writer: Writer,
	acknowledge: (edit: Acknowledged) => void
): Promise<void> {
	for (;;) {
		writer.pending ??= nextOf(writer);
		const answer = await answerTo(origin, writer, writer.pending);
		if (answer === null) return;
		if (answer.status !== 200)
			throw new Error(`${writer.change} was refused (${answer.status}): ${answer.text}`);
		take(writer, answer.text, acknowledge);
	}
}

/** Sends the edit in flight again under its own name; false where it is refused. */
export async function sendAgain(
	{ origin }: Running,
	writer: Writer,
	acknowledge: (edit: Acknowledged) => void
): Promise<boolean> {
	if (writer.pending === null) return true;
	const answer = await answerTo(origin, writer, writer.pending);
	if (answer?.status !== 200) return false;
	take(writer, answer.text, acknowledge);
	return true;
}

/** Lets a writer begin again from what is kept. */
export function beginFrom(writer: Writer, revision: number, text: string): void {
	writer.seen = revision;
	writer.text = text;
	writer.pending = null;
}

function take(writer: Writer, answer: string, acknowledge: (edit: Acknowledged) => void): void {
	const { edits } = JSON.parse(answer) as {
		readonly edits: readonly { readonly revision: number | null }[];
	};
	const { pending } = writer;
	const revision = edits[0]?.revision;
	if (pending === null || revision === undefined) throw new Error(`No edit in: ${answer}`);
	acknowledge({ request: pending.request, revision });
	writer.seen = Math.max(writer.seen, revision ?? 0);
	writer.text = pending.text;
	writer.pending = null;
}

function nextOf({ change, seen, text: was }: Writer): Sent {
	const request = randomUUID();
	const text = randomBytes(LONGEST_TEXT)
		.toString('hex')
		.slice(0, randomInt(1, LONGEST_TEXT + 1));
	const row = `changes/${SCENARIO}/${change}`;
	const operations = [{ op: 'set', row, path: ['reason'], was, value: text }];
	const body = JSON.stringify({ request, seen, scenario: SCENARIO, act: 'typed', operations });
	return { request, text, body };
}

/** The answer, read to its end; null where the server broke off. */
async function answerTo(origin: string, { cookie }: Writer, { body }: Sent) {
	try {
		const answer = await visitor(origin, cookie).post(EDITS, body);
		return { status: answer.status, text: await answer.text() };
	} catch (error) {
		// What fetch throws when a connection breaks; anything else is a fault of the test.
		if (error instanceof TypeError) return null;
		throw error;
	}
}

/** What the writers need of a council's state: a scenario and a change of it to make their own like. */
interface State {
	readonly revision: number;
	readonly file: {
		readonly scenarios: readonly { readonly changes: readonly object[] }[];
	};
}
