import type { Kind } from '$lib/model';

/** What a kind of record is called on its page, what it is for, and what an empty table says. */
export interface KindWords {
	readonly one: string;
	readonly many: string;
	readonly lead: string;
	readonly empty: string;
}

const kinds: Readonly<Record<Kind, KindWords>> = {
	areas: {
		one: 'Area',
		many: 'Areas',
		lead: 'Parts of the council for which demand, capacity and buildings are told apart.',
		empty: 'No areas yet. Add the localities that you plan by, one a row.'
	},
	teams: {
		one: 'Team',
		many: 'Teams',
		lead: 'Teams of people, and the area that each serves.',
		empty: 'No teams yet. Add the teams that your posts belong to.'
	},
	posts: {
		one: 'Post',
		many: 'Staffing',
		lead: 'Groups of like posts: heads, full-time equivalents, pay, and what the time goes to.',
		empty: 'No staffing lines yet. Paste rows straight from Excel, with their headings.'
	},
	buildings: {
		one: 'Building',
		many: 'Buildings',
		lead: 'What each building costs, what it offers and what closing it would cost.',
		empty: 'No buildings yet. Paste rows from your property list.'
	},
	providers: {
		one: 'Provider',
		many: 'Providers',
		lead: 'Who delivers your contracts.',
		empty: 'No providers yet. Add the organisations that you buy from.'
	},
	contracts: {
		one: 'Contract',
		many: 'Contracts',
		lead: 'What you buy, and whether it is paid as a block, by volume or by outcome.',
		empty: 'No contracts yet. Paste rows from your contract register.'
	},
	services: {
		one: 'Service',
		many: 'Services and demand',
		lead: 'What families use, and how many ask for it in each area.',
		empty: 'No services yet. Add what families come for, such as contact or parenting support.'
	},
	headings: {
		one: 'Budget heading',
		many: 'Budget headings',
		lead: 'Published budget lines, and whether their records itemise them.',
		empty: 'No budget headings yet. Paste them from the published budget.'
	},
	fundingStreams: {
		one: 'Funding stream',
		many: 'Funding',
		lead: 'Money from outside the council’s own budget, by financial year.',
		empty: 'No funding streams yet. Add grants with the years that they are sure for.'
	},
	savingsTargets: {
		one: 'Savings target',
		many: 'Savings targets',
		lead: 'What has to be saved, and under which budget headings it counts.',
		empty: 'No savings targets yet. Add the savings that the budget already counts on.'
	},
	placementTypes: {
		one: 'Placement type',
		many: 'Placements and unit costs',
		lead: 'Where children in care live, and what a week costs.',
		empty:
			'No placement types yet. Add foster care, kinship care and children’s homes with their weekly prices.'
	},
	careFlows: {
		one: 'Care flow',
		many: 'Children in care',
		lead: 'How many children are in care, and how many enter, move and leave.',
		empty:
			'No flows yet. Add the number of children on a date, and the rates that they enter and leave at.'
	},
	careWindows: {
		one: 'Window of the return',
		many: 'Windows of the return',
		lead: 'Counts, child-days and rates from the council’s return of children in care.',
		empty: 'No return has been read yet.'
	},
	interventions: {
		one: 'Intervention',
		many: 'Early help and its effect',
		lead: 'What early help does to families, by what evidence, and when.',
		empty: 'No interventions yet. Add one for each service whose effect on care you want counted.'
	},
	indices: {
		one: 'Price index',
		many: 'Price indices',
		lead: 'How pay and prices rise each April.',
		empty: 'No price indices yet. Add one for pay and one for prices.'
	},
	rules: {
		one: 'Rule',
		many: 'Rules',
		lead: 'Dated tables set by law or by a return.',
		empty:
			'No rules yet. Employer National Insurance is needed before posts on pay grades can be costed.'
	},
	assumptions: {
		one: 'Assumption',
		many: 'Assumptions',
		lead: 'Choices about the whole model.',
		empty: 'No assumptions yet.'
	}
};

/** Words of the tables of records. */
export const records = {
	...kinds,
	moved: 'Somebody changed this meanwhile. Look at it again and try once more.',
	cannotRemove: 'A change cannot take this away.',
	problem: (place: string, message: string) => `${place}: ${message}.`
};
