import type { Child, CleanReturn } from './clean';

/** Which children count: of these councils and ethnicities (none named: all), of this sex, unaccompanied asylum-seeking or not. */
export interface ReturnFilters {
	readonly councils: readonly string[];
	readonly ethnicities: readonly string[];
	readonly sex: '1' | '2' | 'all';
	readonly uasc: boolean | 'all';
}

/** The return with the stays of those children alone; its days and findings stay as they are. */
export function filtered(clean: CleanReturn, filters: ReturnFilters): CleanReturn {
	const counts = (child: Child): boolean =>
		(filters.councils.length === 0 || filters.councils.includes(child.council)) &&
		(filters.ethnicities.length === 0 || filters.ethnicities.includes(child.ethnicity)) &&
		(filters.sex === 'all' || child.sex === filters.sex) &&
		(filters.uasc === 'all' || child.isUasc === filters.uasc);
	return { ...clean, stays: clean.stays.filter(({ child }) => counts(child)) };
}
