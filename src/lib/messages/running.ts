import { quoted } from './sentences';

/** Words of what is worked out beside a page, and of its search for values of inputs. */
export const running = {
	cancel: 'Cancel',
	cancelled: 'Cancelled. Nothing was changed.',
	of: (done: number, of: number) => `${done} of ${of}`,
	failed: (why: string) => `It could not be worked out: ${why}`,
	noScript: 'This part is worked out in your browser and needs JavaScript.',
	switch: {
		title: 'Which assumption would change the answer',
		lead: 'For each input that has a range: the value at which the scenario is neither better nor worse than changing nothing, everything else as it is.',
		whose: 'For whom it counts',
		button: 'Find the values',
		working: 'Trying one input after another',
		caption: 'Where the answer changes',
		input: 'Input',
		now: 'Now',
		range: 'Range',
		at: 'Changes the answer at',
		none: {
			notInRange: 'No switch within its range',
			noEffect: 'Makes no difference',
			notKnown: 'Not known: a figure that it needs is blank'
		},
		count: (switching: number, all: number) =>
			switching === 0
				? `None of ${all} inputs changes the answer by itself within its range.`
				: `${switching} of ${all} ${switching === 1 ? 'inputs changes' : 'inputs change'} the answer within ${switching === 1 ? 'its range' : 'their ranges'}. The nearest to what is assumed stand first.`,
		noInputs:
			'No input of this scenario has a range. Type one such as 4 to 6 in a table of the baseline.',
		still: (count: number) =>
			count === 1 ? 'One input that makes no difference' : `${count} inputs that make no difference`
	},
	solve: {
		title: 'What would have to be true?',
		lead: 'Choose what is to come true and which input may move: the value that it would have to take is worked out with the whole model.',
		goal: 'What is to come true',
		even: {
			council: 'It breaks even for council cash',
			public: 'It breaks even for the public purse',
			society: 'It breaks even for public value'
		},
		paid: (year: string) => `Council cash is paid back by ${year}`,
		net: (year: string) => `Net cost in ${year} comes to an amount`,
		amount: 'Amount in pounds',
		input: 'Input that may move',
		low: 'From (optional)',
		high: 'To (optional)',
		rangeHint: (range: string | null) =>
			range === null
				? 'This input has no range of its own: say from what to what it may move.'
				: `Its own range is ${range}.`,
		button: 'Work it out',
		working: 'Looking for the value',
		found: (goal: string, label: string, at: string, now: string) =>
			`${goal} if ${quoted(label)} is ${at}. It is ${now} now.`,
		foundNow: (goal: string, label: string, now: string) =>
			`${goal} with ${quoted(label)} as it is, ${now}.`,
		none: {
			notInRange: (goal: string, label: string, range: string) =>
				`${goal}: not achievable within its range. No value of ${quoted(label)} from ${range} does it.`,
			noEffect: (goal: string, label: string) =>
				`${goal}: ${quoted(label)} makes no difference to it.`,
			notKnown: (goal: string, label: string) =>
				`${goal}: it cannot be told with ${quoted(label)}, for something that it needs is blank or refused.`
		},
		noRange: 'Say from what to what the input may move.',
		emptyRange: 'The first end of the range must be below the second.',
		noAmount: 'Enter the amount.',
		problem: (field: string, message: string) => `${field}: ${message}`
	}
};
