import { parseMonth, yearLabel, yearOfMonth, parseYear } from '../calendar/calendar';
import { oneOffFrom } from './answers';
import { freshId, idsOf } from './newRecord';
import type { Json } from './operation';
import type { FileEdit } from './scenarios';
import {
	ask,
	askChoice,
	askNumber,
	askRecord,
	askStart,
	COMMON,
	RAMP,
	type Question,
	type Answered,
	type Template
} from './template';

const paidBy = (payment: string) => ({ question: 'payment', is: payment });

const PRICE: readonly Question[] = [
	askChoice(
		[
			{ value: 'block', label: 'Block price' },
			{ value: 'volume', label: 'Volume' },
			{ value: 'outcome', label: 'Outcome' }
		],
		{
			id: 'payment',
			label: 'Paid by',
			meaning: 'A yearly price, a price for each case, or a payment for each outcome.',
			isNeeded: true
		}
	),
	askNumber('£ a year', {
		id: 'blockPrice',
		label: 'Block price',
		meaning: 'Yearly price whatever the volume.',
		isNeeded: true,
		when: paidBy('block')
	}),
	askNumber('£', {
		id: 'unitPrice',
		label: 'Unit price',
		meaning: 'Price of one case.',
		isNeeded: true,
		when: paidBy('volume')
	}),
	askNumber('cases a year', {
		id: 'minVolume',
		label: 'Minimum volume',
		meaning: 'Cases paid for even if fewer come; left empty, there is no minimum.',
		when: paidBy('volume')
	}),
	askNumber('cases a year', {
		id: 'maxVolume',
		label: 'Maximum volume',
		meaning: 'Cases beyond which nothing is paid or taken; left empty, there is no maximum.',
		when: paidBy('volume')
	}),
	askNumber('outcomes a year', {
		id: 'outcomes',
		label: 'Expected outcomes',
		meaning: 'Outcomes expected to be paid for.',
		isNeeded: true,
		when: paidBy('outcome')
	}),
	askNumber('£', {
		id: 'tariff',
		label: 'Tariff',
		meaning: 'Payment for one outcome.',
		isNeeded: true,
		when: paidBy('outcome')
	}),
	askNumber('cases a year', {
		id: 'volume',
		label: 'Volume',
		meaning:
			'Cases that the provider takes in a year, which count as capacity of the service; a contract paid by volume needs it.'
	})
];

/** Starting a contract with a provider that is known or new. */
export const startContract: Template = {
	id: 'startContract',
	title: 'Start a contract',
	meaning:
		'A contract is added from its first month: its price, the council’s own cost of managing it, and the cases that it takes. It stands outside the baseline’s budget headings, for they do not contain it yet.',
	questions: () => [
		ask('text', {
			id: 'name',
			label: 'Name of the contract',
			meaning: 'What the contract is called.',
			isNeeded: true
		}),
		askRecord('providers', {
			id: 'provider',
			label: 'Provider',
			meaning: 'Who delivers it, where the council knows the provider already.'
		}),
		ask('text', {
			id: 'newProvider',
			label: 'New provider',
			meaning: 'Name of a provider that is new to the council.'
		}),
		askChoice(
			[
				{ value: 'charity', label: 'Charity' },
				{ value: 'private', label: 'Private' },
				{ value: 'health', label: 'Health' },
				{ value: 'council', label: 'Council' },
				{ value: 'other', label: 'Other' }
			],
			{ id: 'sector', label: 'Sector of the new provider', meaning: 'Left empty, other.' }
		),
		askRecord('services', {
			id: 'service',
			label: 'Service',
			meaning: 'The service that it delivers; left empty, it adds no capacity.'
		}),
		askRecord('areas', {
			id: 'area',
			label: 'Area',
			meaning: 'Where it works; left empty, in the whole council.'
		}),
		askStart('First month', 'The contract costs and delivers from this month on.'),
		...PRICE,
		askNumber('£ a year', {
			id: 'clientSideCost',
			label: 'Client-side cost',
			meaning: 'The council’s own yearly cost of managing the contract; 0 where there is none.',
			isNeeded: true
		}),
		askNumber('months', {
			id: 'noticeMonths',
			label: 'Notice',
			meaning: 'Months of notice that the contract asks for; 0 where there is none.',
			isNeeded: true
		}),
		ask('month', {
			id: 'ends',
			label: 'Ends',
			meaning: 'First month after the contract; left empty, it goes on.'
		}),
		askRecord('indices', {
			id: 'index',
			label: 'Price index',
			meaning:
				'What uprates the price each April after the first; left empty, the price stays as it is.'
		}),
		askNumber('£', {
			id: 'startUp',
			label: 'Start-up cost',
			meaning: 'One-off cost of tendering and setting up, in the first month.'
		}),
		RAMP,
		...COMMON
	],
	build: (council, _, answered) => {
		const start = answered.text('start') ?? '';
		const name = answered.text('name') ?? '';
		const provider = answered.text('provider');
		const added = answered.text('newProvider');
		if (provider === null && added === null)
			answered.tell('provider', 'Provider is missing; choose one, or name a new one');
		if (provider !== null && added !== null)
			answered.tell('newProvider', 'is given beside a known provider; keep one of the two');
		tellOfVolumes(answered);
		const ends = answered.text('ends');
		if (ends !== null && ends <= start)
			answered.tell('ends', `${ends} is not after the first month ${start}; write a later month`);
		const first = parseYear(council.council.firstYear) ?? 0;
		const edits: FileEdit[] = [];
		const providerId = provider ?? freshId(added ?? '', idsOf(council, 'providers'));
		if (provider === null)
			edits.push({
				edit: 'add',
				kind: 'providers',
				record: { id: providerId, title: added, sector: answered.text('sector') ?? 'other' }
			});
		edits.push({
			edit: 'add',
			kind: 'contracts',
			record: {
				id: freshId(name, idsOf(council, 'contracts')),
				title: name,
				heading: null,
				headingScope: 'excluded',
				index: answered.text('index'),
				// A price is agreed in the money of the year in which it is first paid.
				priceYear: yearLabel(first + yearOfMonth(parseMonth(start, first) ?? 0)),
				provider: providerId,
				service: answered.text('service'),
				area: answered.text('area'),
				payment: answered.text('payment'),
				...given(answered, PRICED),
				clientSideCost: answered.text('clientSideCost'),
				noticeMonths: answered.text('noticeMonths'),
				...(ends === null ? {} : { ends })
			}
		});
		return {
			title: `Start ${name}`,
			edits,
			oneOffs: [
				...oneOffFrom(answered, 'startUp', { title: `Setting up ${name}`, ledger: 'revenue' })
			]
		};
	}
};

const PRICED = [
	'blockPrice',
	'unitPrice',
	'minVolume',
	'maxVolume',
	'outcomes',
	'tariff',
	'volume'
] as const;

function given(answered: Answered, fields: readonly string[]): Readonly<Record<string, Json>> {
	return Object.fromEntries(
		fields.flatMap((field) => {
			const value = answered.text(field);
			return value === null ? [] : [[field, value]];
		})
	);
}

function tellOfVolumes(answered: Answered): void {
	if (answered.text('payment') === 'volume' && answered.text('volume') === null)
		answered.tell('volume', 'Volume is missing; a contract paid by volume needs it');
	const [least, most] = [answered.number('minVolume'), answered.number('maxVolume')];
	if (least !== null && most !== null && least.gt(most))
		answered.tell('minVolume', 'is above the maximum volume; write a smaller one');
}
