/** Sums by a key of several words. */
export class Tally<Key extends readonly string[]> {
	readonly #sums = new Map<string, [key: Key, sum: number]>();

	/** Adds to the sum of a key; adding nothing leaves no trace. */
	add(key: Key, amount: number): void {
		if (amount === 0) return;
		const text = key.join('|');
		const row = this.#sums.get(text);
		if (row === undefined) this.#sums.set(text, [key, amount]);
		else row[1] += amount;
	}

	/** The sum of a key; 0 where nothing was added. */
	of(key: Key): number {
		return this.#sums.get(key.join('|'))?.[1] ?? 0;
	}

	/** All keys with their sums, in the order of the words. */
	rows(): readonly (readonly [key: Key, sum: number])[] {
		return [...this.#sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
	}
}
