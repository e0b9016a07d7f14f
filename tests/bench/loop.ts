import type { CouncilFile } from '../../src/lib/model';

const YEARS = 10;
const MONTHS = YEARS * 12;
const CELLS = 216;
const BAND_STARTS = [0, 12, 60, 120, 192, CELLS] as const;
const BANDS = ['under-1', '1-4', '5-9', '10-15', '16-17'] as const;

/** The benchmark council as flat arrays of floats, ready for a loop that knows nothing of records. */
export interface FlatCouncil {
	readonly posts: Float64Array;
	readonly buildings: Float64Array;
	readonly contracts: Float64Array;
	readonly headings: Float64Array;
	readonly prices: Float64Array;
	readonly opening: Float64Array;
	readonly entriesPerDay: Float64Array;
	readonly generators: readonly Float64Array[];
	readonly types: number;
}

const POST = 8;
const BUILDING = 8;
const CONTRACT = 3;

/** Lays the council's numbers out in typed arrays; this is not timed. */
export function flatten({ baseline }: CouncilFile): FlatCouncil {
	const number = (text: unknown): number => Number(text);
	const types = baseline.placementTypes.map(({ id }) => id);
	const states = BANDS.length * types.length;
	const entries = new Float64Array(states);
	const shares = new Float64Array(states);
	const generators = BANDS.map(() => new Float64Array(types.length * types.length));
	for (const flow of baseline.careFlows) {
		if (flow.flow === 'stock') continue;
		const b = BANDS.findIndex((band) => band === flow.band);
		const generator = generators[b] ?? new Float64Array();
		if (flow.flow === 'moves') {
			const [from, to] = [types.indexOf(flow.from), types.indexOf(flow.to)];
			generator[from * types.length + to]! += number(flow.ratePerDay);
			generator[from * types.length + from]! -= number(flow.ratePerDay);
			continue;
		}
		const t = types.indexOf(flow.type);
		if (flow.flow === 'share') shares[b * types.length + t] = number(flow.share);
		if (flow.flow === 'entries') entries[b * types.length + t] = number(flow.childrenPerYear);
		if (flow.flow === 'exits') generator[t * types.length + t]! -= number(flow.ratePerDay);
	}
	return {
		posts: Float64Array.from(
			baseline.posts.flatMap((post) => [
				number(post.heads),
				number(post.fte),
				number(post.salary),
				number(post.allowances),
				number(post.pensionRate),
				number(post.levyRate),
				number(post.vacancy),
				0
			])
		),
		buildings: Float64Array.from(
			baseline.buildings.flatMap((own) =>
				[
					own.rent,
					own.rates,
					own.utilities,
					own.cleaning,
					own.facilities,
					own.insurance,
					own.maintenance,
					own.income
				].map(number)
			)
		),
		contracts: Float64Array.from(
			baseline.contracts.flatMap((own) => [
				number(own.volume),
				number(own.unitPrice),
				number(own.clientSideCost)
			])
		),
		headings: Float64Array.from(baseline.headings.map((own) => number(own.budget))),
		prices: Float64Array.from(baseline.placementTypes.map((type) => number(type.externalWeekly))),
		opening: shares.map((share) => share * 560),
		entriesPerDay: entries,
		generators,
		types: types.length
	};
}

// Halves that floats put a hair below go up all the same: these prices have few digits, nothing else lies that near.
const pence = (pounds: number): number => {
	const size = Math.floor(Math.abs(pounds) * 100 + 0.5 + 1e-6);
	return pounds < 0 ? -size : size;
};

const isLeap = (year: number): boolean => year % 4 === 0;
const daysOf = (month: number): number => {
	const ofYear = month % 12;
	if (ofYear === 10) return isLeap(2027 + Math.floor(month / 12)) ? 29 : 28;
	return ofYear === 0 || ofYear === 2 || ofYear === 5 || ofYear === 7 ? 30 : 31;
};

/** Total cost of each year in pence: the ledger and children in care in one hand-written loop. */
export function totalsByLoop(flat: FlatCouncil): Float64Array {
	const totals = new Float64Array(YEARS);
	let pay = 1;
	let since2026 = 1;
	let since2025 = 1.03;
	for (let y = 0; y < YEARS; y++) {
		if (y > 0) {
			pay *= y === 1 ? 1.032 : 1.025;
			since2026 *= 1.02;
			since2025 *= 1.02;
		}
		let total = 0;
		const { posts, buildings, contracts, headings } = flat;
		for (let i = 0; i < posts.length; i += POST) {
			const heads = posts[i]!;
			const each = posts[i + 2]! * pay * (posts[i + 1]! / heads) * (1 + posts[i + 3]!);
			const cost =
				each + 0.15 * Math.max(0, each - 5000) + posts[i + 4]! * each + posts[i + 5]! * each;
			total += pence(heads * cost * (1 - posts[i + 6]!));
		}
		for (let i = 0; i < buildings.length; i += BUILDING)
			total += pence(
				(buildings[i]! +
					buildings[i + 1]! +
					buildings[i + 2]! +
					buildings[i + 3]! +
					buildings[i + 4]! +
					buildings[i + 5]! +
					buildings[i + 6]! -
					buildings[i + 7]!) *
					since2025
			);
		for (let i = 0; i < contracts.length; i += CONTRACT) {
			const volume = Math.min(Math.max(contracts[i]!, 100), 300);
			total += pence(volume * contracts[i + 1]! * since2026) + pence(contracts[i + 2]! * since2026);
		}
		for (let i = 0; i < headings.length; i++) total += pence(headings[i]! * since2025);
		totals[y] = total;
	}
	addFamilies(totals, flat);
	addPlacements(totals, flat);
	return totals;
}

/** The families of the one intervention: what the staff of its service can take, within demand. */
function addFamilies(totals: Float64Array, { posts }: FlatCouncil): void {
	let capacity = 0;
	for (let i = 0, p = 0; i < posts.length; i += POST, p++)
		if (p % 5 === 0) capacity += (posts[i + 1]! * (1 - posts[i + 6]!) * 11 * (1 - 0.16)) / 6;
	const served = Math.min(900, capacity) * 12;
	let factor = 1;
	for (let y = 0; y < YEARS; y++) {
		if (y > 0) factor *= 1.02;
		totals[y]! += pence(served * 120 * factor);
	}
}

function addPlacements(totals: Float64Array, flat: FlatCouncil): void {
	const { types, generators, opening, entriesPerDay, prices } = flat;
	const operators = new Map<number, readonly Operator[]>();
	let state = new Float64Array(CELLS * types);
	let next = new Float64Array(CELLS * types);
	for (let b = 0; b < 5; b++) {
		const [from, to] = [BAND_STARTS[b]!, BAND_STARTS[b + 1]!];
		for (let a = from; a < to; a++)
			for (let t = 0; t < types; t++) state[a * types + t] = opening[b * types + t]! / (to - from);
	}
	const weeks = new Float64Array(types);
	let factor = 1;
	for (let month = 0; month < MONTHS; month++) {
		const y = Math.floor(month / 12);
		if (month % 12 === 0) weeks.fill(0);
		const days = daysOf(month);
		let own = operators.get(days);
		if (own === undefined)
			operators.set(days, (own = generators.map((q) => operatorOf(q, types, days))));
		const daysOfYear = isLeap(2027 + y) ? 366 : 365;
		next.fill(0);
		for (let b = 0; b < 5; b++) {
			const { p, phi, psi } = own[b]!;
			const [from, to] = [BAND_STARTS[b]!, BAND_STARTS[b + 1]!];
			for (let a = from; a < to; a++) {
				const profile = b > 0 ? 1 / (to - from) : a === 0 ? 0.5 : 0.5 / 11;
				for (let i = 0; i < types; i++) {
					const children = state[a * types + i]!;
					const entering = (entriesPerDay[b * types + i]! / daysOfYear) * profile;
					for (let j = 0; j < types; j++) {
						const at = i * types + j;
						if (a + 1 < CELLS)
							next[(a + 1) * types + j]! += children * p[at]! + entering * phi[at]!;
						weeks[j]! += (children * phi[at]! + entering * psi[at]!) / 7;
					}
				}
			}
		}
		[state, next] = [next, state];
		if (month % 12 === 11) {
			for (let t = 0; t < types; t++) totals[y]! += pence(weeks[t]! * prices[t]! * factor);
			factor *= 1.02;
		}
	}
}

interface Operator {
	readonly p: Float64Array;
	readonly phi: Float64Array;
	readonly psi: Float64Array;
}

/** exp(Qd) and its first two integrals by their Taylor series; rates of a month are small, so that it ends soon. */
function operatorOf(q: Float64Array, n: number, d: number): Operator {
	const p = new Float64Array(n * n);
	const phi = new Float64Array(n * n);
	const psi = new Float64Array(n * n);
	let term = new Float64Array(n * n);
	for (let i = 0; i < n; i++) term[i * n + i] = 1;
	for (let k = 0; k < 40; k++) {
		for (let at = 0; at < n * n; at++) {
			p[at]! += term[at]!;
			phi[at]! += (term[at]! * d) / (k + 1);
			psi[at]! += (term[at]! * d * d) / ((k + 1) * (k + 2));
		}
		const following = new Float64Array(n * n);
		for (let i = 0; i < n; i++)
			for (let j = 0; j < n; j++) {
				let sum = 0;
				for (let m = 0; m < n; m++) sum += term[i * n + m]! * q[m * n + j]!;
				following[i * n + j] = (sum * d) / (k + 1);
			}
		term = following;
	}
	return { p, phi, psi };
}
