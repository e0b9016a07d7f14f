import type { Decimal } from 'decimal.js';
import type { Words } from '../calendar/words';
import type { Kind, RecordOf } from '../records/kinds';
import type { Council, Scenario } from '../scenario/file';
import type { NewChange } from './scenarios';

/** One of the values that a question may be answered with: as files hold it, and as people read it. */
export interface Choice {
	readonly value: string;
	readonly label: string;
}

/** One thing that a template asks before it makes a change. */
export interface Question {
	readonly id: string;
	readonly label: string;
	/** The financial year that the answer is for, where one of each is asked; null elsewhere. */
	readonly year: string | null;
	/** One sentence on what the answer means, and what holds where it is left empty. */
	readonly meaning: string;
	readonly type: 'record' | 'number' | 'month' | 'date' | 'text' | 'choice';
	/** The kind of records to choose from; null for other types. */
	readonly of: Kind | null;
	/** The unit of a number as records name it: '£ a year', 'share of 1'; null for other types. */
	readonly unit: string | null;
	/** What a choice may be; none for other types. */
	readonly options: readonly Choice[];
	/** True where no change can be made without the answer. */
	readonly isNeeded: boolean;
	/** The answer to another question that this one is asked for; null where it is always asked. */
	readonly when: { readonly question: string; readonly is: string } | null;
}

/** Answers by question, as files hold values: decimal text, '2026-04' for a month, the id of a record; null is no answer. */
export type Answers = ReadonlyMap<string, string | null>;

/** What is wrong with an answer, in one sentence; the question is null where it is no answer's fault. */
export interface AnswerProblem {
	readonly question: string | null;
	readonly message: Words;
}

/** The answers of a form that have been read: each is what its question asks for, or nothing. */
export interface Answered {
	/** The answer as files hold it; null where there is none. */
	readonly text: (question: string) => string | null;
	readonly number: (question: string) => Decimal | null;
	readonly record: <K extends Kind>(question: string, kind: K) => RecordOf<K> | null;
	/** Says what is wrong with an answer in the light of the others. */
	readonly tell: (question: string, message: Words) => void;
}

/** A common decision as a form: what it asks, and the change that the answers make. */
export interface Template {
	readonly id: string;
	readonly title: string;
	/** What the change does, and what it leaves to the baseline. */
	readonly meaning: string;
	readonly questions: (council: Council) => readonly Question[];
	/** The change that the answers make, without what every change has; problems are told to `answered`. */
	readonly build: (
		council: Council,
		scenario: Scenario,
		answered: Answered
	) => Partial<NewChange> & Pick<NewChange, 'title'>;
}

type Asked = Partial<Question> & Pick<Question, 'id' | 'label' | 'meaning'>;

const plain = {
	year: null,
	of: null,
	unit: null,
	options: [],
	isNeeded: false,
	when: null
} as const;

/** A question for one record of a kind. */
export function askRecord(of: Kind, asked: Asked): Question {
	return { ...plain, type: 'record', ...asked, of };
}

/** A question for a number in a unit. */
export function askNumber(unit: string, asked: Asked): Question {
	return { ...plain, type: 'number', ...asked, unit };
}

/** A question for one of a few choices. */
export function askChoice(options: readonly Choice[], asked: Asked): Question {
	return { ...plain, type: 'choice', ...asked, options };
}

/** A question for words, a month or a date. */
export function ask(type: 'text' | 'month' | 'date', asked: Asked): Question {
	return { ...plain, type, ...asked };
}

/** The questions that every change answers at its end. */
export const COMMON: readonly Question[] = [
	ask('text', {
		id: 'title',
		label: 'Name of the change',
		meaning: 'What the change is called; left empty, it is named after what it does.'
	}),
	ask('text', { id: 'reason', label: 'Reason', meaning: 'Why the change is made.' }),
	ask('text', { id: 'owner', label: 'Owner', meaning: 'Who answers for the change.' })
];

/** The question for the month in which a change starts. */
export function askStart(label: string, meaning: string): Question {
	return ask('month', { id: 'start', label, meaning, isNeeded: true });
}

/** The question for how long a change takes to come in. */
export const RAMP = askNumber('months', {
	id: 'ramp',
	label: 'Comes in over',
	meaning: 'Months from the start until all of it holds; left empty, it holds at once.'
});
