import { z } from 'zod';
import { LIMITS, type Council } from '../scenario/file';
import { plainWords, problemsOf, type Problem } from '../scenario/problem';
import { referenceProblems } from '../scenario/references';
import { agreedProblems } from './agreeing';
import { isSame, valueAt, withValueAt } from './jsonPath';
import { listOf, type Json, type Operation } from './operation';
import type { Conflict, EditProblem, Outcome } from './outcome';
import { keyedPath, rowPlace } from './place';
import { encodeRow, entriesOf, rowOf, schemaOf, withEntries } from './rows';

/** The rows that an edit has touched so far, encoded, and the lists that they stand in. */
export class Draft {
	readonly #council: Council;
	readonly #rows = new Map<string, Json | null>();
	readonly #lists = new Map<string, readonly string[]>();
	readonly #done: Operation[] = [];
	readonly #inverse: Operation[] = [];

	constructor(council: Council) {
		this.#council = council;
	}

	/** Takes one step; gives the reason where it cannot be taken. */
	take(step: Operation): Conflict | EditProblem | null {
		switch (step.op) {
			case 'set':
				return this.#set(step);
			case 'insert':
				return this.#insert(step);
			case 'remove':
				return this.#remove(step);
			case 'move':
				return this.#move(step);
		}
	}

	#set(step: Extract<Operation, { op: 'set' }>): Conflict | EditProblem | null {
		const data = this.#row(step.row);
		const { row, path } = step;
		if (data === null) return conflict(step, step.value, undefined);
		if (path.length === 1 && path[0] === 'id')
			return { row, path, message: 'the id of a row stays as it is; add another row instead' };
		const found = valueAt(data, path);
		if (!isSame(found.value, step.was)) return conflict(step, step.value, found.value);
		const next = withValueAt(data, path, step.value, step.at);
		if (next === null) return { row, path, message: 'there is no such field; mend its path' };
		this.#rows.set(row, next);
		this.#done.push(step);
		this.#inverse.push({
			op: 'set',
			row,
			path,
			...(step.value === undefined ? {} : { was: step.value }),
			...(step.was === undefined ? {} : { value: step.was }),
			...(found.at === null || step.value !== undefined ? {} : { at: found.at })
		});
		return null;
	}

	#insert(step: Extract<Operation, { op: 'insert' }>): Conflict | EditProblem | null {
		const { list, id } = listOf(step.row);
		const ids = this.#ids(list);
		if (ids === null) return { row: step.row, path: [], message: 'there is no such list' };
		if (ids.includes(id)) return conflict(step, step.data, this.#row(step.row) ?? undefined);
		if (!hasId(step.data, id))
			return { row: step.row, path: ['id'], message: `must be '${id}', the id of its row` };
		// As it will be kept, so that what takes it back names what is kept.
		const data = asKept(list, step.data);
		this.#lists.set(list, ids.toSpliced(step.position ?? ids.length, 0, id));
		this.#rows.set(step.row, data);
		if (list === 'scenarios') this.#lists.set(`changes/${id}`, []);
		this.#done.push({ ...step, data });
		this.#inverse.push({ op: 'remove', row: step.row, was: data });
		return null;
	}

	#remove(step: Extract<Operation, { op: 'remove' }>): Conflict | EditProblem | null {
		const { list, id } = listOf(step.row);
		const data = this.#row(step.row);
		const ids = this.#ids(list);
		// An earlier release may have written the row down before it had all of today's fields.
		if (data === null || !(isSame(data, step.was) || isSame(data, asKept(list, step.was))))
			return conflict(step, undefined, data ?? undefined);
		if (ids === null) return { row: step.row, path: [], message: 'cannot be taken out' };
		// What hangs from a scenario would be gone without a way back.
		if (list === 'scenarios' && (this.#ids(`changes/${id}`) ?? []).length > 0)
			return { row: step.row, path: [], message: 'still has changes; take them out first' };
		const position = ids.indexOf(id);
		this.#lists.set(list, ids.toSpliced(position, 1));
		this.#rows.set(step.row, null);
		this.#done.push(step);
		this.#inverse.push({ op: 'insert', row: step.row, position, data });
		return null;
	}

	#move(step: Extract<Operation, { op: 'move' }>): Conflict | EditProblem | null {
		const { list, id } = listOf(step.row);
		const ids = this.#ids(list) ?? [];
		const position = ids.indexOf(id);
		if (position !== step.was)
			return conflict(step, step.position, position < 0 ? undefined : position);
		// The place that it comes to, so that what takes it back finds it there.
		const to = Math.min(step.position, ids.length - 1);
		this.#lists.set(list, ids.toSpliced(position, 1).toSpliced(to, 0, id));
		this.#done.push({ ...step, position: to });
		this.#inverse.push({ op: 'move', row: step.row, was: to, position });
		return null;
	}

	/** Decodes what was written and checks the whole council. */
	finish(): Outcome {
		const decoded = new Map<string, unknown>();
		const problems: EditProblem[] = [];
		const rows = new Map<string, Json | null>();
		for (const [row, data] of this.#rows) {
			rows.set(row, data);
			if (data === null) continue;
			const read = schemaOf(listOf(row).list).safeParse(data, { error: plainWords });
			if (read.success) decoded.set(row, read.data);
			else problems.push(...fieldProblems(row, data, read.error));
		}
		if (problems.length > 0) return { outcome: 'problem', problems };
		const council = this.#rebuilt(decoded);
		const overfull = lengthProblems(council, [...this.#lists.keys()]);
		if (overfull.length > 0) return { outcome: 'problem', problems: overfull };
		const locked = agreedProblems(this.#council, council);
		if (locked.length > 0)
			return { outcome: 'problem', problems: locked.map((own) => ({ ...own, path: [] })) };
		const wrong = referenceProblems(council);
		if (wrong.length > 0)
			return { outcome: 'problem', problems: wrong.map((one) => placed(council, one)) };
		for (const [row, data] of rows) if (data !== null) rows.set(row, rowOf(council, row));
		return {
			outcome: 'done',
			council,
			operations: this.#done,
			inverse: this.#inverse.toReversed(),
			rows,
			lists: [...this.#lists.keys()]
		};
	}

	#rebuilt(decoded: ReadonlyMap<string, unknown>): Council {
		let council = this.#council;
		const details = decoded.get('council');
		if (details !== undefined) council = { ...council, council: details as Council['council'] };
		const touched = new Set([...this.#rows.keys()].map((row) => listOf(row).list));
		for (const list of this.#lists.keys()) touched.add(list);
		touched.delete('council');
		// Scenarios first, for their changes hang from them.
		for (const list of [...touched].sort(
			(a, b) => Number(b === 'scenarios') - Number(a === 'scenarios')
		)) {
			const ids = this.#ids(list);
			if (ids === null) continue;
			const known = new Map(entriesOf(council, list)?.map((entry) => [entry.id, entry]));
			const entries = ids.map((id) => {
				const own = decoded.get(`${list}/${id}`);
				const before = known.get(id);
				if (own === undefined) return before;
				return list === 'scenarios' ? { changes: [], ...before, ...(own as object) } : own;
			});
			council = withEntries(council, list, entries as never);
		}
		return council;
	}

	#row(row: string): Json | null {
		const own = this.#rows.get(row);
		return own === undefined ? rowOf(this.#council, row) : own;
	}

	#ids(list: string): readonly string[] | null {
		return this.#lists.get(list) ?? entriesOf(this.#council, list)?.map(({ id }) => id) ?? null;
	}
}

type ListName = 'facts' | 'packs' | 'records' | 'agreed' | 'scenarios' | 'changes';

/** Lists that are longer than a file may have them, or a council without a scenario: neither could be read again. */
function lengthProblems(council: Council, lists: readonly string[]): readonly EditProblem[] {
	const problem = (message: string): EditProblem => ({ row: null, path: [], message });
	if (council.scenarios.length === 0)
		return [problem('a council has at least one scenario; keep "If we change nothing"')];
	return lists.flatMap((list) => {
		const { length } = entriesOf(council, list) ?? [];
		const most = LIMITS[(list.split('/')[0] ?? '') as ListName];
		return length > most
			? [problem(`${list} would have ${length} entries; ${most} is the most`)]
			: [];
	});
}

function conflict(step: Operation, wanted: Json | undefined, found: Json | undefined): Conflict {
	return { row: step.row, path: step.op === 'set' ? step.path : [], wanted, found };
}

function hasId(data: Json, id: string): boolean {
	return typeof data === 'object' && data !== null && !Array.isArray(data) && data.id === id;
}

function fieldProblems(row: string, data: Json, error: z.core.$ZodError): readonly EditProblem[] {
	return error.issues.flatMap((issue) =>
		problemsOf(new z.core.$ZodError([issue])).map(({ message }) => ({
			row,
			path: keyedPath(data, issue.path),
			message
		}))
	);
}

/** A row as it would be kept today, with what its schema fills in; as it is where it is no such row. */
function asKept(list: string, data: Json): Json {
	const read = schemaOf(list).safeParse(data);
	return read.success ? encodeRow(list, read.data as never) : data;
}

function placed(council: Council, { place, message }: Problem): EditProblem {
	return { ...rowPlace(council, place), message };
}
