import { Decimal } from 'decimal.js';
import type { CareFlow } from '../../records/careFlow';
import type { Pack, PackValue } from '../../scenario/pack';
import type { PublishedFlows, YearlyChildren } from './flows';
import { ASSUMED_PROFILE, ASSUMED_TYPES } from './profile';

/** The assumption pack that holds what published figures do not say. */
export const PROFILE_PACK = 'published-profile';

/** Illustrative shares may be out by this part of themselves. */
const SHARE_RANGE = 0.3;
const CHILD_PLACES = 4;
const RATE_DIGITS = 8;

const states = ASSUMED_PROFILE.flatMap((band) =>
	ASSUMED_TYPES.flatMap((type) => {
		const share = band.types[type.id];
		return share === undefined ? [] : [{ band, type, share }];
	})
);

const stateName = ({ band, type }: (typeof states)[number]): string => `${band.band}-${type.id}`;

/** Care flows that are blank until the pack fills them: without it, nothing is said of ages and placements. */
export function flowRecords(): readonly CareFlow[] {
	return states.flatMap((state): CareFlow[] => {
		const about = { band: state.band.band, type: state.type.id };
		const words = `${state.band.band}, ${state.type.title.toLowerCase()}`;
		const name = stateName(state);
		return [
			{
				id: `published-share-${name}`,
				title: `Share of ${words}`,
				flow: 'share',
				...about,
				share: null
			},
			{
				id: `published-entries-${name}`,
				title: `Entries of ${words}`,
				flow: 'entries',
				...about,
				basis: 'perYear',
				childrenPerYear: null
			},
			{
				id: `published-exits-${name}`,
				title: `Exits of ${words}`,
				flow: 'exits',
				...about,
				ratePerDay: null
			}
		];
	});
}

/** The pack that fills them: a council's published numbers, shared out by the assumed profile. */
export function profilePack(name: string, flows: PublishedFlows, document: string): Pack {
	const years = flows.years.map(({ year }) => String(year));
	const period =
		years.length === 1 ? String(years[0]) : `${String(years[0])} to ${String(years.at(-1))}`;
	const illustrative = 'Assumed ages and placements; illustrative, from no source.';
	const exits =
		flows.meets === null
			? 'entries and exits make as many children start and cease a year as were published'
			: `entries make as many children start a year as were published, and exits lead to the number forecast for 31 March ${String(flows.meets)},`;
	return {
		id: PROFILE_PACK,
		title: 'Ages and placements of children in care, assumed',
		description: `Published figures of ${name} have neither ages nor placements. Their numbers are shared out by an illustrative profile, which the council’s own return should take the place of; ${exits} for the years to 31 March ${period}.`,
		on: true,
		values: states.flatMap((state): PackValue[] => {
			const own = stateName(state);
			const share = new Decimal(state.band.stock).times(state.share);
			const entries = state.band.entries * state.share;
			const from = (what: string): string =>
				`${what} of the years to 31 March ${period} in ${document}, shared out by the assumed profile.`;
			return [
				{
					field: `careFlows/published-share-${own}.share`,
					value: share,
					low: share.times(1 - SHARE_RANGE),
					high: Decimal.min(1, share.times(1 + SHARE_RANGE)),
					source: null,
					note: illustrative
				},
				{
					field: `careFlows/published-entries-${own}.childrenPerYear`,
					...ranged(flows.starting.perYear * entries, flows.starting, (value) =>
						rounded(value, CHILD_PLACES)
					),
					source: from('Children starting')
				},
				{
					field: `careFlows/published-exits-${own}.ratePerDay`,
					...ranged(flows.leavingPerDay * state.band.leaving, flows.ceasing, digits),
					source:
						flows.meets === null
							? from('Children ceasing, less those who turn 18,')
							: `Forecast of children in care on 31 March ${String(flows.meets)} from ${document}, shared out by the assumed profile.`
				}
			];
		})
	};
}

const rounded = (value: number, places: number): Decimal => new Decimal(value.toFixed(places));
const digits = (value: number): Decimal => new Decimal(value.toPrecision(RATE_DIGITS));

/** A part of a yearly number, with the range of the whole in proportion. */
function ranged(
	value: number,
	{ perYear, half }: YearlyChildren,
	written: (value: number) => Decimal
): Pick<PackValue, 'value' | 'low' | 'high'> {
	const part = half === null || perYear === 0 ? 0 : half / perYear;
	return {
		value: written(value),
		low: written(value * Math.max(0, 1 - part)),
		high: written(value * (1 + part))
	};
}
