import { counts, expectedEntries } from './children';
import { find, number, type Entry, type World, word } from './council';
import { double, less, ONE, times, type Fraction } from './fraction';
import { servedIn, type Reach } from './reach';

/** Entries to care that one family-month of help avoids, before lag and spread. */
function strength(world: World, help: Entry): number {
	const table = world.written('assumptions', word(help, 'correctionTable'));
	const taken: Fraction = number(table, `rows.${word(help, 'evidenceGrade')}`);
	return double(
		times(
			number(help, 'engagement'),
			number(help, 'completion'),
			number(help, 'childrenPerFamily'),
			number(help, 'p0'),
			number(help, 'relativeReduction'),
			less(ONE, number(help, 'deadweight')),
			less(ONE, taken)
		)
	);
}

/** Entries by month, band and type once the help of a scenario is set against the help that there is anyway. */
export function entriesWithHelp(
	world: World,
	own: readonly Reach[],
	nothing: readonly Reach[]
): (month: number) => ReadonlyMap<string, number> {
	const effects = world
		.ids('interventions')
		.map((id) => world.written('interventions', id))
		.filter((help) => counts(world, help))
		.map((help) => {
			const service = word(help, 'service');
			const more = Array.from({ length: 12 * world.years }, (_, month) =>
				double(less(servedIn(own, service, month), servedIn(nothing, service, month)))
			);
			return {
				more,
				strength: strength(world, help),
				lag: double(number(help, 'lagMonths')),
				spread: double(number(help, 'spreadMonths')),
				profile: find(help, 'profile') as readonly Entry[]
			};
		});
	return (month) => {
		const entries = new Map(expectedEntries(world, month));
		const avoided = new Map<string, number[]>();
		for (const { more, strength: each, lag, spread, profile } of effects) {
			let families = 0;
			for (let u = lag; u < lag + spread; u++) families += more[month - u] ?? 0;
			for (const part of profile) {
				const key = `${word(part, 'band')}/${word(part, 'type')}`;
				const fewer = ((families * each) / spread) * double(number(part, 'share'));
				avoided.set(key, [...(avoided.get(key) ?? []), fewer]);
			}
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
