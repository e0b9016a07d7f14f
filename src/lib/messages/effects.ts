import { quoted } from './sentences';

/** Words of a change and of what it does. */
export const effects = {
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
	adjusts: (what: string, sum: string) => `${what}: ${sum}.`,
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
};
