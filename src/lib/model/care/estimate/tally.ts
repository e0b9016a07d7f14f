interface Row<Key> {
	readonly key: Key;
	sum: number;
}

/** The words that come next, and the row of those that are the last of a key. */
interface Branch<Key> {
	readonly next: Map<string, Branch<Key>>;
	row: Row<Key> | null;
}

const branch = <Key>(): Branch<Key> => ({ next: new Map(), row: null });

/** Sums by a key of several words. */
export class Tally<Key extends readonly string[]> {
	// Word by word: the same few come again and again, where a text put together of them is new each time.
	readonly #root = branch<Key>();
	readonly #rows: Row<Key>[] = [];

	/** Adds to the sum of a key; adding nothing leaves no trace. */
	add(key: Key, amount: number): void {
		if (amount === 0) return;
		let at = this.#root;
		for (const word of key) {
			let next = at.next.get(word);
			if (next === undefined) at.next.set(word, (next = branch()));
			at = next;
		}
		if (at.row === null) this.#rows.push((at.row = { key, sum: amount }));
		else at.row.sum += amount;
	}

	/** The sum of a key; 0 where nothing was added. */
	of(key: Key): number {
		let at: Branch<Key> | undefined = this.#root;
		for (const word of key) at = at?.next.get(word);
		return at?.row?.sum ?? 0;
	}

	/** All keys with their sums, in the order of the words. */
	rows(): readonly (readonly [key: Key, sum: number])[] {
		return this.#rows
			.map(({ key, sum }) => ({ text: key.join('|'), row: [key, sum] as const }))
			.sort((a, b) => (a.text < b.text ? -1 : 1))
			.map(({ row }) => row);
	}
}
