import type { Figure } from './figure';
import type { FigureAbout } from './figureList';

interface Sums {
	readonly values: Float64Array;
	readonly known: Float64Array;
	readonly blanks: Set<string>;
}

/** Sums of a figure and of its parts while they are being added up. */
export class Tally {
	readonly #id: string;
	readonly #about: FigureAbout;
	readonly #years: number;
	readonly #whole: Sums;
	readonly #parts = new Map<string, Sums>();

	constructor(id: string, about: FigureAbout, years: number) {
		this.#id = id;
		this.#about = about;
		this.#years = years;
		this.#whole = this.#empty();
	}

	/** Adds values to the figure and to one of its parts; NaN blocks both and keeps their known parts. */
	add(part: string, values: Float64Array, sign: 1 | -1, blanks: readonly string[]): void {
		addTo(this.#whole, values, sign, blanks);
		addTo(this.touch(part), values, sign, blanks);
	}

	/** The sums of a part, which is there from now on even if nothing is added to it. */
	touch(part: string): Sums {
		let own = this.#parts.get(part);
		if (own === undefined) {
			own = this.#empty();
			this.#parts.set(part, own);
		}
		return own;
	}

	/** Adds a figure that is there already, known part and all. */
	addFigure(part: string, figure: Figure, sign: 1 | -1): void {
		this.add(part, figure.values, sign, figure.blockedBy);
		const own = this.#parts.get(part);
		figure.values.forEach((value, y) => {
			if (!Number.isNaN(value) || own === undefined) return;
			own.known[y] = (own.known[y] ?? 0) + sign * (figure.known[y] ?? 0);
			this.#whole.known[y] = (this.#whole.known[y] ?? 0) + sign * (figure.known[y] ?? 0);
		});
	}

	write(figures: Map<string, Figure>, partTitle: (part: string) => string): void {
		const { label, unit } = this.#about;
		const figure = (id: string, own: Sums, name: string): Figure => ({
			id,
			label: name,
			unit,
			values: own.values,
			known: own.known,
			blockedBy: [...own.blanks].sort()
		});
		figures.set(this.#id, figure(this.#id, this.#whole, label));
		for (const [part, own] of this.#parts) {
			const id = `${this.#id}/${part}`;
			figures.set(id, figure(id, own, `${label}: ${partTitle(part)}`));
		}
	}

	#empty(): Sums {
		return {
			values: new Float64Array(this.#years),
			known: new Float64Array(this.#years),
			blanks: new Set()
		};
	}
}

function addTo(sums: Sums, values: Float64Array, sign: 1 | -1, blanks: readonly string[]): void {
	for (let y = 0; y < values.length; y++) {
		const value = sign * (values[y] ?? 0);
		sums.values[y] = (sums.values[y] ?? 0) + value;
		if (Number.isNaN(value)) for (const blank of blanks) sums.blanks.add(blank);
		else sums.known[y] = (sums.known[y] ?? 0) + value;
	}
}
