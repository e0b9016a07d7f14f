import { chiSquaredTail } from '../../uncertainty/chiSquared';

/** How much more entries vary from quarter to quarter than by chance alone. */
export interface Dispersion {
	/** Whole quarters that it is taken from. */
	readonly quarters: number;
	/** Variance of a quarter's entries over their mean; 1 where children come independently of each other. */
	readonly observed: number;
	/** The chance that children who come independently would vary as much. */
	readonly pValue: number;
	/** The factor that the forecast uses: the observed one where chance is no explanation for it, else 1. */
	readonly used: number;
}

const SIGNIFICANT = 0.05;

/** Tests whether entries by quarter vary more than a Poisson number would (index of dispersion, chi-squared). */
export function dispersionOf(quarterly: readonly number[]): Dispersion {
	const quarters = quarterly.length;
	const mean = quarterly.reduce((sum, children) => sum + children, 0) / quarters;
	if (quarters < 2 || mean === 0) return { quarters, observed: 1, pValue: 1, used: 1 };
	const index = quarterly.reduce((sum, children) => sum + (children - mean) ** 2, 0) / mean;
	const observed = index / (quarters - 1);
	const pValue = chiSquaredTail(index, quarters - 1);
	return { quarters, observed, pValue, used: pValue < SIGNIFICANT ? Math.max(1, observed) : 1 };
}
