import type { Field } from '$lib/input/human';
import { care } from '$lib/messages/care';
import { CARE_BANDS, daysOfWindow, financialYearOf, type CareWindow } from '$lib/model';
import { yearEndsAhead } from '$lib/runner/costs/session';
import { typesIn } from './useInBaseline';

/** What is typed in the form of prices, by the path of its key in a parameters file: 'prices foster external_weekly'. */
export type Typed = Readonly<Record<string, string>>;

/** A box of the form. */
export interface PriceBox {
	/** The path of its key in a parameters file, parts set apart by blanks. */
	readonly path: string;
	readonly field: Field;
	readonly hint?: string;
	/** What choosing nothing means. */
	readonly blank?: string;
}

/** Boxes that belong together under a heading. */
export interface PriceGroup {
	readonly title: string;
	readonly boxes: readonly PriceBox[];
}

/** A part of the form: a type of placement, care leavers, the outturn or the child population. */
export interface PriceSection {
	readonly id: string;
	readonly title: string;
	readonly lead?: string;
	readonly groups: readonly PriceGroup[];
}

const words = care.prices;
const { units } = words;

/** What a switch of the form says. */
export const YES = 'yes';
/** What a switch of the form says that is off. */
export const NO = 'no';

/** The form for a window: its boxes follow who provides, and what else has been chosen in it. */
export function priceSections(kept: CareWindow, typed: Typed): readonly PriceSection[] {
	const { ofWindow, ahead } = yearsOf(kept);
	const rising = [...ofWindow.slice(-1), ...ahead];
	const counted = (kept.counted ?? []).map(({ year }) => year);
	return [
		...typesIn(kept).map((type) => typeSection(type, typed, rising)),
		leaversSection(typed, rising),
		{
			id: 'outturn',
			title: words.outturn,
			lead: counted.length === 0 ? words.outturnNone : words.outturnLead,
			groups:
				counted.length === 0
					? []
					: [
							{
								title: '',
								boxes: [
									{
										path: 'outturn year',
										blank: words.outturnBlank,
										field: choice(
											words.outturnYear,
											counted.map((year) => ({ value: year, label: year })),
											true
										)
									},
									number('outturn pounds', words.outturnPounds, units.pounds)
								]
							}
						]
		},
		{
			id: 'population',
			title: words.population,
			lead: words.populationLead,
			groups: CARE_BANDS.map((band) => ({
				title: care.bands[band],
				boxes: [...new Set([...ofWindow, ...ahead])].map((year) =>
					number(
						`child_population ${band} ${year}`,
						words.populationOf(care.bands[band], year),
						units.children
					)
				)
			}))
		}
	];
}

/** The financial years that a window has days of, and those that its forecast goes on into. */
function yearsOf(kept: CareWindow) {
	const { from, to } = daysOfWindow(kept);
	const ofWindow = new Set<string>();
	for (let day = from; day <= to; day++) ofWindow.add(financialYearOf(day));
	return { ofWindow: [...ofWindow], ahead: yearEndsAhead(kept).map(financialYearOf) };
}

function typeSection(
	type: ReturnType<typeof typesIn>[number],
	typed: Typed,
	years: readonly string[]
): PriceSection {
	const at = (key: string): string => `prices ${type} ${key}`;
	const provision = typed[at('provision')] ?? '';
	const weekly = (key: string, label: string, hint?: string) =>
		number(at(key), label, units.weekly, hint);
	const own = [
		number(at('capacity'), words.capacity, units.places),
		number(at('occupancy'), words.occupancy, units.share),
		number(at('in_house_share'), words.inHouseShare, units.share, words.inHouseShareHint),
		weekly('fixed_weekly', words.fixed),
		weekly('variable_weekly', words.variable)
	];
	const bought = [
		weekly('external_weekly', words.external),
		...CARE_BANDS.map((band) =>
			weekly(
				`external_weekly_by_band ${band}`,
				words.externalOf(care.bands[band]),
				words.externalOfHint
			)
		)
	];
	const first: PriceBox = {
		path: at('provision'),
		blank: words.provision.none,
		field: choice(
			words.provision.label,
			(['mixed', 'bought', 'allowance'] as const).map((value) => ({
				value,
				label: words.provision[value]
			})),
			true
		)
	};
	if (provision === '')
		return { id: type, title: care.types[type], groups: [{ title: '', boxes: [first] }] };
	return {
		id: type,
		title: care.types[type],
		groups: [
			{
				title: '',
				boxes: [
					first,
					priceYear(at('price_year')),
					...(provision === 'mixed' ? own : []),
					...(provision === 'allowance' ? [weekly('allowance_weekly', words.allowance)] : bought),
					number(at('one_off'), words.oneOff, units.pounds)
				]
			},
			...(provision === 'allowance'
				? []
				: [
						{
							title: words.highCostTitle,
							boxes: [
								number(at('high_cost share'), words.highCostShare, units.share, words.highCostHint),
								weekly('high_cost mean_weekly', words.highCostMean),
								weekly('high_cost deviation_weekly', words.highCostDeviation)
							]
						}
					]),
			upliftGroup(`prices ${type}`, typed, years)
		]
	};
}

function leaversSection(typed: Typed, years: readonly string[]): PriceSection {
	const at = (key: string): string => `care_leavers ${key}`;
	const first = {
		path: at('priced'),
		field: choice(words.leaversPriced.label, yesOrNo(words.leaversPriced))
	};
	const byAge = (key: string, label: (ages: string) => string) =>
		(['18-20', '21-24'] as const).map((ages) =>
			number(at(`${key} ${ages}`), label(words.leaverAges[ages]), units.weekly)
		);
	const grant = {
		path: at('has_grant'),
		field: choice(words.grant.label, yesOrNo(words.grant))
	};
	const isPriced = typed[first.path] === YES;
	return {
		id: 'leavers',
		title: words.leavers,
		groups: !isPriced
			? [{ title: '', boxes: [first] }]
			: [
					{
						title: '',
						boxes: [
							first,
							priceYear(at('price_year')),
							number(at('shares staying_put'), words.stayingPut, units.share),
							number(at('shares other_support'), words.otherSupport, units.share),
							...byAge('staying_put_weekly', words.stayingPutAt),
							...byAge('other_support_weekly', words.otherSupportAt),
							grant,
							...(typed[grant.path] === YES
								? [
										number(at('uasc share'), words.grantShare, units.share),
										number(at('uasc grant_weekly'), words.grantWeekly, units.weekly),
										{
											...number(at('uasc until_age'), words.grantUntil, units.years),
											field: {
												...number('', words.grantUntil, units.years).field,
												canBeBlank: false
											}
										}
									]
								: [])
						]
					},
					upliftGroup('care_leavers', typed, years)
				]
	};
}

function upliftGroup(path: string, typed: Typed, years: readonly string[]): PriceGroup {
	const rises: PriceBox = {
		path: `${path} rises`,
		field: choice(words.uplift.label, yesOrNo(words.uplift))
	};
	return {
		title: words.upliftTitle,
		boxes:
			typed[rises.path] === YES
				? [
						rises,
						...years.map((year) =>
							number(`${path} uplift rates ${year}`, words.upliftIn(year), units.share)
						),
						number(`${path} uplift other_years`, words.upliftOthers, units.share)
					]
				: [rises]
	};
}

const yesOrNo = ({ no, yes }: { readonly no: string; readonly yes: string }) => [
	{ value: NO, label: no },
	{ value: YES, label: yes }
];

function choice(label: string, options: Field['options'], canBeBlank = false): Field {
	return { label, type: 'choice', canBeBlank, ...(options === undefined ? {} : { options }) };
}

function number(path: string, label: string, unit: string, hint?: string): PriceBox {
	return {
		path,
		field: { label, type: 'number', unit, canBeBlank: true },
		...(hint === undefined ? {} : { hint })
	};
}

const priceYear = (path: string): PriceBox => ({
	path,
	field: { label: words.priceYear, type: 'year', canBeBlank: false }
});
