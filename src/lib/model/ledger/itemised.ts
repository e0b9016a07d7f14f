import { parseYear, type YearStart } from '../calendar/calendar';
import { linePence, type Term } from '../formula/term';
import { blocked, isBlocked, type Blocked } from '../formula/value';
import { input, indexFactor as index, product, type Formula } from '../formula/expression';
import { poundsOf } from '../money/money';
import type { Heading } from '../records/heading';
import { pricedTerm, type Context } from './context';
import { FACTOR, type LineSpec } from './line';
import type { Decimal } from 'decimal.js';

/** A record that a published heading may contain, with what it costs in any financial year before changes. */
export interface BaseLine {
	readonly ref: string;
	readonly title: string;
	readonly heading: string;
	readonly scope: 'included' | 'excluded' | 'unknown';
	readonly terms: (year: YearStart) => readonly Term[];
}

/** What the records that a heading surely contains cost in its base year; blocked where one of them is. */
export function itemisedIn(heading: Heading, lines: readonly BaseLine[]): Decimal | Blocked {
	return inBaseYear(
		heading,
		lines.filter((line) => line.heading === heading.id && line.scope === 'included')
	);
}

function inBaseYear(heading: Heading, lines: readonly BaseLine[]): Decimal | Blocked {
	const year = parseYear(heading.baseYear) ?? 0;
	let pence = 0;
	const waiting: Blocked[] = [];
	const terms = lines.flatMap((line) => line.terms(year));
	for (const term of terms) {
		const value = linePence([term]);
		if (isBlocked(value)) waiting.push(value);
		else pence += value;
	}
	if (waiting.length > 0)
		return blocked(
			waiting.flatMap(({ waitsFor }) => waitsFor),
			terms.map(({ formula, record, values }) => ({ formula: formula.id, record, values }))
		);
	return poundsOf(pence);
}

const unknownScope: Formula = {
	id: 'heading.unknownScope',
	title: 'Cost that the heading may contain already',
	unit: '£',
	inputs: { baseYear: { label: 'Cost in the base year', unit: '£' }, index: FACTOR },
	expression: product(input('baseYear'), index)
};

/**
 * What would come off a heading's remainder if the records whose scope is unknown were inside it: the width of the
 * range that totals have until somebody finds out. Beside the totals.
 */
export function unknownScopeLines(
	heading: Heading,
	lines: readonly BaseLine[],
	context: Context
): readonly LineSpec[] {
	if (heading.use !== 'remainder') return [];
	return lines
		.filter((line) => line.heading === heading.id && line.scope === 'unknown')
		.map((line) => ({
			id: `headings/${heading.id}/unknown/${line.ref}`,
			title: `${line.title}: may be inside ${heading.title}`,
			figure: 'cost.unknownScope',
			part: heading.id,
			heading: null,
			terms: (y) => [
				pricedTerm(
					context,
					context.first + y,
					{ index: heading.index, priceYear: heading.baseYear },
					{
						formula: unknownScope,
						record: line.ref,
						changes: [],
						values: { baseYear: inBaseYear(heading, [line]) },
						elsewhere: { baseYear: `heading.unknown/${heading.id}/${line.ref}` }
					}
				)
			]
		}));
}
