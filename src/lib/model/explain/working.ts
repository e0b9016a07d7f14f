import type { Working as Step } from '../formula/explain';

/** How a figure was worked out: a step with its parts, down to inputs; `figure` names another figure to open. */
export interface Working extends Omit<Step, 'parts'> {
	readonly figure?: string;
	readonly parts: readonly Working[];
}
