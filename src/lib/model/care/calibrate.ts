import { daysInYear, parseYear } from '../calendar/calendar';
import { input, quotient, type Formula } from '../formula/expression';
import { evaluate } from '../formula/evaluate';
import { blanksOf, exactInput, inputRef, linePence, type Term } from '../formula/term';
import { blocked, floatOf, isBlocked, isKnown, type Blocked, type Value } from '../formula/value';
import type { Context } from '../ledger/context';
import type { Timed } from '../ledger/line';
import { baseYearTerms } from '../ledger/placements';
import { publishedFigure } from '../ledger/headings';
import { poundsOf } from '../money/money';
import type { Assumption } from '../records/assumption';
import type { CareFlow } from '../records/careFlow';
import type { Heading } from '../records/heading';
import type { PlacementType } from '../records/placementType';
import type { Decimal } from 'decimal.js';

/** Decimal places that the calibration factor is rounded to, so that a person can repeat the sum. */
const FACTOR_PLACES = 6;

const calibrationFactor: Formula = {
	id: 'care.calibration',
	title: 'Calibration factor',
	unit: 'factor',
	inputs: {
		published: { label: 'Published placement cost of the base year', unit: '£' },
		modelled: { label: 'Modelled placement cost of the base year', unit: '£' }
	},
	expression: quotient(input('published'), input('modelled'))
};

/** How placement cost is brought to a published outturn: a factor on prices or on entries, 1 where there is none. */
export interface Calibration {
	readonly onPrices: Value;
	readonly onEntries: Value;
	/** The factor's own term; null where nothing is calibrated. */
	readonly term: Term | null;
	/** The modelled cost of the base year by placement type. */
	readonly modelled: readonly Term[];
}

/** The records that calibration reads. */
export interface CalibrationRecords {
	readonly assumptions: readonly Assumption[];
	readonly headings: readonly Heading[];
	readonly placementTypes: readonly Timed<PlacementType>[];
	readonly careFlows: readonly Timed<CareFlow>[];
}

/** The calibration that a council's assumptions ask for, from its records before any change. */
export function calibrationOf(records: CalibrationRecords, context: Context): Calibration {
	const assumption = records.assumptions.find(({ use }) => use === 'calibration');
	const none: Calibration = { onPrices: 1, onEntries: 1, term: null, modelled: [] };
	if (assumption?.use !== 'calibration') return none;
	const heading = records.headings.find(({ id }) => id === assumption.heading);
	if (heading === undefined) return none;
	// The factor compares cash with cash, whatever terms the projection is shown in.
	const cash: Context = { ...context, terms: 'cash' };
	const modelled = modelledBaseYear(records, assumption, heading, cash);
	const published = publishedFigure(heading);
	const term: Term = {
		formula: calibrationFactor,
		record: `assumptions/${assumption.id}`,
		changes: [],
		values: {
			published: published.value,
			modelled: isBlocked(modelled) ? modelled : poundsOfTerms(modelled)
		},
		elsewhere: {
			published: `headings/${heading.id}.${published.field}`,
			modelled: 'care.baseYearCost'
		}
	};
	const factor = factorOf(term);
	return {
		onPrices: assumption.on === 'prices' ? factor : 1,
		onEntries: assumption.on === 'entries' ? factor : 1,
		term,
		modelled: isBlocked(modelled) ? [] : modelled
	};
}

/** The factor that brings what is modelled to what is published, so that a person can repeat the sum; blocked where there is none. */
export function factorBetween(
	published: Value,
	modelled: Value,
	record: string
): Decimal | Blocked {
	const elsewhere = { published: record, modelled: 'care.baseYearCost' };
	const values = { published, modelled };
	return factorOf({ formula: calibrationFactor, record, changes: [], values, elsewhere });
}

function factorOf(term: Term): Decimal | Blocked {
	const blanks = blanksOf(term);
	if (blanks.length > 0) return blocked(blanks, term.values);
	const factor = evaluate(term.formula.expression, (name) => exactInput(term, name));
	// A modelled cost of nothing, or a published figure below nothing, calibrates nothing.
	if (!factor.isFinite()) return blocked([`${term.record} (the modelled cost is £0)`], term.values);
	if (factor.isNegative() && !factor.isZero())
		return blocked([`${inputRef(term, 'published')} (it is below £0)`], term.values);
	return factor.toDecimalPlaces(FACTOR_PLACES);
}

function poundsOfTerms(terms: readonly Term[]): Value {
	let pence = 0;
	for (const term of terms) {
		const value = linePence([term]);
		if (isBlocked(value))
			return blocked(
				terms.flatMap(blanksOf),
				terms.map(({ values }) => values)
			);
		pence += value;
	}
	return poundsOf(pence);
}

/** The base year's average children by type, all year long at its prices, on the same margin as the projection. */
function modelledBaseYear(
	records: CalibrationRecords,
	assumption: Extract<Assumption, { use: 'calibration' }>,
	heading: Heading,
	context: Context
): readonly Term[] | Blocked {
	const year = parseYear(heading.baseYear) ?? context.first;
	const average = assumption.averageChildren;
	const blanks = average === null ? [`assumptions/${assumption.id}.averageChildren`] : [];
	const flows = records.careFlows.flatMap(({ ref, base }) =>
		base === null ? [] : [{ ref, base }]
	);
	const terms = records.placementTypes.flatMap((type): readonly Term[] => {
		if (type.base === null) return [];
		let share = 0;
		for (const { ref, base } of flows)
			if (base.flow === 'share' && `placementTypes/${base.type}` === type.ref)
				if (isKnown(base.share)) share += floatOf(base.share);
				else blanks.push(`${ref}.share`);
		const own = baseYearTerms(
			type.base,
			floatOf(average ?? 0) * share,
			daysInYear(year),
			context,
			year
		);
		if (!isBlocked(own)) return own;
		blanks.push(...own.waitsFor);
		return [];
	});
	return blanks.length > 0 ? blocked(blanks, { average, flows, heading }) : terms;
}
