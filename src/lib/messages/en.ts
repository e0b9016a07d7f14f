import { quoted } from './sentences';

/** Every word that the pages show in English; sentences made from figures are in sentences.ts. */
export const en = {
	service: 'Windscreen',
	skip: 'Skip to main content',
	menu: 'Menu',
	nav: {
		start: 'Start page',
		home: 'Home',
		baseline: 'Baseline',
		scenarios: 'Scenarios',
		compare: 'Compare',
		evidence: 'Evidence',
		activity: 'Activity',
		help: 'Help'
	},
	invented: 'Invented data',
	inventedNote: 'Every name and figure of this council is made up.',
	blocked: 'Blocked',
	minus: 'minus',
	moreOrLess: (amount: string, isLess: boolean) => `${amount} ${isLess ? 'less' : 'more'}`,
	moreOrFewer: (amount: string, isLess: boolean) => `${amount} ${isLess ? 'fewer' : 'more'}`,
	breadcrumb: 'Breadcrumb',
	key: 'Key',
	allYears: 'All years',
	seeExample: 'See it in the example',
	noneStated: 'Not stated',
	ratings: { red: 'red', amber: 'amber', green: 'green' },
	terms: (pricesOf: string | null) =>
		pricesOf === null ? 'Cash terms' : `Real terms, ${pricesOf} prices`,
	engine: (version: string) => `Engine version ${version}`,
	loopback: 'This program answers only the computer that it runs on.',
	spokenFigure: (name: string, year: string | null) => `${name}, ${year ?? 'all years'}`,
	turnOn: (pack: string) => `Fill these blanks with the pack ${quoted(pack)}`,
	fillThem: 'Put a value in the council’s file, or add it to an assumption pack.',
	allBlanks: (count: number) => `All ${count} blank inputs`,
	packsOn: (packs: string) => `Blank inputs are filled by the pack ${packs}.`,
	packsOff: (packs: string) =>
		`The pack ${packs} is off: figures that need what the reports do not state are blocked.`,
	switchOff: 'Show only what is stated',
	switchOn: 'Turn the pack on',
	chartKeys: 'Use the left and right arrow keys to move along the chart.',
	tableBelow: 'The table below holds every value.',
	downloadImage: 'Download image (PNG)',
	downloadData: 'Download data (CSV)',
	signs: {
		minus: {
			savings: 'Differences with a minus are savings.',
			belowZero: 'Figures with a minus are below zero.',
			dearer: 'a minus means'
		},
		brackets: {
			savings: 'Differences in brackets are savings.',
			belowZero: 'Figures in brackets are below zero.',
			dearer: 'brackets mean'
		}
	},
	errors: {
		noCouncil: (id: string) => `There is no council ${quoted(id)} here.`,
		noScenario: (id: string) => `This council has no scenario ${quoted(id)}.`,
		noChange: (id: string) => `This scenario has no change ${quoted(id)}.`,
		noStep: 'There is no such step between these scenarios.',
		noFigure: (id: string) => `There is no figure ${quoted(id)} in this scenario.`,
		notFound: 'Page not found',
		broken: 'Sorry, there is a problem',
		checkAddress: 'If you typed the address, check that it is correct.',
		goHome: 'Go to the start page',
		reference: (id: string) => `Reference: ${id}`,
		trouble: {
			full: 'The disk is full, so nothing of this was saved. What was saved before is safe and can still be read. Free some space and try again.',
			readOnly:
				'The disk does not allow any writing at the moment, so nothing of this was saved. What was saved before can still be read.',
			failing:
				'The disk did not do what was asked of it, so nothing of this was saved. Try again; if it happens again, have the disk checked.',
			busy: 'Another program has the database locked, so nothing of this was saved. Try again in a moment.',
			damaged:
				'The database is damaged. Stop Windscreen and start it again: it will say which backup to restore.'
		}
	},
	start: {
		title: 'Test proposals for children’s services before you decide',
		lead: 'See what a decision does to the budget, the workforce, the buildings, the families reached and, years later, the number of children in care. Every figure shows how it was worked out and which document it came from.',
		openExample: 'Open the example',
		exampleNote: 'The example is made from two reports to a council’s scrutiny committee in 2010.',
		privacy:
			'Nothing you enter leaves this computer: the program runs here and answers no other machine.',
		councils: 'Councils',
		compareLink: (name: string) => `Compare the scenarios of ${name}`,
		none: 'No council is kept here yet. Start the program again to load the examples.'
	},
	compare: {
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
		keyNet: (base: string) =>
			`Net cost over the period against ${quoted(base)}, placements included`,
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
		needTwo: 'You need two scenarios to compare. This council has only “If we change nothing”.',
		needTwoWhy:
			'A comparison says which scenario costs what, when it pays back and whom it reaches. “If we change nothing” is always one side of it.',
		addOther: 'Add a scenario',
		scenarioColumn: 'Scenario',
		footer: (engine: string, terms: string) => `Engine version ${engine}, ${terms.toLowerCase()}`
	},
	bridge: {
		parts: {
			cashable: 'cashable',
			avoidance: 'cost avoidance',
			oneOff: 'one-off',
			net: 'net',
			capital: 'capital'
		},
		names: {
			cashable: 'Cashable',
			avoidance: 'Cost avoidance (placements)',
			oneOff: 'One-off',
			net: 'Net revenue effect',
			capital: 'Capital'
		},
		nouns: {
			cashable: 'cost outside placements and one-off costs',
			avoidance: 'placement cost',
			oneOff: 'one-off cost',
			net: 'net cost, placements included,',
			capital: 'capital spend less receipts'
		},
		about: {
			cashable: 'Cashable is what shows in a budget line, outside placements and one-off costs.',
			avoidance:
				'Cost avoidance is placement cost that arises or does not arise. It is the demand line, and no saving.',
			oneOff: 'One-off costs are revenue that falls once, such as redundancy.',
			net: 'The net effect is cashable, cost avoidance and one-off together; capital is not in it.',
			capital:
				'Capital is spend less receipts: receipts lower it. It is never added to the revenue effect.'
		},
		oneStep: (a: string, b: string) =>
			`This is one step on the way from ${quoted(a)} to ${quoted(b)}: before is without the change, after is with it.`,
		allSteps: (a: string, b: string) =>
			`These are all steps on the way from ${quoted(a)} to ${quoted(b)}, one change at a time.`,
		within: (year: string | null, period: string) =>
			year === null ? `over ${period}` : `in ${year}`,
		stepPart: (title: string, part: string, when: string) =>
			`${title}: ${part.toLowerCase()}, ${when}`,
		stepCaption: (title: string, part: string) => `${title}: ${part.toLowerCase()}, £000`,
		yearShown: (year: string) =>
			`The working below is that of ${year}, the first year in which it has an effect.`,
		total: 'Difference in all',
		change: 'Change',
		without: (title: string) => `Without: ${title}`,
		caption: (b: string, year: string) => `Effect of each change of ${quoted(b)}, ${year}, £000`,
		note: (sign: string) =>
			`Cashable, avoided placement cost and one-off costs are kept apart; capital stands by itself and is not in the net effect. ${sign}`,
		subtitle: (b: string, a: string, period: string, terms: string) =>
			`Effect on net cost of ${quoted(b)} against ${quoted(a)}, ${period}, capital left out, ${terms.toLowerCase()}`,
		summary: (parts: string, all: string) => `${parts}. In all: ${all}.`,
		effect: (part: string, amount: string) => `${part} ${amount}`,
		stays: 'unchanged',
		blocked: 'blocked',
		axis: ['Dearer to the right,', 'cheaper to the left of zero'],
		same: (b: string, a: string) => `${quoted(b)} has the same changes as ${quoted(a)}.`,
		dearer: 'dearer',
		cheaper: 'cheaper'
	},
	scenario: {
		changes: 'Changes',
		none: 'This scenario has no changes: everything goes on as it is.',
		reason: 'Reason',
		owner: 'Owner',
		start: 'Starts',
		ramp: 'Comes in over',
		rampMonths: (months: number) => (months === 0 ? 'At once' : `${months} months`),
		end: 'Ends',
		noEnd: 'Stays',
		status: 'Status',
		confidence: 'Confidence that it is delivered',
		off: 'Switched off: it has no effect on the figures.',
		choice: 'The source leaves this open; this is the scenario’s choice.',
		edits: 'What it does',
		oneOffs: 'One-off amounts',
		amount: 'Amount',
		month: 'Month',
		ledger: 'Kind',
		title: 'Item',
		results: 'Results by year',
		resultsCaption: 'Money, £000',
		apartCaption: 'Savings and capital, £000',
		apartNote: (sign: string) =>
			`Kept apart from the table above. At savings identified ${sign} that the changes cost more.`,
		measuresCaption: 'People, buildings and families',
		compareLink: (title: string) => `Compare with ${quoted(title)}`,
		statuses: {
			idea: 'Idea',
			proposed: 'Proposed',
			approved: 'Approved',
			inDelivery: 'In delivery',
			delivered: 'Delivered',
			withdrawn: 'Withdrawn'
		},
		ledgers: {
			revenue: 'One-off cost (revenue)',
			capitalSpend: 'Capital spend',
			capitalReceipt: 'Capital receipt'
		},
		fieldOf: (label: string, part: string) => `${label} on ${quoted(part)}`,
		isBlank: (label: string) => `${label} blank`,
		set: (what: string, was: string, now: string) => `${what}: was ${was}, now ${now}.`,
		add: (kind: string, title: string) => `Adds the ${kind} ${quoted(title)}.`,
		addWith: (kind: string, title: string, details: string) =>
			`Adds the ${kind} ${quoted(title)}: ${details}.`,
		closes: (title: string) => `Closes the building ${quoted(title)}.`,
		endsContract: (title: string, notice: string | null) =>
			notice === null
				? `Ends the contract ${quoted(title)}.`
				: `Ends the contract ${quoted(title)}, notice given in ${notice}.`,
		removes: (kind: string, title: string) => `Takes away the ${kind} ${quoted(title)}.`,
		removesPost: {
			redundant: (title: string) =>
				`Takes away the post ${quoted(title)}; its people are made redundant.`,
			redeployed: (title: string) =>
				`Takes away the post ${quoted(title)}; its people are redeployed.`,
			vacant: (title: string) => `Takes away the post ${quoted(title)}, which stands vacant.`
		},
		blank: 'blank'
	},
	figure: {
		heading: 'How was this worked out?',
		close: 'Close',
		copyLink: 'Copy link',
		copied: 'The link is copied.',
		notCopied: 'The link could not be copied. Copy it from the address bar.',
		asPage: 'Open as a page',
		loading: 'Working it out',
		inYear: (name: string, year: string) => `${name}, ${year}`,
		is: (name: string, scenario: string, year: string, value: string) =>
			`${name} in ${quoted(scenario)} is ${value} in ${year}.`,
		isBlocked: (name: string, scenario: string, year: string) =>
			`${name} in ${quoted(scenario)} cannot be worked out for ${year}.`,
		sumIs: (name: string, scenario: string, period: string, value: string) =>
			`${name} in ${quoted(scenario)} comes to ${value} over ${period}.`,
		differenceIs: (name: string, b: string, a: string, period: string, value: string) =>
			`${name} in ${quoted(b)} less that in ${quoted(a)} is ${value} in ${period}.`,
		byYear: 'By year',
		byYearCaption: (name: string, unit: string) => `${name}, ${unit}`,
		byYearNote: 'Open a year to see how it was worked out.',
		value: 'Value',
		year: 'Year',
		formula: 'Formula',
		equals: (name: string, formula: string) => `${name} = ${formula}`,
		sumOfParts: (count: number) => `the sum of the ${count} parts below`,
		takenOff: (label: string) => `${label}, taken off`,
		steps: 'Step by step',
		step: 'Step',
		inputs: 'Inputs',
		input: 'Input',
		range: 'Range',
		from: 'Where it comes from',
		noInputs: 'No input stands directly in this figure; open a step to reach its inputs.',
		open: (label: string) => `How ${quoted(label)} was worked out`,
		knownPart: (value: string) => `What is known of it comes to ${value}.`,
		said: (document: string, paragraph: string) => `${document}, ${paragraph}`,
		multiplied: (by: string) => `The document’s figure is multiplied by ${by}.`,
		anotherSays: (value: string) => `Another place says ${value}`,
		wouldBe: (stated: string, value: string, more: string | null) =>
			`With ${stated} this figure would be ${value}${more === null ? '' : ` (${more})`}.`,
		sameWith: (stated: string) => `With ${stated} this figure would be the same.`,
		quality: (rating: string) => `Quality of the evidence: ${rating}.`,
		impact: (rating: string) => `Impact if it is wrong: ${rating}.`,
		review: (day: string) => `To be looked at again by ${day}.`,
		seeFact: 'See the fact',
		ifLower: 'If this were 10% lower',
		usedIn: 'Used in',
		usedInLead: 'These figures are made of this one.',
		pack: (pack: string) => `Filled by the pack ${quoted(pack)}.`,
		illustrative: 'Illustrative: no source.',
		source: (source: string) => `Source: ${source}`,
		setTo: (
			value: string,
			change: string,
			time: { from: string | null; until: string | null; rampMonths: number }
		) =>
			[
				`${value} by ${change}`,
				time.from === null ? '' : `from ${time.from}`,
				time.until === null ? '' : `until ${time.until}`,
				time.rampMonths === 0 ? '' : `rising over ${time.rampMonths} months`
			]
				.filter((clause) => clause !== '')
				.join(', ') + '.',
		was: (value: string) => `Before that: ${value}.`,
		typed: 'Stands in the baseline without a stated source.',
		isBlank: 'Blank. Nothing fills it.',
		parts: 'Line by line',
		partsCaption: (unit: string) => `Parts that differ, ${unit}`,
		nothingDiffers: 'No part differs.',
		compareBack: 'Back to the comparison',
		otherScenarios: 'The same figure in other scenarios'
	},
	evidence: {
		title: 'Evidence',
		lead: 'Every figure taken from a document, with the place and the words. Where two places disagree, both stay.',
		caption: (count: number) => (count === 1 ? '1 fact' : `${count} facts`),
		find: 'Find a fact',
		findHint: 'A word of its subject, its quote, its document or the record that rests on it.',
		findDo: 'Find',
		found: (count: number, all: number) =>
			count === 0
				? 'No fact says that.'
				: count === 1
					? `1 of ${all} facts says that.`
					: `${count} of ${all} facts say that.`,
		all: 'Show all facts',
		subject: (subject: string, count: number) => `${subject} (${count})`,
		fact: 'Fact',
		value: 'Value',
		where: 'Where it is said',
		quote: 'In its words',
		rivals: 'Other places say',
		used: 'Used in',
		unused: 'Not used yet',
		none: 'No facts yet. A fact is a figure as a document states it, with the place and the words.',
		noneWhy:
			'With facts, whoever opens a figure a year from now finds the document that it came from. They come with a council file.',
		noneDo: 'Import a council file'
	}
};

/** The calendar year in which a financial year ends: '2015/16' ends in 2016. */
export function endOf(year: string): string {
	return String(Number(year.slice(0, 4)) + 1);
}
