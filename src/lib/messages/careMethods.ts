/** How children in care are worked out, in the words of somebody who has to defend the figures. */
export const careMethods = {
	back: 'Help',
	more: 'Every equation, with what was measured, is in the documentation that comes with the program.',
	returns: {
		title: 'How children in care are worked out from the return',
		sections: [
			{
				heading: 'What is read',
				lines: [
					'Header, episodes and, where there is one, unaccompanied asylum-seeking children of the SSDA903 return. A file with a mistake is refused whole, with its row, column and value; the others are read.',
					'Rows are cleaned by the rules of the regional placement tool. Of each row that does not stay as it was, the list says the file, the row and the rule.',
					'The rows stay in your browser. What is kept is counts, child-days and rates of groups of children.'
				]
			},
			{
				heading: 'Rates',
				lines: [
					'A rate is events over child-days, by age group and type of placement. Where a group has few events of its own, its rate is drawn toward that of the type over all ages, or of the age over all types. Each rate says how much of it is its own.',
					'Moves that no age group saw have no rate.'
				]
			},
			{
				heading: 'The forecast',
				lines: [
					'Children in care on the last day are followed from their own year of age and type, month by month; those who enter come at the window’s rate, and everybody leaves on the eighteenth birthday.',
					'The band holds four of five: by chance, and because the rates themselves are uncertain. Where entries varied more from quarter to quarter than chance would have it, the band is that much wider.',
					'Beside it stands the daily method, that of the regional placement tool, so that its figures can be found again.'
				]
			},
			{
				heading: 'How good it would have been',
				lines: [
					'The last one, two and three years of the files are held back, as far as they go, and forecast from what had been reported by then. The errors of both methods stand beside the forecast.'
				]
			},
			{
				heading: 'What others may see',
				lines: [
					'Printed and downloaded, counts of 1 to 5 children are c, and so are others from which they would follow. That is worked out over all tables of a window together, because one table can be taken from another.',
					'Two windows that overlap are not held against each other: publish the tables of one.'
				]
			}
		]
	},
	published: {
		title: 'How children in care are worked out from published figures',
		sections: [
			{
				heading: 'What is read',
				lines: [
					'The Department for Education’s statistics of all councils: children in care on 31 March, starting and ceasing, and, where you have them, the child population and the statistical neighbours. They stay in your browser until you use one council’s figures.',
					'A figure that is not published is unknown, not nought.'
				]
			},
			{
				heading: 'The forecast',
				lines: [
					'All councils together have grown by so much a year: that is the drift, damped because few years are known.',
					'A council whose number of children in care for each child who lives there lies above the mean of its region is drawn back toward it, and below it up; how fast, and how far last year’s growth goes on, is what fits all councils best.',
					'The band holds four of five, from how far the same formula was out in the years that are known. Nothing is drawn by chance: the same files give the same figures.'
				]
			},
			{
				heading: 'What is published, and what is assumed',
				lines: [
					'Children in care, starting and ceasing are published numbers, and facts once you use them.',
					'Ages and types of placement by council are in no published file that is read here. They come from a profile in an assumption pack, which can be edited and switched off; with it off, what rests on them is blocked.'
				]
			}
		]
	}
} as const;
