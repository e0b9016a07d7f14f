/** A sentence for the person who called; what was asked for is not done. */
export class Refusal extends Error {
	readonly problems: readonly string[];

	constructor(...problems: readonly string[]) {
		super(problems.join('\n'));
		this.problems = problems;
	}
}
