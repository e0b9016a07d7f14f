import { en as text } from '$lib/messages/en';
import { contextOf } from '$lib/server/access/policy';
import { cardsFor } from '../cards.server';
import { valuesOf } from '../cells';
import { askedFor, comparisonOf, projectionOf } from '../council.server';
import type { PageServerLoad } from './$types';
import { bridgeView } from './bridgePage';
import { chosenScenarios } from './choice';
import {
	blanksOf,
	capitalRows,
	checkLines,
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

/** Two to five scenarios of a council side by side, the first being the comparator. */
export const load = ((event) => {
	const asked = askedFor(event);
	const query = event.url.searchParams;
	const scenarios = chosenScenarios(asked.council, query.getAll('with'));
	const [base, ...others] = scenarios;
	const options = asked.council.scenarios.map(({ id, title }) => ({ id, title }));
	if (base === undefined || others.length === 0)
		return { options, page: null, cards: null, title: text.compare.title };
	const sides = {
		base: projectionOf(asked, base),
		others: others.map((other) => comparisonOf(asked, base, other))
	};
	const { years } = sides.base;
	const wanted = query.get('year');
	const year = wanted !== null && years.includes(wanted) ? wanted : null;
	const view = { year, all: query.get('rows') === 'all' };
	return {
		title: text.compare.title,
		options,
		cards: cardsFor(event, contextOf(event), asked),
		page: {
			...view,
			years,
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
			children: childrenByType(sides),
			childrenInAll: valuesOf(sides.base, 'care.children'),
			checks: checkLines(projectionsOf(sides))
		}
	};
}) satisfies PageServerLoad;
