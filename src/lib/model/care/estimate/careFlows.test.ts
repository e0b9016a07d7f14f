import { describe, expect, test } from 'vitest';
import { inventedReturn } from '../../../../../tests/support/careHistories';
import { councilWith, projected, shownFigure } from '../../../../../tests/support/council';
import { bought } from '../../../../../tests/support/records';
import { parseDay } from '../../calendar/days';
import { cleanReturn } from '../return/clean';
import { publicCount } from '../../disclosure/suppress';
import { bandOf } from './bands';
import { careFlowsFrom } from './careFlows';
import { countReturn } from './counts';
import { forecastCare } from './forecast';
import { careRates } from './rates';
import { RETURN_TYPE_IDS, type ReturnType } from './types';

const day = (text: string) => parseDay(text) ?? NaN;
const WINDOW = { from: day('2020-04-01'), to: day('2025-03-31') };
const counts = countReturn(
	cleanReturn(inventedReturn({ seed: 11, from: '2020-04-01', to: '2025-03-31' })),
	WINDOW
);
const rates = careRates(counts);
const OWN = Object.fromEntries(RETURN_TYPE_IDS.map((id) => [id, id])) as Record<ReturnType, string>;
/** A council that keeps children with parents and elsewhere as one type, and both sorts of foster care. */
const MERGED = { ...OWN, kinship: 'foster', parents: 'other', secure: 'other', adoption: 'other' };

const stock = counts.closing.map(({ age, type, children }) => ({
	band: bandOf(age),
	type,
	children,
	shown: publicCount(children)
}));

const baselineOf = (typeIds: Readonly<Record<ReturnType, string>>) => ({
	placementTypes: [...new Set(Object.values(typeIds))].map((id) => bought({ id, title: id })),
	careFlows: [...careFlowsFrom({ counts, rates, stock, typeIds, source: 'Return of 2021 to 2025' })]
});

const totals = (typeIds: Readonly<Record<ReturnType, string>>): readonly number[] =>
	shownFigure(projected({ baseline: baselineOf(typeIds) }), 'care.children').map(Number);

describe('an estimate as records of a baseline', () => {
	const forecast = forecastCare({
		opening: counts.closing,
		rates,
		start: WINDOW.to,
		until: day('2028-03-31')
	});
	const all = forecast.series.find(({ band, type }) => band === null && type === null);
	const yearEnds = [11, 23, 35].map((month) => all?.mean[month] ?? NaN);

	test('is projected by the engine to what the estimate’s own forecast expects', () => {
		totals(OWN).forEach((children, y) => {
			// The records know ages by band alone, the forecast by year, and a year of entries has 365 days: two in a hundred.
			expect(Math.abs(children / (yearEnds[y] ?? NaN) - 1)).toBeLessThan(0.02);
		});
	});

	test('of types that the council keeps as one has nearly the same children', () => {
		totals(MERGED).forEach((children, y) => {
			expect(Math.abs(children / (yearEnds[y] ?? NaN) - 1)).toBeLessThan(0.03);
		});
	});

	test('starts from every child of the window’s last day, and parts nobody in two', () => {
		const { careFlows } = councilWith({ baseline: baselineOf(MERGED) }).baseline;
		const stock = careFlows.find(({ flow }) => flow === 'stock');
		expect(stock).toMatchObject({ date: '2025-03-31' });
		const shares = careFlows.flatMap((flow) => (flow.flow === 'share' ? [flow.share] : []));
		expect(shares.reduce((sum, share) => sum + Number(share), 0)).toBeCloseTo(1, 12);
		expect(stock?.flow === 'stock' && Number(stock.children)).toBe(
			counts.closing.reduce((sum, { children }) => sum + children, 0)
		);
	});

	test('says of no rate from how few children it comes', () => {
		const notes = careFlowsFrom({ counts, rates, stock, typeIds: OWN, source: 'Return' }).flatMap(
			({ evidence }) => Object.values(evidence ?? {}).map(({ note }) => note ?? '')
		);
		expect(notes.filter((note) => /: [1-5] /.test(note))).toEqual([]);
		expect(notes.some((note) => note.startsWith('Return: c exits in '))).toBe(true);
		expect(notes.some((note) => /^Return: c of \d+ children$/.test(note))).toBe(true);
	});

	test('says of each rate where it comes from and how far it may be off', () => {
		const rate = rates.exits.find(({ band, type }) => band === '10-15' && type === 'foster');
		const row = careFlowsFrom({ counts, rates, stock, typeIds: OWN, source: 'Return' }).find(
			({ id }) => id === 'exits-10-15-foster'
		);
		const evidence = row?.evidence?.['ratePerDay'];
		expect(evidence?.note).toBe(
			`Return: ${rate?.events ?? ''} exits in ${rate?.childDays ?? ''} child-days`
		);
		const [low, mode, high] = [evidence?.low, evidence?.mode, evidence?.high].map(Number) as [
			number,
			number,
			number
		];
		// Mean and variance of a PERT distribution.
		const mean = (low + 4 * mode + high) / 6;
		expect(mean / (rate?.perDay ?? NaN)).toBeCloseTo(1, 6);
		expect(Math.sqrt(((mean - low) * (high - mean)) / 7) / (rate?.spread ?? NaN)).toBeCloseTo(1, 6);
	});
});
