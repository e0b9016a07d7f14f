import type { Decimal } from 'decimal.js';
import { figureIfChosen, type Fact, type InputOrigin, type Projection } from '$lib/model';

/** What the figure of the page would be with another fact in an input. */
export interface RivalEffect {
	/** The figure, whose it is and in which year. */
	readonly of: { readonly figure: string; readonly scenario: string; readonly year: string };
	readonly unit: string;
	readonly value: Decimal;
	/** What it is more than the figure as it stands; null where that is blocked. */
	readonly more: Decimal | null;
}

/** A fact that says something else about an input, with what would come of choosing it. */
export interface Rival extends Fact {
	/** Null where it states no number, or where the page is about no one figure. */
	readonly effect: RivalEffect | null;
}

/** An input of a working, as its table shows it. */
export interface InputRow extends InputOrigin {
	readonly rivals: readonly Rival[];
}

/** Inputs whose rivals have no effect told, because the page is about no one figure. */
export function untold(inputs: readonly InputOrigin[]): readonly InputRow[] {
	return inputs.map((input) => ({
		...input,
		rivals: input.rivals.map((fact) => ({ ...fact, effect: null }))
	}));
}

/** Inputs with what the figure would be in a year with each rival in the place of the fact that was chosen. */
export function withEffects(
	projection: Projection,
	figure: string,
	y: number,
	value: Decimal | null,
	inputs: readonly InputOrigin[]
): readonly InputRow[] {
	const unit = projection.figures.get(figure)?.unit ?? '';
	const of = { figure, scenario: projection.scenario.id, year: projection.years[y] ?? '' };
	return inputs.map((input) => ({
		...input,
		rivals: input.rivals.map((fact) => {
			const other = figureIfChosen(projection, figure, y, input.ref, fact);
			return {
				...fact,
				effect:
					other === null ? null : { of, unit, value: other, more: value && other.minus(value) }
			};
		})
	}));
}
