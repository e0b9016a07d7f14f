import type { Range, TypedAdjustment } from './table';

/** What a cell's text was read as: canonical text (null is blank), with its range if it was one, or what is wrong. */
export type Reading =
	| {
			readonly ok: true;
			readonly value: string | null;
			readonly range?: Range;
			/** What was typed, where it works on what the cell says; the value is its result. */
			readonly adjustment?: TypedAdjustment;
	  }
	| { readonly ok: false; readonly message: string };

/** A reading that succeeded. */
export function read(value: string | null): Reading {
	return { ok: true, value };
}

/** A reading that failed, with one sentence on what is wrong and how to mend it. */
export function refused(message: string): Reading & { readonly ok: false } {
	return { ok: false, message };
}

/**
 * Typed text with the many shapes of one character made one: full-width forms as ASCII, every dash and minus as '-',
 * every space as ' '. Superscripts and fractions stay as they are, so that '5²' is never read as 52.
 */
export function plainCharacters(text: string): string {
	return text
		.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
		.replace(/\uFFE1/g, '£')
		.replace(/[\u2010-\u2015\u2212\uFE58\uFE63]/g, '-')
		.replace(/[\u200B\u200E\u200F\u2060\uFEFF]/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}
