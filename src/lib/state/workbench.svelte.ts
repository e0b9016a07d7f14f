import type { Act, Clash, EditAnswer, SavedEdit } from '$lib/exchange/editing';
import {
	applyOperations,
	type Council,
	type CouncilFile,
	type EditProblem,
	type Operation,
	type Outcome
} from '$lib/model';
import { councilIn } from '$lib/exchange/councilFile';
import type { Impact } from '$lib/runner/impact';
import { openRunner, type Runner } from '$lib/runner/runner';
import { afterTurn, nextRedo, nextUndo, type PastEdit } from './past';
import type { Posted, Server } from './post';

/** Something that only the person can decide before the work goes on. */
export type Question =
	/** Others changed what this edit was to change: keep one's own, or use theirs. */
	| { readonly ask: 'clash'; readonly clashes: readonly Clash[]; readonly edit: Wish }
	/** Undoing would take back edits of others. */
	| { readonly ask: 'others'; readonly edits: readonly SavedEdit[]; readonly wish: UndoWish }
	/** Every edit carries a name, and nobody has given one. */
	| { readonly ask: 'name' };

/** Where the work stands with the server. */
export type Saving = 'saved' | 'saving' | 'waiting';

/** An edit on its way to the server. */
export interface Wish {
	readonly request: string;
	readonly act: Act;
	readonly operations: readonly Operation[];
	readonly reason?: string;
}

interface UndoWish {
	readonly request: string;
	readonly direction: 'undo' | 'redo';
	readonly to: number;
	readonly others: boolean;
}

/** What a workbench starts from. */
export interface Opening {
	readonly server: Server;
	readonly file: CouncilFile;
	readonly revision: number;
	/** The scenario that is worked on; null for the baseline, the council and its list of scenarios. */
	readonly scenario: string | null;
	readonly packs: boolean;
	readonly past: readonly PastEdit[];
}

const PAUSES_IN_MILLISECONDS = [500, 1000, 2000, 5000];

/** An open council: what it says now, what is on its way to the server, its history, and what it comes to. */
export class Workbench {
	readonly #server: Server;
	readonly packs: boolean;
	readonly scenario: string | null;
	#revision: number;
	#file: CouncilFile;
	#base: Council;
	#pending: Wish[] = [];
	#undo: UndoWish | null = null;
	#isSending = false;
	#pauses = 0;
	#runner: Runner | null = null;
	#draft: readonly Operation[] = [];

	/** The council with every edit of this page in it, saved or not. */
	council = $state.raw() as Council;
	/** The history of the scenario, or of the baseline, newest first. */
	past = $state.raw<readonly PastEdit[]>([]);
	saving = $state<Saving>('saved');
	/** When the last edit was saved, as an ISO instant; null before the first. */
	savedAt = $state<string | null>(null);
	/** What the server said when it could not save, in one sentence. */
	trouble = $state<string | null>(null);
	/** What is wrong with an edit that was refused. */
	problems = $state.raw<readonly EditProblem[]>([]);
	question = $state.raw<Question | null>(null);
	impact = $state.raw<Impact | null>(null);
	/** True while the impact is of inputs that have moved. */
	isStale = $state(true);
	/** Milliseconds that the last run took in the worker. */
	took = $state(0);

	readonly undoable = $derived(nextUndo(this.past));
	readonly redoable = $derived(nextRedo(this.past));

	constructor({ server, file, revision, scenario, packs, past }: Opening) {
		this.#server = server;
		this.packs = packs;
		this.#revision = revision;
		this.scenario = scenario;
		this.past = past;
		this.#file = file;
		this.#base = councilIn(file);
		this.council = this.#base;
	}

	/** Starts the engine; only a browser has one for a page. */
	start(): void {
		this.#open(this.#file);
	}

	/** Carries out an edit here and sends it to the server; nothing happens where it would leave something wrong. */
	commit(act: Act, operations: readonly Operation[], reason?: string): Outcome {
		const outcome = applyOperations(this.council, operations);
		this.problems = outcome.outcome === 'problem' ? outcome.problems : [];
		if (outcome.outcome !== 'done' || outcome.operations.length === 0) return outcome;
		this.council = outcome.council;
		this.#runner?.apply(outcome.operations);
		this.#draft = [];
		this.#want();
		this.#pending.push({
			request: crypto.randomUUID(),
			act,
			operations: outcome.operations,
			...(reason === undefined ? {} : { reason })
		});
		void this.#send();
		return outcome;
	}

	/** Shows what an edit would come to while it is typed; none when typing ends. */
	draft(operations: readonly Operation[]): void {
		if (operations.length === 0 && this.#draft.length === 0) return;
		this.#draft = operations;
		this.#want();
	}

	/** Takes back the last edit of the history, or all down to one of them. */
	undo(to = this.undoable?.revision): void {
		this.#turn('undo', to);
	}

	/** Does again what was taken back last, or all up to one of them. */
	redo(to = this.redoable?.revision): void {
		this.#turn('redo', to);
	}

	/** Goes on after a question: with one's own value, or others' edits too; or leaves things as they are. */
	answer(isOwn: boolean): void {
		const { question } = this;
		this.question = null;
		if (question === null) return;
		if (question.ask === 'name') void this.#send();
		else if (isOwn && question.ask === 'clash') {
			const { act, operations, reason } = question.edit;
			this.commit(act, onTopOf(operations, question.clashes), reason);
		} else if (isOwn && question.ask === 'others') {
			this.#undo = { ...question.wish, request: crypto.randomUUID(), others: true };
			void this.#send();
		}
	}

	/** Says who edits here; answers null, or why the name cannot be taken. */
	giveName(name: string): Promise<string | null> {
		return this.#server.giveName(name);
	}

	/** Takes in what others have done since. */
	async catchUp(): Promise<void> {
		if (this.#isSending || this.#pending.length > 0) return;
		this.#take(await this.#server.editsAfter(this.#revision));
	}

	/** Stops the engine; the page is left. */
	close(): void {
		this.#runner?.close();
	}

	#open(file: CouncilFile): void {
		this.#runner?.close();
		this.#runner = openRunner(file, {
			onimpact: (impact, milliseconds) => {
				this.impact = impact;
				this.took = milliseconds;
				this.isStale = false;
			},
			ontrouble: (message) => {
				this.trouble = message;
			}
		});
		this.#want();
	}

	#want(): void {
		this.isStale = true;
		this.#runner?.want({ scenario: this.scenario, packs: this.packs, draft: this.#draft });
	}

	#turn(direction: 'undo' | 'redo', to: number | undefined): void {
		if (to === undefined || this.#undo !== null) return;
		this.#undo = { request: crypto.randomUUID(), direction, to, others: false };
		void this.#send();
	}

	/** Sends what is waiting, one after another, in the order in which it was done. */
	async #send(): Promise<void> {
		if (this.#isSending || this.question !== null) return;
		this.#isSending = true;
		this.saving = 'saving';
		for (let goesOn = true; goesOn && (this.#pending.length > 0 || this.#undo !== null);)
			goesOn = await this.#sendNext();
		this.#isSending = false;
		if (this.#pending.length === 0 && this.#undo === null) this.saving = 'saved';
	}

	/** Sends the next edit, or the undo where no edit waits; false where the rest has to wait. */
	async #sendNext(): Promise<boolean> {
		const [wish] = this.#pending;
		const common = { seen: this.#revision, scenario: this.scenario };
		const undo = this.#undo;
		let posted: Posted;
		if (wish !== undefined)
			posted = await this.#server.edit({ ...common, ...wish, operations: [...wish.operations] });
		else if (undo !== null) posted = await this.#server.undo({ ...common, ...undo });
		else return false;
		if (posted.reached === false) return this.#later(posted.message);
		if (posted.reached === 'nameless') {
			this.question = { ask: 'name' };
			return false;
		}
		this.#pauses = 0;
		this.trouble = null;
		if (wish === undefined) this.#undo = null;
		else this.#pending.shift();
		return this.#heard(posted.answer, wish, undo);
	}

	#later(message: string | null): false {
		this.saving = 'waiting';
		this.trouble = message;
		const pause = PAUSES_IN_MILLISECONDS[this.#pauses] ?? PAUSES_IN_MILLISECONDS.at(-1);
		this.#pauses++;
		setTimeout(() => void this.#send(), pause);
		return false;
	}

	async #heard(
		answer: EditAnswer,
		wish: Wish | undefined,
		undo: UndoWish | null
	): Promise<boolean> {
		switch (answer.answer) {
			case 'done':
				this.savedAt = answer.edits.at(-1)?.at ?? this.savedAt;
				if (wish === undefined) this.#take([...answer.missed, ...answer.edits]);
				else this.#saved(answer.missed, answer.edits);
				return true;
			case 'clash':
				await this.#reload();
				if (wish !== undefined)
					this.question = { ask: 'clash', clashes: answer.clashes, edit: wish };
				else this.problems = answer.clashes.map(({ row, path }) => ({ row, path, message: '' }));
				return false;
			case 'others':
				if (undo !== null) this.question = { ask: 'others', edits: answer.edits, wish: undo };
				return false;
			case 'problem':
				await this.#reload();
				this.problems = answer.problems;
				return true;
			case 'refused':
				await this.#reload();
				this.trouble = answer.message;
				return true;
		}
	}

	/** One's own edit is kept: it is in the council here already, what others did before it is not. */
	#saved(missed: readonly SavedEdit[], own: readonly SavedEdit[]): void {
		for (const edit of [...missed, ...own]) this.#base = this.#applied(this.#base, edit);
		for (const edit of missed) {
			this.council = this.#applied(this.council, edit);
			this.#runner?.apply(edit.operations);
		}
		this.#noted([...missed, ...own]);
		if (missed.length > 0) this.#want();
	}

	/** Takes in edits that are not in the council here yet. */
	#take(edits: readonly SavedEdit[]): void {
		for (const edit of edits) {
			this.#base = this.#applied(this.#base, edit);
			this.council = this.#applied(this.council, edit);
			this.#runner?.apply(edit.operations);
		}
		this.#noted(edits);
		if (edits.length > 0) this.#want();
	}

	#noted(edits: readonly SavedEdit[]): void {
		for (const edit of edits) {
			this.#revision = edit.revision;
			if (edit.scenario === this.scenario) this.past = afterTurn(this.past, edit);
		}
	}

	#applied(council: Council, { operations, revision }: SavedEdit): Council {
		const outcome = applyOperations(council, operations);
		if (outcome.outcome === 'done') return outcome.council;
		throw new Error(`The edit ${revision} does not fit here: ${JSON.stringify(outcome)}`);
	}

	/** Starts again from what the server holds, with what still waits on top. */
	async #reload(): Promise<void> {
		const missed = await this.#server.editsAfter(this.#revision);
		const { revision, file } = await this.#server.state();
		this.#noted(missed);
		this.#revision = revision;
		this.#base = councilIn(file);
		let council = this.#base;
		this.#open(file);
		this.#pending = this.#pending.filter(({ operations }) => {
			const outcome = applyOperations(council, operations);
			if (outcome.outcome !== 'done') return false;
			({ council } = outcome);
			this.#runner?.apply(operations);
			return true;
		});
		this.council = council;
		this.#want();
	}
}

/** The steps of an edit as they go on top of what others have put there. */
function onTopOf(
	operations: readonly Operation[],
	clashes: readonly Clash[]
): readonly Operation[] {
	const found = new Map(clashes.map((clash) => [placeOf(clash.row, clash.path), clash.found]));
	return operations.map((step) => {
		if (step.op !== 'set') return step;
		const key = placeOf(step.row, step.path);
		if (!found.has(key)) return step;
		const { op, row, path, value, at } = step;
		const was = found.get(key);
		return {
			op,
			row,
			path,
			...(was === undefined ? {} : { was }),
			...(value === undefined ? {} : { value }),
			...(at === undefined ? {} : { at })
		};
	});
}

function placeOf(row: string, path: readonly string[]): string {
	return JSON.stringify([row, ...path]);
}
