import { Decimal } from 'decimal.js';
import { projectionIfLower, type InputOrigin, type Projection } from '$lib/model';
import { sumOf, valuesOf } from '../cells';

/** What would come of one input of a working being a tenth lower. */
export interface Lowered {
	/** The input by its name and its record's. */
	readonly label: string;
	readonly record: string;
	/** Net cost over the period, in pounds, as it is and as it would be; null where it is blocked or the input cannot be lower. */
	readonly net: { readonly before: Decimal; readonly after: Decimal } | null;
	/** The published headings that keep their figure, so that what is not itemised in them takes up what the input gives. */
	readonly headings: readonly string[];
}

// Each is a projection of its own: enough to find one that matters, and few enough to wait for.
const MOST_TRIED = 4;

/** The effect of the input that is asked for, or of the one of the first that matters most; null where there is none to tell. */
export function loweredOf(
	projection: Projection,
	inputs: readonly InputOrigin[],
	asked: string | null
): Lowered | null {
	const own = inputs.find(({ ref }) => ref === asked);
	if (own !== undefined) return lowered(projection, own);
	const tried: Lowered[] = [];
	for (const input of inputs) {
		if (tried.length === MOST_TRIED) break;
		const found = lowered(projection, input);
		if (found.net !== null) tried.push(found);
	}
	return tried.toSorted((a, b) => effectOf(b).cmp(effectOf(a)))[0] ?? null;
}

function lowered(projection: Projection, { ref, label, record }: InputOrigin): Lowered {
	const before = sumOf(valuesOf(projection, 'net.total'));
	const lower = before === null ? null : projectionIfLower(projection, ref);
	const after = lower === null ? null : sumOf(valuesOf(lower, 'net.total'));
	const headings = lower === null ? [] : headingsTakingUp(projection, lower);
	return { label, record, net: before && after ? { before, after } : null, headings };
}

function headingsTakingUp(before: Projection, after: Projection): readonly string[] {
	const now = new Map(after.run.series.map((series) => [series.id, series]));
	const moved = (id: string) => {
		const [one, other] = [before.run.series.find((own) => own.id === id), now.get(id)];
		return one?.values[0] !== other?.values[0];
	};
	return before.council.baseline.headings
		.filter(({ id }) => moved(`headings/${id}/remainder`))
		.map(({ title }) => title);
}

function effectOf({ net }: Lowered): Decimal {
	return net === null ? new Decimal(0) : net.after.minus(net.before).abs();
}
