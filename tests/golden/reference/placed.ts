import { BANDS, shareOf, type Care } from './children';
import { has, hasBlank, number, text, type Entry, type World, word } from './council';
import {
	least,
	less,
	ofDouble,
	ONE,
	over,
	per,
	roundedTo,
	sum,
	times,
	traceOf,
	waiting,
	whole,
	ZERO,
	type Fraction
} from './fraction';
import { line, type Line } from './lines';
import { mixedTrace } from './trace';
import { daysIn, daysOfYear, ownUplift, yearStart } from './prices';

/** Weeks and cost of one placement type over some days, at the prices of its record. */
interface Placed {
	readonly inHouse: Fraction;
	readonly external: Fraction;
	readonly costs: Readonly<Record<string, Fraction>>;
}

/** Prices a number of child-weeks over some weeks: council places first, the rest bought. */
function place(type: Entry, demand: Fraction, weeks: Fraction): Placed {
	if (type['provision'] === 'allowance')
		return {
			inHouse: ZERO,
			external: ZERO,
			costs: { allowance: times(demand, number(type, 'allowanceWeekly')) }
		};
	if (type['provision'] === 'bought')
		return {
			inHouse: ZERO,
			external: demand,
			costs: { external: times(demand, number(type, 'externalWeekly')) }
		};
	const capacity = times(number(type, 'capacity'), weeks);
	const inHouse = least(demand, times(capacity, number(type, 'occupancy')));
	const external = less(demand, inHouse);
	return {
		inHouse,
		external,
		costs: {
			fixed: times(capacity, number(type, 'fixedWeekly')),
			inHouse: times(inHouse, number(type, 'variableWeekly')),
			external: times(external, number(type, 'externalWeekly'))
		}
	};
}

/** The factor that makes the modelled placements of the base year cost what they did; 1 without a calibration. */
export function calibration(world: World): Fraction {
	const rule = world.before('assumptions').find((record) => record['use'] === 'calibration');
	if (rule === undefined) return ONE;
	if (rule['on'] !== 'prices') throw new Error('calibration on entries is not covered here');
	const heading = world.written('headings', word(rule, 'heading'));
	const year = yearStart(word(heading, 'baseYear'));
	const weeks = over(BigInt(daysOfYear(year)), 7n);
	const cost = sum(
		...world.before('placementTypes').map((type) => {
			const share = sum(...BANDS.map(({ band }) => shareOf(world, band, type.id)));
			const demand = times(number(rule, 'averageChildren'), share, weeks);
			return times(
				sum(...Object.values(place(type, demand, weeks).costs)),
				ownUplift(world, type, year)
			);
		})
	);
	return roundedTo(per(number(heading, 'outturn'), cost), 6);
}

/** Placements by type: lines in pounds and weeks by year. */
export interface Placements {
	readonly lines: readonly Line[];
	readonly weeks: readonly {
		readonly type: string;
		readonly all: readonly Fraction[];
		readonly inHouse: readonly Fraction[];
		readonly external: readonly Fraction[];
	}[];
}

/** What the children in care cost by placement type, and how many weeks of which kind they lived. */
export function placementsOf(world: World, care: Care): Placements {
	const factor = calibration(world);
	const lines: Line[] = [];
	const weeks = world.ids('placementTypes').map((id) => {
		const written = world.written('placementTypes', id);
		const empty = () => Array.from({ length: world.years }, () => ZERO);
		const all = empty();
		const inHouse = empty();
		const external = empty();
		const costs = new Map<string, Fraction[]>();
		care.months.forEach((month, m) => {
			const y = Math.floor(m / 12);
			const plus = (series: Fraction[], amount: Fraction) => {
				series[y] = sum(series[y] ?? ZERO, amount);
			};
			const days = BANDS.reduce(
				(total, { band }) => total + (month.get(`${band}/${id}`)?.childDays ?? 0),
				0
			);
			const weeksInCare = per(ofDouble(days), whole(7));
			const trace = care.trace?.(12 * y + 11);
			const settled = (value: Fraction) =>
				trace === undefined
					? value
					: waiting(value, mixedTrace(`${id} in care`, trace, traceOf(value)));
			const demand =
				trace === undefined ? weeksInCare : waiting(weeksInCare, mixedTrace(id, trace, BigInt(m)));
			plus(all, demand);
			for (const { weight, record } of world.at('placementTypes', id, m)) {
				const placed = place(record, demand, over(BigInt(daysIn(m, world.first)), 7n));
				plus(inHouse, settled(times(weight, placed.inHouse)));
				plus(external, settled(times(weight, placed.external)));
				for (const [kind, cost] of Object.entries(placed.costs)) {
					const series = costs.get(kind) ?? empty();
					plus(series, times(weight, cost, ownUplift(world, record, world.first + y), factor));
					costs.set(kind, series);
				}
			}
		});
		for (const [kind, pounds] of costs)
			lines.push(line(`placementTypes/${id}/${kind}`, 'cost.placements', id, null, pounds));
		const isBlank = (field: string) =>
			has(written, field) && (text(written, field) === null || hasBlank(written[field] ?? null));
		if (isBlank('capacity') && !isBlank('inHouseShare'))
			throw new Error(`${id}: pricing by mix is not covered here`);
		return { type: id, all, inHouse, external };
	});
	return { lines, weeks };
}
