import { bridge } from './bridge';
import { compare } from './compare';
import { effects } from './effects';
import { evidence } from './evidence';
import { figure } from './figure';
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
	fillThem: 'Fill them in:',
	allBlanks: (count: number) => `All ${count} blank inputs`,
	packsOn: (packs: string) => `Blank inputs are filled by the pack ${packs}.`,
	packsOff: (packs: string) =>
		`The pack ${packs} is off: figures that need what the reports do not state are blocked.`,
	switchOff: 'Show only what is stated',
	switchOn: 'Turn the pack on',
	chartKeys: 'Use the left and right arrow keys to move along the chart.',
	tableBelow: 'The table below holds every value.',
	method: 'How this was forecast',
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
		goCouncil: (name: string) => `Go to ${name}`,
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
	compare,
	bridge,
	scenario: effects,
	figure,
	evidence
};
