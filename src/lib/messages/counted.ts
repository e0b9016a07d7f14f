/** A count with what it counts: '1 row', '1,204 rows'. */
export const counted = (count: number, one: string, many: string): string =>
	`${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
