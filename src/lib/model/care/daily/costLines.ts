import { categoryOf, type DailyCategory } from './states';

/** The lines that the daily method prices, each with the category whose children it takes a share of. */
export const COST_LINES = [
	{ line: 'Fostering (Friend/Relative)', category: 'Fostering' },
	{ line: 'Fostering (In-house)', category: 'Fostering' },
	{ line: 'Fostering (IFA)', category: 'Fostering' },
	{ line: 'Residential (In-house)', category: 'Residential' },
	{ line: 'Residential (External)', category: 'Residential' },
	{ line: 'Supported accommodation', category: 'Supported' },
	{ line: 'Secure home', category: 'Other' },
	{ line: 'Placed with family', category: 'Other' },
	{ line: 'Other', category: 'Other' }
] as const satisfies readonly { readonly line: string; readonly category: DailyCategory }[];

/** The name of a priced line, the key of prices and shares. */
export type CostLine = (typeof COST_LINES)[number]['line'];

/** Pounds a week that the regional tool takes where nobody has set a price: placeholders, no council's prices. */
export const PLACEHOLDER_WEEKLY_COSTS: Readonly<Record<CostLine, number>> = {
	'Fostering (Friend/Relative)': 100,
	'Fostering (In-house)': 150,
	'Fostering (IFA)': 250,
	'Residential (In-house)': 1000,
	'Residential (External)': 1000,
	'Supported accommodation': 1000,
	'Secure home': 1000,
	'Placed with family': 1000,
	Other: 1000
};

const KINSHIP: ReadonlySet<string> = new Set(['U1', 'U2', 'U3']);
const PUBLIC_PROVIDERS: ReadonlySet<string> = new Set(['PR1', 'PR2', 'PR3']);
const INDEPENDENT_PROVIDERS: ReadonlySet<string> = new Set(['PR4', 'PR5']);

/** The line of a placement with a provider; Other takes whatever belongs to none. */
export function costLineOf(placement: string, provider: string): CostLine {
	const isPublic = PUBLIC_PROVIDERS.has(provider);
	const isIndependent = INDEPENDENT_PROVIDERS.has(provider);
	switch (categoryOf(placement)) {
		case 'Fostering':
			if (KINSHIP.has(placement)) return 'Fostering (Friend/Relative)';
			if (isPublic) return 'Fostering (In-house)';
			return isIndependent ? 'Fostering (IFA)' : 'Other';
		case 'Residential':
			if (isPublic) return 'Residential (In-house)';
			return isIndependent ? 'Residential (External)' : 'Other';
		case 'Supported':
			return 'Supported accommodation';
		case 'Other':
			if (placement === 'K1') return 'Secure home';
			return placement === 'P1' ? 'Placed with family' : 'Other';
	}
}
