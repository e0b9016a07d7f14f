import type { CareWindow, CleaningRule } from '$lib/model';

/** What the types of placement of a return are called. */
export const careTypes: Readonly<Record<CareWindow['merged'][number], string>> = {
	foster: 'Foster care',
	kinship: 'Kinship foster care',
	residential: 'Children’s homes and residential schools',
	secure: 'Secure homes',
	supported: 'Supported accommodation',
	parents: 'With parents',
	adoption: 'Placed for adoption',
	other: 'Other placements'
};

/** What happened to a row of a return that did not stay as it was. */
export const cleaningRules: Readonly<Record<CleaningRule, string>> = {
	shortBreak: 'Short break (legal status V3 or V4): left out',
	noStart: 'No start date: left out',
	endsBeforeStart: 'Ends before it starts: left out',
	noHeader: 'No header row for the child: left out',
	noBirthDate: 'No date of birth for the child: left out',
	sameStart: 'Starts on the same day as another row of the child, which was taken',
	sameEnd: 'Ends on the same day as another row of the child, which was taken',
	joined: 'Only the legal status or the paper changed: joined to the row before',
	endCut: 'Ended after the child’s next placement began: cut to that day',
	endFilled: 'Had no end although another placement follows: ended on that day'
};

/** What the reasons for leaving care are called, with their codes. */
export const exitReasons: Readonly<Record<CareWindow['exits'][number]['reason'], string>> = {
	E11: 'Adopted, application not opposed (E11)',
	E12: 'Adopted, consent dispensed with (E12)',
	E13: 'Home to relatives without parental responsibility (E13)',
	E14: 'Accommodation on remand ended (E14)',
	E15: 'Age assessed as 18 or over (E15)',
	E16: 'Moved abroad (E16)',
	E17: 'Stayed with current carers at 18 (E17)',
	E2: 'Died (E2)',
	E3: 'Another council took over (E3)',
	E4A: 'Home to parents or relatives, planned (E4A)',
	E4B: 'Home to parents or relatives, not planned (E4B)',
	E41: 'Child arrangements or residence order (E41)',
	E43: 'Special guardianship, former foster carers (E43)',
	E44: 'Special guardianship, other carers (E44)',
	E45: 'Special guardianship, relatives who fostered (E45)',
	E46: 'Special guardianship, other former foster carers (E46)',
	E47: 'Special guardianship, other relatives (E47)',
	E48: 'Special guardianship, others (E48)',
	E5: 'Independent living with support (E5)',
	E6: 'Independent living without support (E6)',
	E7: 'Moved to adult social care (E7)',
	E8: 'Any other reason (E8)',
	E9: 'Sentenced to custody (E9)',
	X1: 'Went on elsewhere, which the files do not show (X1)',
	blank: 'No reason given',
	unlisted: 'A reason of no list'
};

/** What the sorts of providers of a placement are called. */
export const careProviders: Readonly<Record<CareWindow['providers'][number]['provider'], string>> =
	{
		PR0: 'Parents or relatives',
		PR1: 'The council itself',
		PR2: 'Another council',
		PR3: 'Another public body',
		PR4: 'Private',
		PR5: 'Voluntary',
		blank: 'Not given'
	};
