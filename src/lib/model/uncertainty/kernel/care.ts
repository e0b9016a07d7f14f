import { bandRange, evenProfile, newbornProfile } from '../../care/propagate';
import { floatOf } from '../../formula/value';
import { CARE_BANDS } from '../../records/careFlow';
import type { Run } from '../../run/run';
import { isNothing, plus, times, type Column } from '../column';
import { drawnBand, type BandInputs, type DrawnBand } from './careBand';
import type { DrawnOutflow } from './careHelp';
import type { DrawnCareInputs } from './careInputs';
import { afterEffects, type DrawnEffect } from './effects';

/** Children in care in all draws: what each band is made from, and how it goes on. */
export interface DrawnCare {
	readonly inputs: DrawnCareInputs;
	readonly types: readonly string[];
	/** Children who enter each state in each month, after early help. */
	readonly entries: readonly (readonly Column[])[];
	readonly bands: readonly { readonly inputs: BandInputs; readonly band: DrawnBand }[];
}

const PROFILES = CARE_BANDS.map((_, band) => (band === 0 ? newbornProfile() : evenProfile(band)));

/**
 * Children in care in all draws under the effects of early help. A band of which everything is the very same as in
 * another run's is taken from there: each band depends on itself and the younger ones alone.
 */
export function drawnCare(
	inputs: DrawnCareInputs,
	run: Run,
	effects: readonly DrawnEffect[],
	factor: Column,
	other: DrawnCare | null
): DrawnCare {
	const types = run.care.types;
	const used = effects.filter(
		({ effect, amount }) => effect.outcome !== 'protectionPlan' && !amount.every(isNothing)
	);
	const entries = entriesAfter(
		inputs,
		types,
		used.filter(({ effect }) => effect.outcome === 'entryToCare'),
		factor
	);
	const outward = used.filter(({ effect }) => effect.outcome !== 'entryToCare');
	const bands: { readonly inputs: BandInputs; readonly band: DrawnBand }[] = [];
	for (const [b, name] of CARE_BANDS.entries()) {
		const [start, end] = bandRange(b);
		const own = <T>(row: readonly T[]): readonly T[] =>
			row.slice(b * types.length, (b + 1) * types.length);
		const known = other?.bands[b];
		const fresh: BandInputs = {
			profile: PROFILES[b]?.slice(0, end - start) ?? [],
			days: inputs.days,
			opening:
				known !== undefined && other?.inputs === inputs
					? known.inputs.opening
					: own(inputs.shares).map((share) => times(inputs.opening, share)),
			entries: entries.map(own),
			agedIn: bands.at(-1)?.band.agedOut ?? null,
			rates: inputs.rates.map((set) => set[b] ?? { exits: [], moves: [] }),
			outflows: inputs.days.map((_, month) => waysOf(outward, name, types, month))
		};
		bands.push(
			known !== undefined && isSameBand(known.inputs, fresh)
				? known
				: { inputs: fresh, band: drawnBand(fresh) }
		);
	}
	return { inputs, types, entries, bands };
}

function isSameBand(a: BandInputs, b: BandInputs): boolean {
	return (
		a.agedIn === b.agedIn &&
		isSameRow(a.opening, b.opening) &&
		isSameRow(a.rates, b.rates) &&
		a.entries.every((row, month) => isSameRow(row, b.entries[month] ?? [])) &&
		[...a.outflows, ...b.outflows].every((ways) => ways.length === 0)
	);
}

const isSameRow = (a: readonly unknown[], b: readonly unknown[]): boolean =>
	a.length === b.length && a.every((own, i) => own === b[i]);

const scaledEntries = new WeakMap<DrawnCareInputs, Map<Column, readonly (readonly Column[])[]>>();

/** Entries times the calibration factor; the very same for both runs where inputs and factor are. */
function scaled(inputs: DrawnCareInputs, factor: Column): readonly (readonly Column[])[] {
	let byFactor = scaledEntries.get(inputs);
	if (byFactor === undefined) {
		byFactor = new Map();
		scaledEntries.set(inputs, byFactor);
	}
	let entries = byFactor.get(factor);
	if (entries === undefined) {
		entries = inputs.entries.map((row) => row.map((children) => times(children, factor)));
		byFactor.set(factor, entries);
	}
	return entries;
}

function entriesAfter(
	inputs: DrawnCareInputs,
	types: readonly string[],
	effects: readonly DrawnEffect[],
	factor: Column
): readonly (readonly Column[])[] {
	return scaled(inputs, factor).map((row, month) => {
		if (effects.length === 0) return row;
		const avoided = effects.map(({ effect, amount }) => {
			const byState = row.map((): Column => 0);
			for (const { band, type, share } of effect.intervention.profile) {
				const state = CARE_BANDS.indexOf(band) * types.length + types.indexOf(type);
				const own = times(share === null ? NaN : floatOf(share), amount[month] ?? 0);
				byState[state] = plus(byState[state] ?? 0, own);
			}
			return byState;
		});
		return row.map((children, state) => {
			const own = avoided.map((byState) => byState[state] ?? 0);
			return own.every((column) => column === 0) ? children : afterEffects(children, own);
		});
	});
}

function waysOf(
	effects: readonly DrawnEffect[],
	name: string,
	types: readonly string[],
	month: number
): readonly DrawnOutflow[] {
	return effects.flatMap(({ effect, amount }) =>
		effect.intervention.profile.flatMap(({ band, type, to, share }): readonly DrawnOutflow[] => {
			const children = times(share === null ? NaN : floatOf(share), amount[month] ?? 0);
			if (band !== name || children === 0) return [];
			return [
				{
					from: types.indexOf(type),
					to: to === undefined ? null : types.indexOf(to),
					children
				}
			];
		})
	);
}
