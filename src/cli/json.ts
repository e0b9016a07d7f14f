import type { Decimal } from 'decimal.js';
import { textOfWords, valueOf, type Comparison, type Projection } from '../lib/model';

type ByYear = readonly (string | null)[];

const PENCE_PLACES = 2;

/** A number as JSON text: money with two decimals, measures with those they have; null where it is blocked. */
export function text(value: Decimal | null, unit: string): string | null {
	if (value === null) return null;
	return unit === '£' ? value.toFixed(PENCE_PLACES) : value.toFixed();
}

/** Numbers by year as JSON text. */
export const texts = (values: readonly (Decimal | null)[], unit: string): ByYear =>
	values.map((value) => text(value, unit));

/** A projection as the documented JSON object. */
export function projectionJson(projection: Projection) {
	const { engine, council, scenario, years, figures, checks } = projection;
	return {
		engine,
		council: council.council.id,
		scenario: scenario.id,
		years,
		figures: Object.fromEntries(
			[...figures].map(([id, figure]) => [
				id,
				{
					label: figure.label,
					unit: figure.unit,
					byYear: texts(
						years.map((_, y) => valueOf(figure, y)),
						figure.unit
					),
					blockedBy: figure.blockedBy
				}
			])
		),
		checks: checks.map(({ id, ok, message }) => ({ id, ok, message: textOfWords(message) }))
	};
}

/** A comparison as the documented JSON object; a step of the bridge is the change of net cost, and its parts. */
export function comparisonJson({ a, b, years, figures, bridge }: Comparison) {
	return {
		a: a.scenario.id,
		b: b.scenario.id,
		years,
		figures: Object.fromEntries(
			[...figures].map(([id, own]) => [
				id,
				{
					a: texts(own.a, own.unit),
					b: texts(own.b, own.unit),
					difference: texts(own.difference, own.unit)
				}
			])
		),
		bridge: bridge.map((step) => ({
			change: step.change,
			title: step.title,
			byYear: texts(step.net, '£'),
			cashable: texts(step.cashable, '£'),
			avoidance: texts(step.avoidance, '£'),
			oneOff: texts(step.oneOff, '£'),
			capital: texts(step.capital, '£')
		}))
	};
}
