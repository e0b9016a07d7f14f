import type { Decimal } from 'decimal.js';
import type { Working } from './working';
import { explainTerm } from '../formula/explain';
import { exact } from '../figures/figures';
import { isBlocked } from '../formula/value';
import { peopleTerm } from '../capacity/supply';
import type { Series } from '../ledger/series';
import { turned18In } from '../figures/measures';
import type { Run } from '../run/run';
import { CARE_BANDS } from '../records/careFlow';

type Body = Pick<Working, 'parts'> & Partial<Pick<Working, 'formula' | 'note'>>;

const children = (label: string, value: number): Working => ({
	label,
	unit: 'children',
	value: exact(value, 'children'),
	parts: []
});

/** How the children of a band and type came to be what they are: the year's balance, and the rates behind it. */
export function careWorking(run: Run, series: Series, y: number): Body {
	const { care } = run;
	const [band = '', type = ''] = series.part.split('/');
	if (!CARE_BANDS.some((name) => name === band)) return weeksWorking(run, series, y);
	const state =
		CARE_BANDS.findIndex((name) => name === band) * care.types.length + care.types.indexOf(type);
	const inputs = flowInputs(run, band, type);
	if (isBlocked(care.months)) return { parts: inputs };
	const months = care.months.slice(12 * y, 12 * y + 12);
	const [first, last] = [months[0], months.at(-1)];
	if (first === undefined || last === undefined) return { parts: inputs };
	const total = (of: (flows: (typeof months)[number]) => number): number =>
		months.reduce((sum, flows) => sum + of(flows), 0);
	const ageing = total((flows) => turned18In(flows, state, care.types.length));
	return {
		formula:
			'Opening + Entries + Moves in + Came from the younger band − Moves out − Went to the older band − Exits − Turned 18 = Closing',
		note: 'By the continuous method: rates per child-day, children age by the month, nobody is in care at 18',
		parts: [
			children('Opening, 1 April', first.opening[state] ?? 0),
			children(
				'Entries',
				total((flows) => flows.entries[state] ?? 0)
			),
			children(
				'Moves in',
				total((flows) => flows.movesIn[state] ?? 0)
			),
			children(
				'Came from the younger band',
				total((flows) => flows.agedIn[state] ?? 0)
			),
			children(
				'Moves out',
				total((flows) => flows.movesOut[state] ?? 0)
			),
			children('Went to the older band', total((flows) => flows.agedOut[state] ?? 0) - ageing),
			children(
				'Exits',
				total((flows) => flows.exits[state] ?? 0)
			),
			children('Turned 18', ageing),
			children('Closing, 31 March', last.closing[state] ?? 0),
			...effectParts(run, y),
			...inputs
		]
	};
}

/** The stocks and rates that a band and type rests on, as inputs. */
function flowInputs(run: Run, band: string, type: string): readonly Working[] {
	return run.records.careFlows.flatMap(({ ref, base }): readonly Working[] => {
		if (base === null) return [];
		const part = (field: string, unit: string, value: Decimal | null): Working => ({
			label: base.title,
			unit,
			value,
			ref: `${ref}.${field}`,
			...(value === null ? { waitsFor: [`${ref}.${field}`] } : {}),
			parts: []
		});
		if (base.flow === 'stock') return [part('children', 'children', base.children)];
		if (base.band !== band) return [];
		if (base.flow === 'moves')
			return base.from === type || base.to === type
				? [part('ratePerDay', 'per child-day', base.ratePerDay)]
				: [];
		if (base.type !== type) return [];
		if (base.flow === 'share') return [part('share', 'share of 1', base.share)];
		if (base.flow === 'exits') return [part('ratePerDay', 'per child-day', base.ratePerDay)];
		return base.basis === 'perYear'
			? [part('childrenPerYear', 'children a year', base.childrenPerYear ?? null)]
			: [part('ratePerThousand', 'per 1,000 children a year', base.ratePerThousand ?? null)];
	});
}

/** Entries avoided by each intervention in the year, with the working of its effect on one family. */
function effectParts(run: Run, y: number): readonly Working[] {
	return run.effects.list.flatMap(({ intervention, avoided, term }): readonly Working[] => {
		if (isBlocked(avoided)) return [];
		const inYear = avoided.slice(12 * y, 12 * y + 12).reduce((sum, value) => sum + value, 0);
		if (inYear === 0) return [];
		const step = explainTerm(term);
		return [
			{
				...children(`Entries avoided over all bands and types by ${intervention.title}`, inYear),
				note: 'Against "If we change nothing": families helped more (or fewer), after the lag, over the spread',
				parts: [step]
			}
		];
	});
}

function weeksWorking(run: Run, series: Series, y: number): Body {
	const type = run.records.placementTypes.find(
		({ ref }) => ref === `placementTypes/${series.part}`
	);
	const content = type?.base ?? null;
	const weeks = content === null ? null : run.care.weeksOf(`placementTypes/${series.part}`);
	if (content === null || weeks === null) return { parts: [] };
	const sum = (values: Float64Array): Decimal | null => {
		let total = 0;
		for (let m = 12 * y; m < 12 * y + 12; m++) total += values[m] ?? 0;
		return exact(total, 'child-weeks');
	};
	const part = (label: string, figure: string, value: Decimal | null): Working => ({
		label,
		unit: 'child-weeks',
		value,
		figure: `${figure}/${series.part}`,
		parts: []
	});
	const field = (
		name: 'capacity' | 'occupancy' | 'inHouseShare',
		label: string,
		unit: string
	): Working[] => {
		const value = content[name];
		return value === undefined
			? []
			: [
					{
						label,
						unit,
						value,
						ref: `placementTypes/${series.part}.${name}`,
						...(value === null ? { waitsFor: [`placementTypes/${series.part}.${name}`] } : {}),
						parts: []
					}
				];
	};
	return {
		formula:
			'Weeks in council places = smallest of (Weeks in care; Council places × Occupancy × Weeks), month by month; the rest is external',
		parts: [
			...(isBlocked(weeks)
				? []
				: [
						part('Weeks in care', 'care.childWeeks', sum(weeks.all)),
						part('Weeks in council places', 'care.inHouse', sum(weeks.inHouse)),
						part('Weeks in external placements', 'care.external', sum(weeks.external))
					]),
			...field('capacity', 'Council places', 'places'),
			...field('occupancy', 'Occupancy', 'share of 1'),
			...field('inHouseShare', 'Observed in-house share', 'share of 1')
		]
	};
}

/** How the families served came about: demand, capacity, and who provides it. */
export function deliveryWorking(run: Run, series: Series, y: number): Body {
	const [service = '', area = ''] = series.part.split('/');
	const delivery = run.deliveries.find((one) => one.service === service && one.area === area);
	const cases = (label: string, figure: string, values: Float64Array): Working => ({
		label,
		unit: 'cases',
		value: exact(
			values.slice(12 * y, 12 * y + 12).reduce((sum, value) => sum + value, 0),
			'cases'
		),
		figure: `${figure}/${series.part}`,
		parts: []
	});
	const own = run.records.services.find(({ ref }) => ref === `services/${service}`)?.base;
	const inputs: Working[] = [
		input(
			`services/${service}.demand.${area}`,
			'Demand',
			'cases a month',
			own?.demand[area] ?? null
		),
		input(
			`services/${service}.monthsPerCase`,
			'Months per case',
			'months',
			own?.monthsPerCase ?? null
		),
		...run.records.posts.flatMap(({ ref, versions }) =>
			versions.flatMap(({ content, changes }) => {
				const share = content?.activities[service];
				if (content === null || share === undefined) return [];
				const when = changes.length === 0 ? '' : `, after ${changes.join(' and ')}`;
				const step =
					own === null || own === undefined
						? null
						: explainTerm(peopleTerm(ref, content, own, share));
				return step === null ? [] : [{ ...step, label: `${content.title}${when}` }];
			})
		)
	];
	return {
		formula: 'Served = smallest of (Demand; Capacity), month by month; the rest is unmet or spare',
		parts: [
			...(delivery === undefined || 'blocked' in delivery
				? []
				: [
						cases(
							'Demand, less users whom closed buildings lose',
							'capacity.demand',
							delivery.demand
						),
						cases('Capacity', 'capacity.total', delivery.capacity),
						cases('Served', 'capacity.served', delivery.served)
					]),
			...inputs
		]
	};
}

function input(ref: string, label: string, unit: string, value: Decimal | null): Working {
	return { label, unit, value, ref, ...(value === null ? { waitsFor: [ref] } : {}), parts: [] };
}
