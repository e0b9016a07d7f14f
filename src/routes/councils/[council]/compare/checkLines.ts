import { houseOf } from '$lib/format';
import { quoted } from '$lib/messages/sentences';
import type { Projection } from '$lib/model';

interface CheckLine {
	readonly message: string;
	readonly ok: boolean;
	/** Scenarios in which it comes out so; null where it is so in all. */
	readonly scenarios: readonly string[] | null;
}

/** Every check with what it found, those that failed first, alike ones of several scenarios once. */
export function checkLines(projections: readonly Projection[]): readonly CheckLine[] {
	const lines = new Map<string, { message: string; ok: boolean; scenarios: string[] }>();
	for (const { checks, scenario, council } of projections) {
		const house = houseOf(council.council);
		for (const { id, ok, message } of checks) {
			const sentence = house.sentence(message);
			const key = `${id} ${sentence}`;
			const line = lines.get(key) ?? { message: sentence, ok, scenarios: [] };
			line.scenarios.push(quoted(scenario.title));
			lines.set(key, line);
		}
	}
	return [...lines.values()]
		.map((line) => ({
			...line,
			scenarios: line.scenarios.length === projections.length ? null : line.scenarios
		}))
		.sort((one, other) => Number(one.ok) - Number(other.ok));
}
