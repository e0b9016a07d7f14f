/**
 * When an effect comes about [a month]: what the families served in a month will bring about comes after the lag,
 * spread evenly. Before month 0 scenario and baseline are the same, so nothing comes from there.
 */
export function delayed(
	byServed: Float64Array,
	lagMonths: number,
	spreadMonths: number
): Float64Array {
	return byServed.map((_, month) => {
		let total = 0;
		for (let back = lagMonths; back < lagMonths + spreadMonths; back++)
			total += byServed[month - back] ?? 0;
		return total / spreadMonths;
	});
}

/** Entries after early help, and by how many children the effects exceeded the entries expected. */
export interface Combined {
	readonly entries: Float64Array;
	readonly capped: number;
}

/**
 * Entries of one month after several interventions, state by state: help removes shares of what the others left,
 * cuts add up, and nobody is kept from entering who was not expected to.
 */
export function combineEffects(expected: Float64Array, effects: readonly Float64Array[]): Combined {
	let capped = 0;
	const entries = expected.map((children, state) => {
		if (children === 0) return 0;
		let left = children;
		let added = 0;
		for (const effect of effects) {
			const avoided = effect[state] ?? 0;
			if (avoided <= 0) added -= avoided;
			else {
				capped += Math.max(0, avoided - children);
				left *= 1 - Math.min(avoided, children) / children;
			}
		}
		return left + added;
	});
	return { entries, capped };
}
