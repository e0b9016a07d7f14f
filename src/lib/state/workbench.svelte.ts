import type { Act, Clash, EditAnswer, SavedEdit } from '$lib/exchange/editing';
import { councilIn } from '$lib/exchange/councilFile';
import {
	applyOperations,
	takenApart,
	type Council,
	type CouncilFile,
	type EditProblem,
	type Operation,
	type Outcome
} from '$lib/model';
import type { Notice, Question } from './asking';
import { Engine } from './engine.svelte';
import { applied, refitted } from './fitting';
import type { Opening } from './opening';
import { Outbox, type Saving } from './outbox';
import { afterTurn, nextRedo, nextUndo, type PastEdit } from './past';
import { Unreachable, type Server } from './post';
import { onTopOf, writerOf, type UndoWish, type Wish } from './wish';

/** An open council: what it says now, what is on its way to the server, its history, and what it comes to. */
export class Workbench {
	readonly #server: Server;
	readonly packs: boolean;
	readonly scenario: string | null;
	#revision: number;
	#file: CouncilFile;
	readonly #outbox: Outbox;

	/** The council with every edit of this page in it, saved or not. */
	council = $state.raw() as Council;
	/** The history of the scenario, or of the baseline, newest first. */
	past = $state.raw<readonly PastEdit[]>([]);
	saving = $state<Saving>('saved');
	/** What was saved last from this page: an edit, or one that was taken back or done again; null before the first. */
	kept = $state.raw<SavedEdit | null>(null);
	/** What the server said when it could not save, in one sentence. */
	trouble = $state<string | null>(null);
	/** What is wrong with an edit that was refused. */
	problems = $state.raw<readonly EditProblem[]>([]);
	/** What the person has to be told of until they say that they have seen it. */
	notices = $state.raw<readonly Notice[]>([]);
	question = $state.raw<Question | null>(null);
	/** True where edits wait because the question for a name was left without one. */
	isNameless = $state(false);
	/** The id of the agreed baseline that edits here start a newer one than; null until the person has said so. */
	newerThan = $state<string | null>(null);
	/** What all of it comes to. */
	readonly engine: Engine;

	/** When that was, as an ISO instant. */
	readonly savedAt = $derived(this.kept?.at ?? null);
	readonly undoable = $derived(nextUndo(this.past));
	readonly redoable = $derived(nextRedo(this.past));

	constructor({ server, file, revision, scenario, packs, past }: Opening) {
		this.#server = server;
		this.packs = packs;
		this.#revision = revision;
		this.scenario = scenario;
		this.past = past;
		this.#file = file;
		this.engine = new Engine(scenario, packs);
		this.council = councilIn(file);
		this.#outbox = new Outbox(server, {
			common: () => ({ seen: this.#revision, scenario: this.scenario }),
			isHeld: () => this.question !== null || this.isNameless,
			onanswer: (answer, wish, undo) => this.#heard(answer, wish, undo),
			onnameless: () => (this.question = { ask: 'name' }),
			onsaving: (saving, trouble) => {
				this.saving = saving;
				this.trouble = trouble;
			}
		});
	}

	/** Starts the engine; only a browser has one for a page. */
	start(): void {
		this.engine.open(this.#file);
	}

	/** Carries out an edit here and sends it to the server; nothing happens where it would leave something wrong. */
	commit(act: Act, operations: readonly Operation[], reason?: string): Outcome {
		const outcome = applyOperations(this.council, operations);
		this.problems = outcome.outcome === 'problem' ? outcome.problems : [];
		if (outcome.outcome !== 'done' || outcome.operations.length === 0) return outcome;
		this.council = outcome.council;
		this.engine.keep(outcome.operations);
		this.#outbox.add({
			request: crypto.randomUUID(),
			act,
			operations: outcome.operations,
			...(reason === undefined ? {} : { reason }),
			...(this.newerThan === null ? {} : { newerThan: this.newerThan })
		});
		return outcome;
	}

	/** Shows what an edit would come to while it is typed; none when typing ends. */
	draft(operations: readonly Operation[]): void {
		this.engine.draft(operations);
	}

	/** Takes back the last edit of the history, or all down to one of them. */
	undo(to?: number): void {
		this.#turn('undo', () => to ?? this.undoable?.revision);
	}

	/** Does again what was taken back last, or all up to one of them. */
	redo(to?: number): void {
		this.#turn('redo', () => to ?? this.redoable?.revision);
	}

	/** Goes on after a question: with one's own value, or others' edits too; or leaves things as they are. */
	answer(isOwn: boolean): void {
		const { question } = this;
		this.question = null;
		if (question === null) return;
		// Asked again when the person says so: what waits is not sent without a name.
		this.isNameless = question.ask === 'name' && !isOwn;
		if (this.isNameless) return;
		if (isOwn && question.ask === 'clash') {
			const { act, operations, reason } = question.edit;
			const { outcome } = this.commit(act, onTopOf(operations, question.clashes), reason);
			// What was to take the value may itself be gone: then it is not kept, and that is said.
			if (outcome !== 'done') this.#tell({ tell: 'lost', edit: question.edit, why: null });
		} else if (isOwn && question.ask === 'others') {
			const { wish } = question;
			this.#outbox.turn(() => ({ ...wish, request: crypto.randomUUID(), others: true }));
		}
		// What waited for the answer goes on.
		void this.#outbox.send();
	}

	/** The person has seen what they had to be told. */
	dismiss(): void {
		this.notices = [];
	}

	/** Says who edits here; answers null, or why the name cannot be taken. */
	giveName(name: string): Promise<string | null> {
		return this.#server.giveName(name);
	}

	/** Asks for the name without which nothing is sent. */
	askName(): void {
		this.question = { ask: 'name' };
	}

	/** Takes in what others have done since. */
	async catchUp(): Promise<void> {
		if (!this.#outbox.isIdle) return;
		try {
			this.#take(await this.#server.editsAfter(this.#revision));
		} catch (cause) {
			// Asked again the next time that somebody comes back to the page.
			if (!(cause instanceof Unreachable)) throw cause;
		}
	}

	/** Sends nothing more: the person leaves without what is not saved yet. */
	abandon(): void {
		this.#outbox.abandon();
	}

	/** Stops the engine; the page is left. */
	close(): void {
		this.engine.close();
	}

	#turn(direction: 'undo' | 'redo', last: () => number | undefined): void {
		this.#outbox.turn(() => {
			const to = last();
			return to === undefined
				? null
				: { request: crypto.randomUUID(), direction, to, others: false };
		});
	}

	async #heard(answer: EditAnswer, wish: Wish | null, undo: UndoWish | null): Promise<boolean> {
		switch (answer.answer) {
			case 'done':
				this.kept = answer.edits.at(-1) ?? this.kept;
				if (wish === null) this.#take([...answer.missed, ...answer.edits]);
				else this.#take(answer.missed, answer.edits);
				return true;
			case 'clash':
				await this.#reload();
				if (wish !== null) return this.#merged(wish, answer.clashes);
				if (undo !== null)
					this.#tell({ tell: 'stuck', direction: undo.direction, clashes: answer.clashes });
				return true;
			case 'others':
				if (undo !== null) this.question = { ask: 'others', edits: answer.edits, wish: undo };
				return false;
			case 'problem':
				await this.#reload();
				this.problems = answer.problems;
				if (wish !== null) this.#tell({ tell: 'lost', edit: wish, why: null });
				return true;
			case 'refused':
				await this.#reload();
				this.#tell(
					wish === null
						? { tell: 'refused', message: answer.message }
						: { tell: 'lost', edit: wish, why: answer.message }
				);
				return true;
		}
	}

	/** Keeps an edit beside what others did to other entries of its lists; asks, and gives false, about what both changed. */
	#merged(wish: Wish, clashes: readonly Clash[]): boolean {
		const operations = takenApart(this.council, wish.operations, clashes);
		const outcome = operations && this.commit(wish.act, operations, wish.reason);
		if (operations === null || outcome?.outcome !== 'conflict') {
			if (outcome?.outcome !== 'done') this.question = { ask: 'clash', clashes, edit: wish };
		} else
			this.question = {
				ask: 'clash',
				clashes: outcome.conflicts.map((own) => ({ ...own, ...writerOf(own, clashes) })),
				edit: { ...wish, operations }
			};
		return this.question === null;
	}

	#tell(notice: Notice): void {
		this.notices = [...this.notices, notice];
	}

	/** Takes in edits that are not in the council here yet, and notes one's own, which are. */
	#take(missed: readonly SavedEdit[], own: readonly SavedEdit[] = []): void {
		for (const edit of missed) {
			this.council = applied(this.council, edit);
			this.engine.apply(edit.operations);
		}
		this.#noted([...missed, ...own]);
		if (missed.length > 0) this.engine.want();
	}

	#noted(edits: readonly SavedEdit[]): void {
		for (const edit of edits) {
			this.#revision = edit.revision;
			if (edit.scenario === this.scenario) this.past = afterTurn(this.past, edit);
		}
	}

	/** Starts again from what the server holds, with what still waits on top. */
	async #reload(): Promise<void> {
		const missed = await this.#server.editsAfter(this.#revision);
		const { revision, file } = await this.#server.state();
		this.#noted(missed);
		this.#revision = revision;
		this.engine.open(file);
		const { council, fitting, lost } = refitted(councilIn(file), this.#outbox.waiting);
		for (const wish of fitting) this.engine.apply(wish.operations);
		for (const edit of lost) this.#tell({ tell: 'lost', edit, why: null });
		this.#outbox.keep(fitting);
		this.council = council;
		this.engine.want();
	}
}
