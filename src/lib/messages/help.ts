/** The help page: what the words mean, how figures are made, and what is checked. */
export const help = {
	title: 'Help',
	words: 'What the words mean',
	terms: [
		{ term: 'Council', meaning: 'The organisation whose services are looked at.' },
		{
			term: 'Baseline',
			meaning:
				'Its agreed starting point: records of teams, posts, buildings, contracts, services, budgets and placements.'
		},
		{
			term: 'Agreed baseline',
			meaning:
				'The baseline as somebody agreed it on a day. It never changes. Scenarios stand on it until a person re-bases them on a newer one.'
		},
		{
			term: 'Fact',
			meaning:
				'A figure as a document states it, with the paragraph and a short quote. Two facts about one quantity may disagree: both stay, and one is chosen.'
		},
		{
			term: 'Change',
			meaning:
				'A dated and reasoned edit to the baseline, such as closing a building or ending a contract. It can be switched on and off.'
		},
		{
			term: 'Scenario',
			meaning:
				'A list of changes. ‘If we change nothing’ is the scenario without any, and it always exists.'
		},
		{
			term: 'Projection',
			meaning: 'What is computed from a scenario for each financial year of the period.'
		},
		{
			term: 'Figure',
			meaning:
				'One number of a projection. Open it to see how it was worked out: it lies over the page, Escape or Back closes it, and its address opens the same as a page.'
		},
		{
			term: 'Blocked',
			meaning:
				'A figure that cannot be computed because an input is blank. It names the input. A blank is never taken for zero.'
		},
		{
			term: 'Assumption pack',
			meaning:
				'A named set of values, each with a range, that fills blank inputs. It can be turned off, and each value says whether it has a source or is only illustrative.'
		},
		{
			term: 'Cashable',
			meaning: 'A change of cost that shows in a budget line, outside placements and one-off costs.'
		},
		{
			term: 'Range',
			meaning:
				'From what to what an input may reasonably be, such as 4 to 6. Figures are worked out at its value; How sure shows what comes of the rest.'
		},
		{
			term: 'Draw',
			meaning:
				'The whole model worked out once, with another value in each range. The seed decides which: the same seed gives the same draws, and all scenarios share them.'
		},
		{
			term: 'Worth of knowing it',
			meaning:
				'What the better choice would gain, on average, if one input were known before the decision. Nothing where it would not change the choice.'
		},
		{
			term: 'Cost avoidance',
			meaning:
				'Placement cost that does not arise because fewer children enter care. It lowers the demand line and is never counted as a saving.'
		},
		{
			term: 'Pays back',
			meaning:
				'The first year from which the added-up difference of net cost stays at or below zero. It is not discounted.'
		},
		{
			term: 'Present value',
			meaning:
				'What amounts of several years are worth today, in the prices of the first year: a later year counts less, by the discount rates that the Treasury states.'
		},
		{
			term: 'Net present value',
			meaning:
				'The present value of what a scenario brings back, less that of what it costs. Above nought it is better than changing nothing. It is told for council cash, for the public purse and for public value.'
		},
		{
			term: 'Benefit-cost ratio',
			meaning:
				'What comes back for each pound that is spent, in present values. It hides how much is at stake, so it never stands first.'
		},
		{
			term: 'Doing the least',
			meaning:
				'A scenario that does no more than must be done. One can be marked, and then stands beside each scenario where it is asked whether that is worth it.'
		},
		{
			term: 'Confirm before use',
			meaning:
				'A table without a published source that somebody has to look at and confirm before its figures go into a paper.'
		},
		{
			term: 'Invented data',
			meaning: 'A badge on every page of a council whose names and figures are made up.'
		}
	],
	figures: 'How figures are made',
	steps: [
		'Each line of cost is worked out for each year from its record: a post from its heads, hours, pay and employer costs; a building from its running costs; a contract from its price or its volume.',
		'Prices rise each April by the index named in the record. Amounts are in cash terms, or, where the council’s settings say so, in real terms: divided by an index back to the prices of the first year. Every table says which.',
		'Each line is rounded to the penny once a year. Totals are sums of rounded lines, so parts add up to totals exactly. A table in £000 rounds each number by itself, so its numbers may differ from their sum by one.',
		'Changes come in on their start month, at once or over the months of their ramp. Closing a building and ending a contract happen in one month.',
		'Children in care are followed month by month: they enter, move between kinds of placement, grow older and leave. Nobody stays after the eighteenth birthday.',
		'Early help changes entries to care after a delay, by the effect that its evidence states, reduced for what would have happened anyway. Less help raises entries by the same sum.',
		'A difference between two scenarios is taken line by line. Two scenarios without changes differ by exactly £0.00.'
	],
	money: 'What is kept apart',
	apart:
		'Cashable changes, cost avoidance, one-off costs and capital stand in columns and bars of their own. Net cost contains placements, and says so.',
	editing: 'Editing and undoing',
	edited: [
		'Every edit is saved as you make it, under the name that you gave. There is nothing to save by hand.',
		'Undo and redo stand at the top of each page on which you edit. They still work tomorrow, and they ask before they take back a colleague’s edit.',
		'Where two people change one value, the second is shown the other’s value, name and time, and chooses. Nobody’s edit is overwritten in silence.',
		'Activity lists who did what, newest first, and can check that no entry was altered since it was written.'
	],
	agreeing: 'Agreeing a baseline, and re-basing',
	agreed: [
		'At the foot of the Baseline page the baseline is agreed, under a name, by a person, on a day. Its tables are then locked; “Start a new baseline” lets it be edited again, and what was agreed stays as it was.',
		'A scenario that stands on an older baseline says how many of its changes the newer one affects. “Re-base this scenario” lists each value: what the baseline said then, what it says now and what the change does. Keep yours, or take the new baseline, row by row; nothing else of the scenario moves, and one undo takes it back.',
		'Scenarios on different baselines are not compared until one is re-based.',
		'Where documents disagree, “Use this one instead” beside the other fact shows what the net cost would come to before anything is changed.',
		'When a new version of Windscreen makes other totals of the same inputs, the scenario’s results say which and by how much.'
	],
	settings: 'Council settings',
	set: '“Council settings” on a council’s Home holds its name, how many years are projected, how years and amounts are written (2026/27, 2026-27 or FY27; £1.2 million or £1.2m with brackets), and cash or real terms. They hold on every page, chart, table and data file. Years may be typed in any of the styles. The first year can be changed only while no record or change stands on it.',
	files: 'Council files',
	filed:
		'“Download the council file” on a council’s Home gives all of it as one file: facts, baseline and scenarios. Read again, it gives the same council. “Import a council file” shows first what a file would change; an import is one edit, which can be undone.',
	published: 'Children in care without a return',
	publishedNote:
		'“Start from published figures”, above the baseline’s table of children in care, reads the Department for Education’s statistics as downloaded. It shows a council’s last years beside its statistical neighbours, and forecasts its children in care from what all councils did, with a band and with how good such forecasts were. Taken into the baseline, the published numbers in care, starting and ceasing are facts; ages and placements come from an assumed profile, in a pack that can be switched off.',
	first: 'First steps',
	firstLink: 'Show the cards of first steps in the example again',
	care: 'Children in care',
	cared: [
		'Baseline, Children in care, “Read your return, with history, forecast and rates” reads the files of your SSDA903 return: several years, folders and zip files at once. The rows stay in your browser; what you keep is counts and rates of groups of children, as one edit that can be undone.',
		'A list says of every row that did not stay as it was which file and row it is and what happened to it. A file with a mistake is refused whole, with its row, column and value.',
		'History and forecast stand by type of placement, with the band in which the number lies four times in five, and beside the forecast of the regional placement tool’s daily method. Where a window is long enough, both are scored on years that were held back.',
		'On screen you see your own counts. Printed and downloaded, counts of 1 to 5 children are shown as c, with others from which they would follow.'
	],
	checks: 'Checks',
	checked:
		'Every projection is checked: lines against totals, children in care against entries and exits, published totals against the lines beneath them, facts against the fields that rest on them. The comparison lists what does not hold first, in words. A check that does not hold is something to look at: often it is a gap or a contradiction in a document.'
} as const;
