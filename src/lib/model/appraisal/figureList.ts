import type { FigureAbout } from '../figures/figureList';

/** Whose money an appraisal counts: the council's cash, every public agency's, or everybody's. */
export const PERSPECTIVES = ['council', 'public', 'society'] as const;

/** Whose money an appraisal counts. */
export type Perspective = (typeof PERSPECTIVES)[number];

/** What each perspective is called. */
export const PERSPECTIVE_LABELS: Readonly<Record<Perspective, string>> = {
	council: 'council cash',
	public: 'public purse',
	society: 'public value'
};

/** The figures of an appraisal that have a value in each year, by their ids; money in real terms. */
export const APPRAISAL_ROWS = {
	'appraisal.costGross': { label: 'Cost', unit: '£' },
	'appraisal.costCorrected': { label: 'Cost, corrected for optimism', unit: '£' },
	'appraisal.benefitGross': { label: 'Benefit, before correction', unit: '£' },
	'appraisal.benefitCorrected': { label: 'Benefit, corrected for optimism', unit: '£' },
	'appraisal.benefitByAgency': { label: 'Benefit by agency', unit: '£' },
	'appraisal.benefitCashable': { label: 'Benefit, cashable by the council', unit: '£' },
	'appraisal.benefitWeighted': { label: 'Benefit, with distributional weights', unit: '£' },
	'appraisal.net': { label: 'Net benefit', unit: '£' },
	'appraisal.cumulative': { label: 'Cumulative net benefit', unit: '£' },
	'appraisal.cumulativeDiscounted': {
		label: 'Cumulative net benefit, discounted',
		unit: '£'
	},
	'appraisal.discountFactor': { label: 'Discount factor', unit: 'factor' }
} as const satisfies Readonly<Record<string, FigureAbout>>;

/** The figures of an appraisal that are one answer for all years, by their ids. */
export const APPRAISAL_HEADLINES = {
	'appraisal.npsv': { label: 'Net present value', unit: '£' },
	'appraisal.npsvWeighted': {
		label: 'Net present value, with distributional weights',
		unit: '£'
	},
	'appraisal.bcr': { label: 'Benefit-cost ratio', unit: 'ratio' },
	'appraisal.payback': { label: 'Payback', unit: 'year' },
	'appraisal.paybackDiscounted': { label: 'Payback, discounted', unit: 'year' },
	'appraisal.eac': { label: 'Equivalent annual cost', unit: '£' },
	'appraisal.pvCosts': { label: 'Present value of costs', unit: '£' },
	'appraisal.pvBenefits': { label: 'Present value of benefits', unit: '£' }
} as const satisfies Readonly<Record<string, FigureAbout>>;

/** A figure of an appraisal by year. */
export type RowId = keyof typeof APPRAISAL_ROWS;

/** A headline of an appraisal. */
export type HeadlineId = keyof typeof APPRAISAL_HEADLINES;
