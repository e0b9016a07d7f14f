import type { YearStart } from '../calendar/calendar';
import {
	indexFactor as index,
	input,
	max,
	min,
	MONTHS_IN_YEAR,
	monthsShare,
	named,
	product,
	type Expression,
	type Formula
} from '../formula/expression';
import type { Term } from '../formula/term';
import { floatOf, type Value } from '../formula/value';
import type { Contract } from '../records/contract';
import { endOf } from '../scenario/versions';
import { pricedTerm, type Context } from './context';
import {
	anyContent,
	FACTOR,
	fieldInput,
	heldIn,
	MONTHS,
	only,
	type Held,
	type LineSpec,
	type Removal,
	type Timed
} from './line';

const volumeInput = (name: string, label: string) => fieldInput(name, label, 'cases a year');

const atLeast = (value: Expression): Expression => max(value, input('minVolume'));
const atMost = (value: Expression): Expression => min(value, input('maxVolume'));

function volumePrice(hasMin: boolean, hasMax: boolean): Expression {
	const volume = input('volume');
	const floored = hasMin ? atLeast(volume) : volume;
	const paid = hasMax ? atMost(floored) : floored;
	return product(named('Volume paid for', 'cases a year', paid), input('unitPrice'));
}

function priceFormula(
	id: string,
	title: string,
	inputs: Formula['inputs'],
	price: Expression
): Formula {
	return {
		id,
		title,
		unit: '£',
		inputs: { ...inputs, index: FACTOR, months: MONTHS },
		expression: product(price, index, monthsShare)
	};
}

const block = priceFormula(
	'contract.block',
	'Price of the contract',
	{ blockPrice: fieldInput('blockPrice', 'Block price', '£ a year') },
	input('blockPrice')
);

const outcome = priceFormula(
	'contract.outcome',
	'Payments for outcomes',
	{
		outcomes: fieldInput('outcomes', 'Expected outcomes', 'outcomes a year'),
		tariff: fieldInput('tariff', 'Tariff', '£ an outcome')
	},
	product(input('outcomes'), input('tariff'))
);

const volumeFormulas = [false, true].map((hasMin) =>
	[false, true].map((hasMax) =>
		priceFormula(
			`contract.volume${hasMin ? '.min' : ''}${hasMax ? '.max' : ''}`,
			'Price of the volume',
			{
				volume: volumeInput('volume', 'Volume'),
				...(hasMin ? { minVolume: volumeInput('minVolume', 'Minimum volume') } : {}),
				...(hasMax ? { maxVolume: volumeInput('maxVolume', 'Maximum volume') } : {}),
				unitPrice: fieldInput('unitPrice', 'Unit price', '£ a case')
			},
			volumePrice(hasMin, hasMax)
		)
	)
);

const clientSide = priceFormula(
	'contract.clientSide',
	"The council's own cost of managing the contract",
	{ clientSideCost: fieldInput('clientSideCost', 'Client-side cost', '£ a year') },
	input('clientSideCost')
);

/** The lines of a contract: its price, the client side, and the notice that ending it early costs. */
export function contractLines(timed: Timed<Contract>, context: Context): readonly LineSpec[] {
	const record = anyContent(timed);
	const { removals } = timed;
	const line = (name: string, title: string, terms: LineSpec['terms']): LineSpec => ({
		id: `${timed.ref}/${name}`,
		title,
		figure: 'cost.contracts',
		part: record.id,
		heading: record.heading,
		terms
	});
	const lines = [
		line('price', record.title, (y) =>
			heldIn(timed, y).map((held) => priceTerm(timed.ref, held, context, context.first + y))
		),
		line('client-side', `Client side: ${record.title}`, (y) =>
			heldIn(timed, y).map((held) => clientSideTerm(timed.ref, held, context, context.first + y))
		)
	];
	if (removals.length === 0) return lines;
	return [
		...lines,
		{
			...line('notice', `Notice: ${record.title}`, (y) =>
				removals.flatMap((removal) => noticeTerms(timed.ref, removal, context, y))
			),
			figure: 'cost.oneOff',
			part: 'notice',
			heading: null
		}
	];
}

/** What a contract costs in one financial year before any change, up to its end, for a published base year. */
export function baseContractTerms(
	ref: string,
	record: Contract,
	context: Context,
	year: YearStart
): readonly Term[] {
	const months = Math.min(Math.max(endOf(record, year), 0), MONTHS_IN_YEAR);
	if (months === 0) return [];
	const held: Held<Contract> = { content: record, months, changes: [] };
	return [priceTerm(ref, held, context, year), clientSideTerm(ref, held, context, year)];
}

function priceTerm(ref: string, held: Held<Contract>, context: Context, year: YearStart): Term {
	const { content, months, changes, weights } = held;
	const term = (formula: Formula, values: Record<string, Value>): Term =>
		pricedTerm(context, year, content, { formula, record: ref, changes, weights, values });
	switch (content.payment) {
		case 'block':
			return term(block, { blockPrice: content.blockPrice ?? null, months });
		case 'outcome':
			return term(outcome, {
				outcomes: content.outcomes ?? null,
				tariff: content.tariff ?? null,
				months
			});
		case 'volume': {
			const { minVolume, maxVolume } = content;
			const byMin = volumeFormulas[minVolume === undefined ? 0 : 1];
			const formula = byMin?.[maxVolume === undefined ? 0 : 1];
			if (formula === undefined) throw new Error('a volume contract has four forms');
			const values: Record<string, Value> = {
				volume: content.volume ?? null,
				unitPrice: content.unitPrice ?? null,
				months
			};
			if (minVolume !== undefined) values['minVolume'] = minVolume;
			if (maxVolume !== undefined) values['maxVolume'] = maxVolume;
			return term(formula, values);
		}
	}
}

function clientSideTerm(
	ref: string,
	held: Held<Contract>,
	context: Context,
	year: YearStart
): Term {
	const { content, months, changes, weights } = held;
	return pricedTerm(context, year, content, {
		formula: clientSide,
		record: ref,
		changes,
		weights,
		values: { clientSideCost: content.clientSideCost, months }
	});
}

/**
 * The price of the months between leaving and the end of notice, up to the natural end or to the month in which the
 * contract runs again; paid in the year of leaving.
 */
function noticeTerms(
	ref: string,
	removal: Removal<Contract>,
	context: Context,
	y: number
): readonly Term[] {
	if (Math.floor(removal.month / 12) !== y) return [];
	const { content } = removal;
	const ends = Math.min(endOf(content, context.first), removal.until ?? Infinity);
	const months =
		content.noticeMonths === null
			? null
			: Math.max(
					0,
					Math.min(removal.noticeGiven + floatOf(content.noticeMonths), ends) - removal.month
				);
	const held = { content, months, changes: [removal.change], weights: only(removal.month) };
	const term = priceTerm(ref, held, context, context.first + y);
	return [{ ...term, elsewhere: { ...term.elsewhere, months: `${ref}.noticeMonths` } }];
}
