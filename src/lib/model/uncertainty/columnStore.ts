/** Columns that are written again and again: making one anew costs more than what is worked out in it. */
export interface ColumnStore {
	/** A column to be written whole; nobody else has it until the store is rewound. */
	readonly take: (size: number) => Float64Array;
	/** Gives all columns back, to be taken anew. */
	readonly rewind: () => void;
}

// Columns are cut from slabs, for thousands of pieces of memory of their own would keep the collector busy.
const FEW = 16;
const MANY = 256;

/** A store without columns yet. */
export function columnStore(): ColumnStore {
	const columns: Float64Array[] = [];
	let used = 0;
	let slab = new Float64Array();
	let from = 0;
	const fresh = (size: number): Float64Array => {
		if (from + size > slab.length) {
			slab = new Float64Array(size * Math.min(MANY, Math.max(FEW, columns.length)));
			from = 0;
		}
		from += size;
		return slab.subarray(from - size, from);
	};
	return {
		take: (size) => {
			const there = columns[used];
			const own = there?.length === size ? there : fresh(size);
			columns[used] = own;
			used += 1;
			return own;
		},
		rewind: () => {
			used = 0;
		}
	};
}

let current: ColumnStore | null = null;

/** Works something out whose columns are taken from a store, and last until that is rewound. */
export function inStore<T>(store: ColumnStore, work: () => T): T {
	const before = current;
	current = store;
	try {
		return work();
	} finally {
		current = before;
	}
}

/** The store of what is worked out now; outside of `inStore` each column is a new one. */
export const LASTING: Pick<ColumnStore, 'take'> = {
	take: (size) => current?.take(size) ?? new Float64Array(size)
};
