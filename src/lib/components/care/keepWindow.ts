import {
	differenceOf,
	type CarePriceKeys,
	type CareWindow,
	type Council,
	type Operation
} from '$lib/model';

/** The steps that keep a window in the baseline, in place of the same window where that is kept already, whose prices stay. */
export function keepingSteps(council: Council, kept: CareWindow): readonly Operation[] {
	const before = council.baseline.careWindows.find(({ id }) => id === kept.id)?.parameters;
	return withWindow(council, before === undefined ? kept : { ...kept, parameters: before });
}

/** The steps that keep prices with a window; without any, those of the baseline's placement types are meant. */
export function pricingSteps(
	council: Council,
	kept: CareWindow,
	parameters: CarePriceKeys | null
): readonly Operation[] {
	return withWindow(council, { ...kept, parameters: parameters ?? undefined });
}

function withWindow(council: Council, kept: CareWindow): readonly Operation[] {
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
