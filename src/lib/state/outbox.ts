import type { EditAnswer } from '$lib/exchange/editing';
import { Unreachable, type Posted, type Server } from './post';
import type { UndoWish, Wish } from './wish';

/** Where the work stands with the server. */
export type Saving = 'saved' | 'saving' | 'waiting';

/** What an outbox asks of the council that it sends for, and tells it. */
export interface OutboxEvents {
	/** What every request says beside its wish. */
	readonly common: () => { readonly seen: number; readonly scenario: string | null };
	/** True while a person has to answer a question first. */
	readonly isHeld: () => boolean;
	/** Hears an answer; false where the rest has to wait for the person. */
	readonly onanswer: (
		answer: EditAnswer,
		wish: Wish | null,
		undo: UndoWish | null
	) => Promise<boolean>;
	readonly onnameless: () => void;
	/** Told where the work stands, and what the server said when it could not save. */
	readonly onsaving: (saving: Saving, trouble: string | null) => void;
}

const PAUSES_IN_MILLISECONDS = [500, 1000, 2000, 5000];

/** What waits for the server: edits one after another in the order in which they were done, and then an undo. */
export class Outbox {
	readonly #server: Server;
	readonly #events: OutboxEvents;
	#waiting: readonly Wish[] = [];
	#undo: UndoWish | null = null;
	/** Says what is to be undone once the edits before it are saved, for only then is it known which is the last. */
	#turn: (() => UndoWish | null) | null = null;
	#isSending = false;
	#pauses = 0;

	constructor(server: Server, events: OutboxEvents) {
		this.#server = server;
		this.#events = events;
	}

	/** The edits that have no answer yet and are not being sent. */
	get waiting(): readonly Wish[] {
		return this.#waiting;
	}

	/** True where nothing waits and nothing is being sent. */
	get isIdle(): boolean {
		return !this.#isSending && this.#isEmpty();
	}

	/** Sends an edit after those that wait. */
	add(wish: Wish): void {
		this.#waiting = [...this.#waiting, wish];
		void this.send();
	}

	/** Sends an undo or a redo after the edits that wait; one at a time. */
	turn(wish: () => UndoWish | null): void {
		if (this.#undo !== null || this.#turn !== null) return;
		this.#turn = wish;
		void this.send();
	}

	/** Leaves only these of the edits that wait. */
	keep(wishes: readonly Wish[]): void {
		this.#waiting = wishes;
	}

	/** Lets go of everything that waits: a person leaves without it. */
	abandon(): void {
		this.#waiting = [];
		this.#undo = null;
		this.#turn = null;
	}

	/** Sends what waits, until it is all answered or has to wait. */
	async send(): Promise<void> {
		if (this.#isSending || this.#isEmpty() || this.#events.isHeld()) return;
		this.#isSending = true;
		this.#events.onsaving('saving', null);
		for (let goesOn = true; goesOn && !this.#isEmpty();) goesOn = await this.#sendNext();
		this.#isSending = false;
		if (this.#isEmpty()) this.#events.onsaving('saved', null);
	}

	#isEmpty(): boolean {
		return this.#waiting.length === 0 && this.#undo === null && this.#turn === null;
	}

	/** Sends the next edit, or the undo where no edit waits; false where the rest has to wait. */
	async #sendNext(): Promise<boolean> {
		const [wish = null] = this.#waiting;
		if (wish === null && this.#turn !== null) {
			this.#undo = this.#turn();
			this.#turn = null;
			if (this.#undo === null) return true;
		}
		const undo = wish === null ? this.#undo : null;
		const posted = await this.#post(wish, undo);
		if (posted.reached === false) return this.#later(posted.message);
		if (posted.reached === 'nameless') {
			this.#events.onnameless();
			return false;
		}
		this.#pauses = 0;
		if (wish === null) this.#undo = null;
		else this.#waiting = this.#waiting.slice(1);
		// An edit that was not kept is not there to be undone, and the one before it was not meant.
		if (posted.answer.answer !== 'done') this.#turn = null;
		try {
			return await this.#events.onanswer(posted.answer, wish, undo);
		} catch (cause) {
			if (!(cause instanceof Unreachable)) throw cause;
			// Sent again, the same wish gets the same answer, and then what it needs may be reached.
			if (wish === null) this.#undo = undo;
			else this.#waiting = [wish, ...this.#waiting];
			return this.#later(null);
		}
	}

	#post(wish: Wish | null, undo: UndoWish | null): Promise<Posted> {
		const common = this.#events.common();
		if (wish !== null)
			return this.#server.edit({ ...common, ...wish, operations: [...wish.operations] });
		if (undo === null) throw new Error('Nothing waits to be sent.');
		return this.#server.undo({ ...common, ...undo });
	}

	#later(message: string | null): false {
		this.#events.onsaving('waiting', message);
		const pause = PAUSES_IN_MILLISECONDS[this.#pauses] ?? PAUSES_IN_MILLISECONDS.at(-1);
		this.#pauses++;
		setTimeout(() => void this.send(), pause);
		return false;
	}
}
