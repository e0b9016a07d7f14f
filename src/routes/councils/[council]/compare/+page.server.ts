import { en as text } from '$lib/messages/en';
import { alongside } from '$lib/model';
import { contextOf } from '$lib/server/access/policy';
import { cardsFor } from '../cards.server';
import { valuesOf } from '../cells';
import { askedFor, comparisonOf, projectionOf } from '../council.server';
import { apartIn } from '../standing';
import type { PageServerLoad } from './$types';
import { bridgeView } from './bridgePage';
import { chosenScenarios } from './choice';
import {
	blanksOf,
	capitalRows,
	childrenByType,
	headlines,
	keyFigures,
	measureRows,
	moneyRows,
	netRows,
	paybacks,
	projectionsOf,
	savingsRows,
	sideColumns,
	yearOrLast,
	yearsWithoutEffect
} from './comparePage';
import { checkLines } from './checkLines';

/** Two to five scenarios of a council side by side, the first being the comparator. */
export const load = ((event) => {
	const asked = askedFor(event);
	const query = event.url.searchParams;
	const scenarios = chosenScenarios(asked.council, query.getAll('with'));
	const [base, ...others] = scenarios;
	const options = asked.council.scenarios.map(({ id, title }) => ({ id, title }));
	const [next] = others;
	if (base === undefined || next === undefined)
		return { options, page: null, cards: null, apart: null, title: text.compare.title };
	const apart = apartIn(asked.council, scenarios);
	if (apart !== null) return { options, page: null, cards: null, apart, title: text.compare.title };
	const sides = {
		base: projectionOf(asked, alongside(asked.council, base, next)),
		others: others.map((other) => comparisonOf(asked, base, other))
	};
	const { years } = sides.base;
	const first = asked.council.scenarios[0];
	const isShown = first === undefined || scenarios.some(({ id }) => id === first.id);
	const nothing = isShown ? null : projectionOf(asked, alongside(asked.council, first, base));
	const wanted = query.get('year');
	const year = wanted !== null && years.includes(wanted) ? wanted : null;
	const view = { year, all: query.get('rows') === 'all' };
	return {
		title: text.compare.title,
		options,
		apart: null,
		cards: cardsFor(event, contextOf(event), asked),
		page: {
			...view,
			years,
			baseline: sides.base.scenario.baseline,
			shownYear: yearOrLast(sides, year),
			chosen: scenarios.map(({ id, title }) => ({ id, title })),
			headlines: headlines(sides),
			withoutEffect: yearsWithoutEffect(sides),
			blanks: blanksOf(sides),
			keyFigures: keyFigures(sides),
			net: netRows(sides),
			paybacks: paybacks(sides),
			sideColumns: sideColumns(sides),
			money: moneyRows(sides, view),
			capital: capitalRows(sides, view),
			measures: measureRows(sides, view),
			savings: savingsRows(sides, view),
			bridges: sides.others.map((comparison) => bridgeView(comparison, year)),
			children: childrenByType(sides, nothing),
			nothing: nothing?.scenario.title ?? null,
			childrenInAll: valuesOf(sides.base, 'care.children'),
			checks: checkLines(projectionsOf(sides))
		}
	};
}) satisfies PageServerLoad;
