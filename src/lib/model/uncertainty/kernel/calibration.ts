import { daysInYear, parseYear } from '../../calendar/calendar';
import { isBlocked } from '../../formula/value';
import { publishedFigure } from '../../ledger/headings';
import { isPricedByMix, DAYS_IN_WEEK } from '../../ledger/placementWeeks';
import type { PlacementType } from '../../records/placementType';
import type { Run } from '../../run/run';
import { least, mapped, minus, over, penceOf, plus, times, type Column } from '../column';
import type { Reader } from './reader';
import { drawnOccupancy, drawnPlaces } from './weeks';

/** How placement cost is brought to a published outturn in all draws. */
export interface DrawnCalibration {
	readonly onPrices: Column;
	readonly onEntries: Column;
}

const FACTOR_STEPS = 1e6;
const PENCE = 100;

/** The calibration of a run in all draws: the same factor, to the same places. */
export function drawnCalibration(run: Run, reader: Reader): DrawnCalibration {
	const { assumptions, headings } = run.records;
	const assumption = assumptions.find(({ use }) => use === 'calibration');
	if (assumption?.use !== 'calibration' || run.calibration.term === null)
		return { onPrices: 1, onEntries: 1 };
	const heading = headings.find(({ id }) => id === assumption.heading);
	if (heading === undefined) return { onPrices: 1, onEntries: 1 };
	if (isBlocked(run.calibration.onPrices) || isBlocked(run.calibration.onEntries))
		return { onPrices: NaN, onEntries: NaN };
	const { value, field } = publishedFigure(heading);
	const published = reader.read(value, `headings/${heading.id}.${field}`, 'all');
	const average = reader.read(
		assumption.averageChildren,
		`assumptions/${assumption.id}.averageChildren`,
		'all'
	);
	const days = daysInYear(parseYear(heading.baseYear) ?? run.context.first);
	const byType = new Map<string, BaseWeeks>();
	for (const { ref, base } of run.records.placementTypes)
		if (base !== null)
			byType.set(
				ref,
				baseWeeks(ref, base, times(average, shareOf(run, ref, reader)), days, reader)
			);
	const cash = { ...run.context, terms: 'cash' as const };
	const modelled = run.calibration.modelled.reduce<Column>((sum, term) => {
		const cost = reader.term(term, cash, (name) => {
			if (name === 'calibration') return 1;
			const weeks = name === 'quantity' ? byType.get(term.record) : undefined;
			return weeks === undefined ? null : weeks[partOf(term.formula.id)];
		});
		return plus(sum, penceOf(cost));
	}, 0);
	const factor = mapped(
		over(times(published, PENCE), modelled),
		(own) => Math.floor(own * FACTOR_STEPS + 0.5) / FACTOR_STEPS
	);
	return {
		onPrices: assumption.on === 'prices' ? factor : 1,
		onEntries: assumption.on === 'entries' ? factor : 1
	};
}

type BaseWeeks = Readonly<Record<'places' | 'inHouse' | 'external' | 'all', Column>>;

const SORTS: Readonly<Record<string, keyof BaseWeeks>> = {
	'placement.fixed': 'places',
	'placement.inHouse': 'inHouse',
	'placement.external': 'external'
};

const partOf = (formula: string): keyof BaseWeeks => SORTS[formula] ?? 'all';

function shareOf(run: Run, ref: string, reader: Reader): Column {
	let share: Column = 0;
	for (const { ref: place, base } of run.records.careFlows)
		if (base?.flow === 'share' && `placementTypes/${base.type}` === ref)
			share = plus(share, reader.read(base.share, `${place}.share`, []));
	return share;
}

/** The weeks of the base year by who provides them, on the same margin as the projection. */
function baseWeeks(
	ref: string,
	record: PlacementType,
	children: Column,
	days: number,
	reader: Reader
): BaseWeeks {
	const weeks = days / DAYS_IN_WEEK;
	const all = over(times(children, days), DAYS_IN_WEEK);
	const places = drawnPlaces(ref, record, [], reader);
	const hasMargin = record.provision === 'mixed' && !isPricedByMix(record);
	const filled = hasMargin
		? times(times(places, drawnOccupancy(ref, record, [], children, reader)), weeks)
		: 0;
	const inHouse = least(all, filled);
	return {
		places: over(times(places, days), DAYS_IN_WEEK),
		inHouse,
		external: record.provision === 'bought' ? all : minus(all, inHouse),
		all
	};
}
