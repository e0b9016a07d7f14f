import type { Act, Clash } from '$lib/exchange/editing';
import type { Conflict, Operation } from '$lib/model';

/** An edit on its way to the server. */
export interface Wish {
	readonly request: string;
	readonly act: Act;
	readonly operations: readonly Operation[];
	readonly reason?: string;
	/** The agreed baseline that the person has started a newer one than. */
	readonly newerThan?: string;
}

/** An undo, or a redo, on its way to the server. */
export interface UndoWish {
	readonly request: string;
	readonly direction: 'undo' | 'redo';
	readonly to: number;
	readonly others: boolean;
}

/** The steps of an edit as they go on top of what others have put there. */
export function onTopOf(
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

/** Who wrote what a part of an edit meets, and when: whoever wrote what the whole of it met. */
export function writerOf(
	{ row, path }: Conflict,
	clashes: readonly Clash[]
): Pick<Clash, 'by' | 'at'> {
	const whole = clashes.find(
		(own) => own.row === row && own.path.every((step, at) => step === path[at])
	);
	return { by: whole?.by ?? null, at: whole?.at ?? null };
}

function placeOf(row: string, path: readonly string[]): string {
	return JSON.stringify([row, ...path]);
}
