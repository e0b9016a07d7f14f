import {
	alongside,
	applyOperations,
	councilWritten,
	project,
	scenarioOf,
	type Council,
	type CouncilFile,
	type Operation,
	type Projection,
	type Scenario
} from '$lib/model';
import { impactOf, type Impact } from './impact';

/** What the impact is wanted of: a scenario against "If we change nothing", or the baseline against how it was at the start. */
export interface Wanted {
	/** Null for the baseline itself. */
	readonly scenario: string | null;
	/** Whether assumption packs fill blanks. */
	readonly packs: boolean;
	/** What is being typed and not committed yet. */
	readonly draft: readonly Operation[];
}

/** A council held where it is computed, apart from the page that shows it. */
export interface Session {
	/** Carries out an edit that the page has carried out too. */
	readonly apply: (operations: readonly Operation[]) => void;
	readonly impact: (wanted: Wanted) => Impact | null;
}

/** Opens a session on a council's file; misuse throws, for the page has read the same file. */
export function openSession(file: CouncilFile): Session {
	const start = councilWritten(file);
	let council = start;
	const latest = new Map<string, Projection>();
	const projected = (source: Council, own: Scenario, packs: boolean, key: string) => {
		const previous = latest.get(key);
		const projection = project(source, own, {
			packs,
			terms: source.council.style.terms,
			...(previous === undefined ? {} : { previous })
		});
		latest.set(key, projection);
		return projection;
	};
	return {
		apply: (operations) => {
			const outcome = applyOperations(council, operations);
			if (outcome.outcome !== 'done')
				throw new Error(`The edit cannot be carried out here: ${JSON.stringify(outcome)}`);
			({ council } = outcome);
		},
		impact: ({ scenario, packs, draft }) => {
			const drafted = applyOperations(council, draft);
			// Half-typed text is legal; what it would leave is not computed before it is sound.
			const now = drafted.outcome === 'done' ? drafted.council : council;
			const first = now.scenarios[0];
			const own = scenario === null ? first : scenarioOf(now, scenario);
			if (first === undefined || own === undefined) return null;
			const key = packs ? 'on' : 'off';
			const projection = projected(now, own, packs, `${key} ${scenario ?? ''}`);
			const against =
				scenario === null
					? projected(start, first, packs, `${key} start`)
					: projected(now, alongside(now, first, own), packs, `${key} nothing`);
			return impactOf(against, projection);
		}
	};
}
