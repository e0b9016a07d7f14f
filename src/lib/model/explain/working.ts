import type { Working as Step } from '../formula/explain';

/** How a figure was worked out: a step with its parts, down to inputs; `figure` names another figure to open. */
export interface Working extends Omit<Step, 'parts'> {
	readonly figure?: string;
	readonly parts: readonly Working[];
}

/** What a working says below its name and value: how the parts make it. */
export type Body = Pick<Working, 'parts'> & Partial<Pick<Working, 'formula' | 'note'>>;

/** What tells a version from the record as it stands: ', after close-centre'; nothing where no change makes it. */
export const afterChanges = (changes: readonly string[]): string =>
	changes.length === 0 ? '' : `, after ${changes.join(' and ')}`;
