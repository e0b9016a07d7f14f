/** A failure whose message is one sentence for the person at the keyboard; it needs no stack. */
export class PlainError extends Error {
	/** The command line knows a plain failure by this name, because it cannot import this class. */
	override readonly name = 'PlainError';
}
