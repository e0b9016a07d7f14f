import type { DistributionName } from '$lib/model';

/** How the values of an input are spread over its range, in the order in which they are offered. */
export const SPREADS: Readonly<Record<DistributionName, string>> = {
	pert: 'PERT: gathered round the most likely',
	triangular: 'Triangular: straight up to the most likely, and down',
	uniform: 'Uniform: alike from end to end',
	normal: 'Normal: the ends are the 10th and 90th percentiles',
	logNormal: 'Log-normal: the ends are the 10th and 90th percentiles',
	beta: 'Beta, a share from 0 to 1: the ends are the 10th and 90th percentiles',
	elicited: 'Elicited: the 10th, 50th and 90th percentiles that people gave'
};

/** What the ways in which values are spread are called where there is no room to say what they mean. */
export const SPREAD_NAMES: Readonly<Record<DistributionName, string>> = {
	pert: 'PERT',
	triangular: 'Triangular',
	uniform: 'Uniform',
	normal: 'Normal',
	logNormal: 'Log-normal',
	beta: 'Beta',
	elicited: 'Elicited'
};
