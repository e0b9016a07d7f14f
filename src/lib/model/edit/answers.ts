import { Decimal } from 'decimal.js';
import type { z } from 'zod';
import { monthText, parseMonth, parseYear } from '../calendar/calendar';
import { theDate, worded, type Words } from '../calendar/words';
import { date, decimalText, month, prose, title } from '../records/field';
import { KIND_LABELS, type AnyRecord, type Kind, type RecordOf } from '../records/kinds';
import { adjusted } from '../scenario/adjust';
import type { Council, Scenario } from '../scenario/file';
import { plainWords } from '../scenario/problem';
import { inOrder } from '../scenario/versions';
import { valueAt } from './jsonPath';
import type { Json } from './operation';
import { rowOf } from './rows';
import type { FileEdit, FileOneOff } from './scenarios';
import type { Answered, AnswerProblem, Answers, Question } from './template';

const LONGEST_RAMP = 600;

/** Reads the answers to questions, each by itself; `problems` grows when more are told. */
export function readAnswers(
	council: Council,
	questions: readonly Question[],
	answers: Answers
): { readonly answered: Answered; readonly problems: readonly AnswerProblem[] } {
	const problems: AnswerProblem[] = [];
	const known = new Map<string, string>();
	for (const question of questions) {
		const { when } = question;
		if (when !== null && answers.get(when.question) !== when.is) continue;
		const answer = answers.get(question.id)?.trim() ?? '';
		const message = answer === '' ? missing(question) : wrong(council, question, answer);
		if (message !== null) problems.push({ question: question.id, message });
		else if (answer !== '') known.set(question.id, answer);
	}
	const text = (question: string): string | null => known.get(question) ?? null;
	return {
		problems,
		answered: {
			text,
			number: (question) => {
				const own = text(question);
				return own === null ? null : new Decimal(own);
			},
			record: (question, kind) => recordIn(council, kind, text(question)),
			tell: (question, message) => problems.push({ question, message })
		}
	};
}

function recordIn<K extends Kind>(
	council: Council,
	kind: K,
	id: string | null
): RecordOf<K> | null {
	const records = council.baseline[kind] as readonly AnyRecord[];
	return (records.find((record) => record.id === id) as RecordOf<K> | undefined) ?? null;
}

const ACTIONS: Readonly<Record<Question['type'], string>> = {
	record: 'choose one',
	choice: 'choose one',
	number: 'write a number, 0 where there is none',
	month: 'write it as April 2026',
	date: 'write it as 30 April 2026',
	text: 'write a few words'
};

function missing({ isNeeded, label, type }: Question): string | null {
	return isNeeded ? `${label} is missing; ${ACTIONS[type]}` : null;
}

function wrong(council: Council, question: Question, answer: string): Words | null {
	const { of, label } = question;
	switch (question.type) {
		case 'record':
			return of === null || recordIn(council, of, answer) === null
				? `there is no ${of === null ? 'record' : KIND_LABELS[of]} '${answer}'; choose another`
				: null;
		case 'choice':
			return question.options.some(({ value }) => value === answer)
				? null
				: `'${answer}' is not one of the choices for ${label}; choose one`;
		case 'number':
			return numberProblem(question, answer);
		case 'month':
			return (
				messageOf(month, answer) ?? (question.id === 'start' ? outside(council, answer) : null)
			);
		case 'date':
			return messageOf(date, answer);
		case 'text':
			return messageOf(question.id === 'reason' ? prose : title, answer);
	}
}

function numberProblem({ unit, label }: Question, answer: string): string | null {
	const max = unit === 'share of 1' ? 1 : unit === 'months' ? LONGEST_RAMP : 1e12;
	const message = messageOf(decimalText({ min: 0, max }), answer);
	if (message !== null || unit !== 'months' || new Decimal(answer).isInteger()) return message;
	return `${label} is a whole number of months; write one such as 6`;
}

function messageOf(schema: z.ZodType, answer: string): string | null {
	const read = schema.safeParse(answer, { error: plainWords });
	return read.success ? null : (read.error.issues[0]?.message ?? '');
}

/** A change that starts outside the projection does nothing in it. */
function outside({ council }: Council, start: string): Words | null {
	const first = parseYear(council.firstYear) ?? 0;
	const at = parseMonth(start, first) ?? 0;
	const months = 12 * council.horizonYears;
	return at >= 0 && at < months
		? null
		: worded`${theDate(start)} lies outside the projection; write a month from ${theDate(monthText(0, first))} to ${theDate(monthText(months - 1, first))}`;
}

/** An edit that sets a field of a record. */
export function setting(record: string, field: string, value: Json): FileEdit {
	return { edit: 'set', record, field, value };
}

/** The edits that set those fields of a record which an answer gives and which say something else. */
export function settingAnswered(
	answered: Answered,
	record: string,
	now: AnyRecord,
	fields: readonly string[]
): readonly FileEdit[] {
	return fields.flatMap((field) => {
		const value = answered.number(field);
		const before = (now as unknown as Readonly<Record<string, unknown>>)[field];
		const isSame = before instanceof Decimal && value?.eq(before) === true;
		return value === null || isSame ? [] : [setting(record, field, value.toFixed())];
	});
}

/** The one-off amount that an answer gives; none where it is empty or 0. */
export function oneOffFrom(
	answered: Answered,
	question: string,
	item: Omit<FileOneOff, 'id' | 'month' | 'amount'>
): readonly FileOneOff[] {
	const amount = answered.number(question);
	if (amount === null || amount.isZero()) return [];
	const month = answered.text('start') ?? '';
	return [{ id: question.toLowerCase(), month, amount: amount.toFixed(), ...item }];
}

/** The months over which a change comes in; 0 where nothing is answered. */
export function rampOf(answered: Answered): number {
	return answered.number('ramp')?.toNumber() ?? 0;
}

/** Changes that are switched on and hold when another starts, in the order in which they win. */
function earlierIn({ changes }: Scenario, start: string) {
	const holding = changes.filter(
		(change) => change.on && change.start <= start && (change.end === null || change.end > start)
	);
	return inOrder(holding.map((change) => ({ change, edits: change.edits })));
}

/** What a field of the baseline says when a change starts, after the scenario's other changes. */
export function standingValue(
	council: Council,
	scenario: Scenario,
	place: { readonly record: string; readonly field: string; readonly start: string }
): Json | undefined {
	const { record, field, start } = place;
	let value = valueAt(rowOf(council, `records/${record}`), field.split('.')).value;
	for (const { edits } of earlierIn(scenario, start))
		for (const edit of edits)
			if (edit.edit === 'add' || edit.edit === 'remove') continue;
			else if (edit.record !== record || edit.field !== field) continue;
			else if (edit.edit === 'set') value = edit.value;
			else if (typeof value === 'string') value = adjusted(new Decimal(value), edit).toFixed();
	return value;
}

/** Tells where another change of the scenario takes the record of an answer away already. */
export function tellRemoved(
	answered: Answered,
	scenario: Scenario,
	question: string,
	record: string
): void {
	const other = scenario.changes.find(
		({ on, edits }) => on && edits.some((edit) => edit.edit === 'remove' && edit.record === record)
	);
	if (other !== undefined)
		answered.tell(
			question,
			`the change '${other.title}' of this scenario takes it away already; choose another, or change that one`
		);
}
