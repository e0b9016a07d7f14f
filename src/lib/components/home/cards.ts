/** The four cards of first steps, in their order. */
export const CARDS = ['number', 'change', 'matters', 'councillor'] as const;

/** One of the cards. */
export type Card = (typeof CARDS)[number];

/** The cookie in which a browser holds the cards that were dismissed, with full stops between them. */
export const CARDS_COOKIE = 'windscreen-cards';

/** The cards that are shown, and what of the example they lead to. */
export interface Cards {
	readonly shown: readonly Card[];
	readonly figure: { readonly id: string; readonly name: string; readonly year: string };
	/** ‘If we change nothing’. */
	readonly nothing: string;
	readonly scenario: string;
	readonly change: { readonly id: string; readonly title: string };
}
