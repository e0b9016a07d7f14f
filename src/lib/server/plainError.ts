/** What the command line answers where trying again later may help: EX_TEMPFAIL of sysexits.h. */
export const TRY_LATER = 75;

/** A failure whose message is one sentence for the person at the keyboard; it needs no stack. */
export class PlainError extends Error {
	/** The command line knows a plain failure by this name, because it cannot import this class. */
	override readonly name = 'PlainError';
	/** What the program exits with when this is what ends it. */
	readonly exitCode: number;

	constructor(message: string, options: ErrorOptions & { readonly exitCode?: number } = {}) {
		super(message, options);
		this.exitCode = options.exitCode ?? 1;
	}
}
