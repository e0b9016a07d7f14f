import { expectedEntries, type Going } from './children';
import { find, hasBlank, number, text, type Entry, type World, word } from './council';
import {
	double,
	isNothing,
	isWaiting,
	less,
	ONE,
	per,
	sum,
	times,
	traceOf,
	waiting,
	whole,
	ZERO,
	type Fraction
} from './fraction';
import { line, type Line } from './lines';
import { uplift, yearStart } from './prices';
import type { Reach } from './reach';
import { mixedTrace } from './trace';

/** What an intervention's evidence may have measured for its effect to be used. */
const USED = ['entryToCare', 'returnHome', 'stepDown', 'protectionPlan'];

/** The effect is one of those used, and was measured on the people and the level of need of its service. */
function counts(world: World, help: Entry): boolean {
	const service = world.written('services', word(help, 'service'));
	return (
		USED.includes(word(help, 'outcome')) &&
		text(help, 'population') === text(service, 'population') &&
		text(help, 'needLevel') === text(service, 'needLevel')
	);
}

/** What a family served brings about, before lag and spread: children, or months of plans. */
function strength(world: World, help: Entry): Fraction {
	const table = world.written('assumptions', word(help, 'correctionTable'));
	const taken = number(table, `rows.${word(help, 'evidenceGrade')}`);
	return times(
		number(help, 'engagement'),
		number(help, 'completion'),
		number(help, 'childrenPerFamily'),
		number(help, 'p0'),
		number(help, 'relativeReduction'),
		less(ONE, number(help, 'deadweight')),
		less(ONE, taken),
		help['outcome'] === 'protectionPlan' ? number(help, 'planMonths') : ONE
	);
}

/** What one intervention brings about in each month, against doing nothing. */
interface Effect {
	readonly help: Entry;
	readonly outcome: string;
	readonly amounts: readonly Fraction[];
	/** Whether it brings about anything, and waits for a blank. */
	readonly waits: boolean;
}

/** Cases of a service served in a month beyond those served anyway; an area where both are the same adds nothing. */
function servedMore(
	own: readonly Reach[],
	nothing: readonly Reach[],
	service: string,
	month: number
): Fraction {
	return sum(
		...own
			.filter((one) => one.service === service)
			.map((one) => {
				const there = nothing.find((other) => other.service === service && other.area === one.area);
				return less(one.served[month] ?? ZERO, there?.served[month] ?? ZERO);
			})
			.filter((more) => !isNothing(more))
	);
}

/** What the help of a scenario brings about beyond the help that there is anyway. */
export function effectsOf(
	world: World,
	own: readonly Reach[],
	nothing: readonly Reach[]
): readonly Effect[] {
	return world
		.ids('interventions')
		.map((id) => world.written('interventions', id))
		.filter((help) => counts(world, help))
		.map((help) => {
			const service = word(help, 'service');
			const more = Array.from({ length: 12 * world.years }, (_, month) =>
				servedMore(own, nothing, service, month)
			);
			const lag = double(number(help, 'lagMonths'));
			const spread = double(number(help, 'spreadMonths'));
			const each = per(strength(world, help), whole(spread));
			const amounts = more.map((_, month) => {
				const from = Math.max(0, month - lag - spread + 1);
				const families = sum(...more.slice(from, Math.max(from, month - lag + 1)));
				return isNothing(families) ? ZERO : times(each, families);
			});
			const waits =
				more.some((families) => !isNothing(families)) &&
				(hasBlank(help['profile'] ?? null) || [each, ...more].some(isWaiting));
			return {
				help,
				outcome: word(help, 'outcome'),
				amounts: waits ? amounts.map((amount) => waiting(amount, traceOf(amount))) : amounts,
				waits
			};
		});
}

/** The parts of an effect by band and type. */
function spreadOf({ help, amounts }: Effect, month: number) {
	return (find(help, 'profile') as readonly Entry[]).map((part) => ({
		band: word(part, 'band'),
		type: word(part, 'type'),
		to: text(part, 'to'),
		children: double(amounts[month] ?? ZERO) * double(number(part, 'share'))
	}));
}

/** Entries by month, band and type once the effects on entries are taken from what is expected. */
export function entriesWithHelp(
	world: World,
	effects: readonly Effect[]
): (month: number) => ReadonlyMap<string, number> {
	return (month) => {
		const entries = new Map(expectedEntries(world, month));
		const avoided = new Map<string, number[]>();
		for (const effect of effects.filter(({ outcome }) => outcome === 'entryToCare'))
			for (const { band, type, children } of spreadOf(effect, month)) {
				const key = `${band}/${type}`;
				avoided.set(key, [...(avoided.get(key) ?? []), children]);
			}
		for (const [key, effectsOnCell] of avoided) {
			const expected = entries.get(key) ?? 0;
			if (expected === 0) continue;
			let left = expected;
			for (const fewer of effectsOnCell) if (fewer > 0) left *= Math.max(0, 1 - fewer / expected);
			for (const fewer of effectsOnCell) if (fewer < 0) left -= fewer;
			entries.set(key, left);
		}
		return entries;
	};
}

/** Children whom the help brings home or to another placement in a month, or no longer does. */
export function goingWithHelp(effects: readonly Effect[]): (month: number) => readonly Going[] {
	return (month) =>
		effects
			.filter(({ outcome }) => outcome === 'returnHome' || outcome === 'stepDown')
			.flatMap((effect) =>
				spreadOf(effect, month).map(({ band, type, to, children }) => ({
					band,
					from: type,
					to,
					children
				}))
			)
			.filter(({ children }) => children !== 0);
}

/** What the help does to child protection plans: months by year, and what they would have cost. */
export function plansWithHelp(
	world: World,
	effects: readonly Effect[]
): readonly { readonly id: string; readonly months: readonly Fraction[]; readonly line: Line }[] {
	return effects
		.filter(({ outcome }) => outcome === 'protectionPlan')
		.map(({ help, amounts }) => {
			const months = Array.from({ length: world.years }, (_, y) =>
				sum(...amounts.slice(12 * y, 12 * y + 12))
			);
			const from = yearStart(word(help, 'priceYear'));
			return {
				id: help.id,
				months,
				line: line(
					`interventions/${help.id}/plans`,
					'avoidance.plans',
					help.id,
					null,
					months.map((amount, y) =>
						times(
							amount,
							number(help, 'costPerPlanMonth'),
							uplift(world, text(help, 'index'), from, world.first + y)
						)
					)
				)
			};
		});
}

/** Whether children in care wait for a blank of what help does to them. */
export function areChildrenWaiting(effects: readonly Effect[]): boolean {
	return effects.some(({ outcome, waits }) => waits && outcome !== 'protectionPlan');
}

/** What help does to children in care up to a month, as a trace: the same where it does the same. */
export function traceUpTo(effects: readonly Effect[], month: number): bigint {
	let trace = 0n;
	for (const { help, outcome, amounts } of effects)
		if (outcome !== 'protectionPlan')
			amounts.slice(0, month + 1).forEach((amount, m) => {
				if (!isNothing(amount)) trace = mixedTrace(`${help.id} ${m}`, trace, traceOf(amount));
			});
	return trace;
}
