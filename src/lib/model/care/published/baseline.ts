import { Decimal } from 'decimal.js';
import { parseYear } from '../../calendar/calendar';
import type { CareFlow } from '../../records/careFlow';
import type { Evidence } from '../../records/evidence';
import type { PlacementType } from '../../records/placementType';
import type { Fact } from '../../scenario/fact';
import type { Council } from '../../scenario/file';
import { RETURN_TYPES } from '../estimate/types';
import { placementListOf } from '../return/codes';
import type { PublishedCouncil, PublishedMeasure } from './figures';
import type { PublishedFlows } from './flows';
import type { PublishedForecast } from './forecast';
import { ASSUMED_TYPES } from './profile';
import { flowRecords, PROFILE_PACK, profilePack } from './profilePack';

/** What a baseline is made from: the published figures of a council, and what follows from them. */
export interface PublishedSource {
	readonly council: PublishedCouncil;
	readonly flows: PublishedFlows;
	/** Children in care on later days, forecast; empty where none are. */
	readonly forecast: readonly PublishedForecast[];
	/** The document that the figures are from, as people would look for it. */
	readonly document: string;
}

const MEASURES = {
	inCare: 'Children looked after on 31 March',
	starting: 'Children starting to be looked after in the year',
	ceasing: 'Children ceasing to be looked after in the year'
} as const satisfies Partial<Record<PublishedMeasure, string>>;

/**
 * A council with its children in care from published figures: dated stocks with their facts, and entries, shares and
 * exits that are blank but for a pack of assumptions, which the assumed profile fills. The care flows that were there
 * go, with the assumptions about them; placement types that are missing come, with blank prices.
 */
export function withPublished(council: Council, source: PublishedSource): Council {
	const { baseline } = council;
	const gone = new Set(baseline.careFlows.map(({ id }) => `careFlows/${id}`));
	const facts = factsFrom(source);
	const factIds = new Set(facts.map(({ id }) => id));
	const known = new Set(baseline.placementTypes.map(({ id }) => id));
	return {
		...council,
		facts: [...council.facts.filter(({ id }) => !factIds.has(id)), ...facts],
		packs: [
			...council.packs
				.filter(({ id }) => id !== PROFILE_PACK)
				.map((pack) => {
					const kept = pack.values.filter(({ field }) => !gone.has(field.split('.')[0] ?? ''));
					return kept.length === pack.values.length ? pack : { ...pack, values: kept };
				}),
			profilePack(source.council.name, source.flows, source.document)
		],
		baseline: {
			...baseline,
			placementTypes: [
				...baseline.placementTypes,
				...ASSUMED_TYPES.filter(({ id }) => !known.has(id)).map((type) =>
					placementType(type, council)
				)
			],
			careFlows: [...stocks(source, parseYear(council.council.firstYear)), ...flowRecords()]
		}
	};
}

const factId = (measure: keyof typeof MEASURES, year: number): string =>
	`published-${measure}-${String(year)}`.toLowerCase();

function factsFrom({ council, flows, document }: PublishedSource): readonly Fact[] {
	const usedYears = new Set(flows.years.map(({ year }) => year));
	return council.years.flatMap((own) =>
		(Object.keys(MEASURES) as (keyof typeof MEASURES)[]).flatMap((measure): Fact[] => {
			const value = own[measure];
			if (value === null || (measure !== 'inCare' && !usedYears.has(own.year))) return [];
			return [
				{
					id: factId(measure, own.year),
					subject: council.name,
					measure: `${MEASURES[measure]}${measure === 'inCare' ? '' : ' to 31 March'} ${String(own.year)}`,
					value: String(value),
					unit: 'children',
					date: `${String(own.year)}-03-31`,
					document,
					paragraph: `${council.name} (${council.code}), ${String(own.year)}`,
					quote: `${MEASURES[measure]}: ${String(value)}`
				}
			];
		})
	);
}

/** Published stocks, and forecast ones up to the day that the projection starts from. */
function stocks(
	{ council, forecast }: PublishedSource,
	firstYear: number | null
): readonly CareFlow[] {
	const published = council.years.flatMap(({ year, inCare }) =>
		inCare === null
			? []
			: [
					stock(year, new Decimal(inCare), {
						fact: factId('inCare', year)
					})
				]
	);
	const expected = forecast
		.filter(({ year }) => firstYear !== null && year <= firstYear)
		.map(({ year, mean, p10, p90 }) => {
			const [value, low, high] = [mean, p10, p90].map(
				(children) => new Decimal(children.toFixed(1))
			);
			return stock(year, value ?? null, {
				...(low === undefined || high === undefined ? {} : { low, high }),
				note: 'Forecast from the figures published for all councils, with its 80 % band.'
			});
		});
	return [...published, ...expected];
}

const stock = (year: number, children: Decimal | null, evidence: Evidence): CareFlow => ({
	id: `published-stock-${String(year)}`,
	title: `Children in care, 31 March ${String(year)}`,
	flow: 'stock',
	date: `${String(year)}-03-31`,
	children,
	evidence: { children: evidence }
});

function placementType(
	{ id, title, provision }: (typeof ASSUMED_TYPES)[number],
	{ council: { firstYear }, baseline }: Council
): PlacementType {
	const taken = new Set(baseline.placementTypes.flatMap(({ codes }) => codes));
	const codes = RETURN_TYPES.find((type) => type.id === id)?.codes ?? [];
	const returnYear = (parseYear(firstYear) ?? 0) + 1;
	const prices = {
		mixed: {
			capacity: null,
			occupancy: null,
			inHouseShare: null,
			fixedWeekly: null,
			variableWeekly: null,
			externalWeekly: null
		},
		bought: { externalWeekly: null },
		allowance: { allowanceWeekly: null }
	}[provision];
	return {
		id,
		title,
		index: null,
		priceYear: firstYear,
		codes: codes.filter(
			(code) => !taken.has(code) && placementListOf(code, returnYear) === 'inList'
		),
		provision,
		...prices
	};
}
