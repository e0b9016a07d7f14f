/** The most columns that a sheet of A4 on its side takes in a size that can be read. */
export const MOST_ON_A_SHEET = 10;

/** The columns of a wide table in parts that each fit a sheet, as even as they can be. */
export function printParts<C>(columns: readonly C[]): readonly (readonly C[])[] {
	const parts = Math.ceil(columns.length / MOST_ON_A_SHEET);
	const size = Math.ceil(columns.length / parts);
	return Array.from({ length: parts }, (_, part) => columns.slice(part * size, (part + 1) * size));
}
