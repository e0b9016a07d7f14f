import { differenceOf, type CareWindow, type Council, type Operation } from '$lib/model';

/** The steps that keep a window in the baseline, in place of the same window where that is kept already. */
export function keepingSteps(council: Council, kept: CareWindow): readonly Operation[] {
	const { careWindows } = council.baseline;
	const isThere = careWindows.some(({ id }) => id === kept.id);
	const windows = isThere
		? careWindows.map((own) => (own.id === kept.id ? kept : own))
		: [...careWindows, kept];
	return differenceOf(council, {
		...council,
		baseline: { ...council.baseline, careWindows: windows }
	});
}
