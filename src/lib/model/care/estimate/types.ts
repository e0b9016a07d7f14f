/** The placement types that a return is counted by, each with the codes that belong to it. */
export const RETURN_TYPES = [
	{ id: 'foster', codes: ['U4', 'U5', 'U6'] },
	{ id: 'kinship', codes: ['U1', 'U2', 'U3'] },
	{ id: 'residential', codes: ['K2', 'P3', 'R1', 'S1'] },
	{ id: 'secure', codes: ['K1'] },
	{ id: 'supported', codes: ['H5', 'K3', 'P2'] },
	{ id: 'parents', codes: ['P1'] },
	{ id: 'adoption', codes: ['A3', 'A4', 'A5', 'A6'] },
	{ id: 'other', codes: ['R2', 'R3', 'R5', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14'] }
] as const;

/** A placement type of the return. */
export type ReturnType = (typeof RETURN_TYPES)[number]['id'];

/** The ids of the placement types, in their order. */
export const RETURN_TYPE_IDS: readonly ReturnType[] = RETURN_TYPES.map(({ id }) => id);

const BY_CODE: ReadonlyMap<string, ReturnType> = new Map(
	RETURN_TYPES.flatMap(({ id, codes }) => codes.map((code) => [code, id] as const))
);

// A temporary placement, T0 to T4, leaves the child's own placement as it was.
const TEMPORARY = /^T[0-4]$/;

/** The placement type of a code; that of the placement before for a temporary one, other for a code in no list. */
export function returnTypeOf(placement: string, before: ReturnType | null): ReturnType {
	if (TEMPORARY.test(placement) && before !== null) return before;
	return BY_CODE.get(placement) ?? 'other';
}
