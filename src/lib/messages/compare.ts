import { quoted } from './sentences';

/** Words of the comparison of scenarios. */
export const compare = {
	title: 'Compare scenarios',
	choose: 'Choose what to compare',
	comparator: 'Comparator',
	comparatorHint: 'Everything else is measured against it.',
	others: 'Compared with it',
	othersHint: 'Up to four.',
	year: 'Year shown',
	showAll: 'Show every row of revenue, capital and measures',
	showDifferent: 'Show only the rows of revenue, capital and measures that differ',
	update: 'Update',
	keyFigures: 'Key figures',
	keyFigure: 'Key figure',
	openAny: 'Open any number to see how it was worked out.',
	keyNet: (base: string) => `Net cost over the period against ${quoted(base)}, placements included`,
	keyPayback: 'Pays back',
	keyChildren: (year: string) => `Children in care at 31 March ${endOf(year)}`,
	keyUnmet: (year: string) => `Cases not served in ${year}`,
	against: (b: string, a: string) => `${quoted(b)} less ${quoted(a)}`,
	addedUp: (b: string, a: string) => `${quoted(b)} less ${quoted(a)}, added up`,
	differenceOf: (b: string, count: number) => (count === 1 ? 'Difference' : `Difference: ${b}`),
	bridge: 'What each change does',
	net: 'Net cost by year, and when it pays back',
	netSubtitle: (base: string, council: string, period: string, terms: string) =>
		`Net cost against ${quoted(base)}, added up year by year, placements included, ${council}, ${period}, ${terms.toLowerCase()}`,
	netCaption: 'Net cost, placements included, £000',
	money: 'Where the money goes',
	moneyCaption: (year: string) => `Revenue, ${year}, £000`,
	capitalCaption: (year: string) => `Capital, ${year}, £000`,
	capitalNote: 'Capital is never added to revenue.',
	line: 'Line',
	measure: 'Measure',
	measures: 'People, buildings and families',
	measuresCaption: (year: string) => `Measures, ${year}`,
	children: 'Children in care by type of placement',
	childrenSubtitle: (council: string, period: string) =>
		`Children in care at 31 March of each year, ${council}, ${period}`,
	childrenWidest: (gap: string) =>
		`No scenario differs from it by more than ${gap} children in any type of placement and year.`,
	childrenCaption: 'Children in care at 31 March, by type of placement',
	typeAndScenario: 'Placement and scenario',
	typeIn: (type: string, scenario: string) => `${type}: ${scenario}`,
	savings: 'Savings: target and identified',
	savingsCaption: (year: string) => `Savings, ${year}, £000`,
	savingsNote: (sign: string) =>
		`Savings identified are the fall in service cost against the first scenario; ${sign} that the changes cost more. Avoided placement cost is not a saving and is not in it.`,
	checks: 'Checks',
	checksPassed: (passed: number, all: number) =>
		`${passed} of ${all} checks hold in every scenario shown.`,
	failed: 'Look at this',
	holds: 'Holds',
	inSome: (scenarios: string) => `In ${scenarios}`,
	allChecks: 'Checks that hold',
	sameRows: 'No row differs.',
	needTwo: 'You need two scenarios to compare. This council has only ‘If we change nothing’.',
	needTwoWhy:
		'A comparison says which scenario costs what, when it pays back and whom it reaches. ‘If we change nothing’ is always one side of it.',
	addOther: 'Add a scenario',
	scenarioColumn: 'Scenario',
	footer: (engine: string, terms: string) => `Engine version ${engine}, ${terms.toLowerCase()}`
};

/** The calendar year in which a financial year ends: '2015/16' ends in 2016. */
export function endOf(year: string): string {
	return String(Number(year.slice(0, 4)) + 1);
}
