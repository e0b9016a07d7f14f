import { readNumber } from '$lib/input/number';
import { running } from '$lib/messages/running';
import type { SolvingTask } from '$lib/runner/solving/protocol';
import { Decimal } from 'decimal.js';

/** An input that may move, as the page offers it. */
export interface MovingInput {
	readonly ref: string;
	readonly label: string;
	readonly unit: string;
	readonly now: Decimal | null;
	/** Null where nothing states a range. */
	readonly low: Decimal | null;
	readonly high: Decimal | null;
}

/** What somebody asks, as it was typed and chosen. */
export interface TypedQuestion {
	/** 'even/council', 'paid/3' with the year counted from 0, 'net/3'. */
	readonly goal: string;
	readonly amount: string;
	readonly low: string;
	readonly high: string;
}

/** The task that a question asks, or what is wrong with it in a sentence. */
export function solveTask(
	input: MovingInput,
	typed: TypedQuestion
): SolvingTask | { readonly problem: string } {
	const words = running.solve;
	const [kind = '', of = ''] = typed.goal.split('/');
	const low = endOf(typed.low, input.low, input.unit, words.low);
	const high = endOf(typed.high, input.high, input.unit, words.high);
	for (const end of [low, high]) if (end !== null && 'problem' in end) return end;
	if (low === null || high === null || 'problem' in low || 'problem' in high)
		return { problem: words.noRange };
	if (low.value.gte(high.value)) return { problem: words.emptyRange };
	const moving = {
		task: 'solve',
		input: input.ref,
		low: low.value.toFixed(),
		high: high.value.toFixed()
	} as const;
	if (kind === 'paid')
		return {
			...moving,
			figure: 'appraisal.payback/council',
			y: 0,
			target: { byYear: Number(of) }
		};
	if (kind === 'even')
		return { ...moving, figure: `appraisal.npsv/${of}`, y: 0, target: { value: '0' } };
	if (typed.amount.trim() === '') return { problem: words.noAmount };
	const amount = readNumber(typed.amount, '£');
	if (!amount.ok) return { problem: words.problem(words.amount, amount.message) };
	if (amount.value === null) return { problem: words.noAmount };
	return { ...moving, figure: 'net.total', y: Number(of), target: { value: amount.value } };
}

/** An end of the range: what was typed, or the input's own; null where there is neither. */
function endOf(
	typed: string,
	own: Decimal | null,
	unit: string,
	field: string
): { readonly value: Decimal } | { readonly problem: string } | null {
	if (typed.trim() === '') return own === null ? null : { value: own };
	const read = readNumber(typed, unit);
	if (!read.ok) return { problem: running.solve.problem(field, read.message) };
	return read.value === null ? null : { value: new Decimal(read.value) };
}
