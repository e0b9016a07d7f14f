import { exact } from '../figures/figure';
import { floatOf } from '../formula/value';
import { allocate, Exact } from '../money/money';
import type { Assumption } from '../records/assumption';
import type { Decimal } from 'decimal.js';
import type { Flow } from './discount';
import type { RowLine } from './line';

/** How agencies share one cost; null where all of it is the council's. */
export type AgencyShares = Extract<Assumption, { use: 'agencyShares' }>;

/** How agencies share placements and plans. */
export interface Shares {
	readonly placements: AgencyShares | null;
	readonly plans: AgencyShares | null;
}

const TITLES = { placements: 'Placements not needed', plans: 'Plans not needed' } as const;

/** Why shares cannot be used: they are known and do not add up to 1; null where they can. */
export function sharesProblem(shares: AgencyShares | null): string | null {
	const own = Object.values(shares?.shares ?? {});
	if (shares === null || own.includes(null)) return null;
	const total = own.reduce<Decimal>((sum, share) => sum.plus(share ?? 0), new Exact(0));
	return total.eq(1)
		? null
		: `the shares of '${shares.title}' add up to ${total.toFixed()}, not to 1`;
}

/** A flow split over the agencies that share it, by largest remainders so that no penny is lost. */
export function sharedOut(
	flow: Flow,
	of: 'placements' | 'plans',
	shares: AgencyShares | null
): readonly RowLine[] {
	const agencies = Object.entries(shares?.shares ?? { council: new Exact(1) });
	const ref = (agency: string): string => `assumptions/${shares?.id ?? ''}.shares.${agency}`;
	const blanks = agencies.flatMap(([agency, share]) => (share === null ? [ref(agency)] : []));
	const weights = agencies.map(([, share]) => (share === null ? 0 : floatOf(share)));
	const split = Array.from(flow.values, (pence) => {
		if (pence === 0) return weights.map(() => 0);
		return Number.isNaN(pence) || blanks.length > 0 || weights.every((weight) => weight === 0)
			? weights.map(() => NaN)
			: allocate(pence, weights);
	});
	return agencies.map(([agency, share], i) => {
		const values = Float64Array.from(split, (own) => own[i] ?? 0);
		const blockedBy = values.some((pence) => Number.isNaN(pence))
			? [...new Set([...flow.blockedBy, ...blanks])]
			: [];
		return {
			id: `${of}/${agency}`,
			title: `${TITLES[of]}: ${agency}`,
			part: agency,
			values,
			blockedBy,
			working: (y) => ({
				label: `${TITLES[of]}: ${agency}`,
				unit: '£',
				value: exact(values[y] ?? 0, '£'),
				formula: `${TITLES[of]} × Share of the agency`,
				...(Number.isNaN(values[y]) ? { waitsFor: blockedBy } : {}),
				note: 'Split by largest remainders, so that no penny is lost',
				parts: [
					{
						label: TITLES[of],
						unit: '£',
						value: exact(flow.values[y] ?? 0, '£'),
						figure: `appraisal.benefitCorrected/${of}`,
						parts: []
					},
					{
						label: 'Share of the agency',
						unit: 'share of 1',
						value: share,
						...(shares === null ? { note: 'No agency shares it' } : { ref: ref(agency) }),
						parts: []
					}
				]
			})
		};
	});
}
