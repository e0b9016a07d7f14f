import { find, names, number, type Entry, type World, word } from './council';
import { ONE, ZERO, less, most, per, sum, times, type Fraction } from './fraction';
import { headingOf, line, type Line } from './lines';
import { byMonths, inMonth, monthIn, ownUplift } from './prices';

/** Yearly cost of a post's people in the financial year `year`. */
export function postCost(world: World, post: Entry, year: number): Fraction {
	const up = ownUplift(world, post, year);
	const filled = less(ONE, number(post, 'vacancy'));
	if (post['basis'] === 'allIn')
		return times(number(post, 'fte'), number(post, 'costPerFte'), up, filled);
	const heads = number(post, 'heads');
	if (heads.top === 0n) return ZERO;
	const pay = times(
		number(post, 'salary'),
		up,
		per(number(post, 'fte'), heads),
		sum(ONE, number(post, 'allowances'))
	);
	const rule = world.written('rules', word(post, 'niRule'));
	const rows = find(rule, 'rows') as readonly Entry[];
	const row = rows
		.filter((candidate) => word(candidate, 'from') <= `${year}-04-30`)
		.toSorted((a, b) => (word(a, 'from') < word(b, 'from') ? -1 : 1))
		.at(-1);
	if (row === undefined) throw new Error(`no NI row for ${year}`);
	const insurance = times(number(row, 'rate'), most(ZERO, less(pay, number(row, 'threshold'))));
	const employer = sum(
		pay,
		insurance,
		times(number(post, 'pensionRate'), pay),
		times(number(post, 'levyRate'), pay)
	);
	return times(heads, employer, filled);
}

/** The lines of all posts: pay, redundancy, and the share of pay that goes to the services of early help. */
export function staffLines(world: World, helpServices: readonly string[]): readonly Line[] {
	return world.ids('posts').flatMap((id) => {
		const written = world.written('posts', id);
		const heading = headingOf(written);
		const over = (worth: (post: Entry, year: number) => Fraction) =>
			byMonths(world, (month, year) =>
				sum(
					...world
						.at('posts', id, month)
						.map(({ weight, record }) => times(weight, worth(record, year)))
				)
			);
		const lines = [
			line(
				`posts/${id}/pay`,
				'cost.staffing',
				word(written, 'team'),
				heading,
				over((post, year) => postCost(world, post, year))
			)
		];
		const removal = world.removal('posts', id);
		if (removal !== null && !['redeployed', 'vacant'].includes(removal.edit.destination ?? ''))
			lines.push(
				line(
					`posts/${id}/redundancy`,
					'cost.oneOff',
					'redundancy',
					heading,
					inMonth(world, monthIn(world, removal.change.start), (year) =>
						times(number(written, 'redundancyCost'), ownUplift(world, written, year))
					)
				)
			);
		for (const service of helpServices)
			if (names(written, 'activities').includes(service))
				lines.push(
					line(
						`posts/${id}/help/${service}`,
						'cost.earlyHelp',
						service,
						heading,
						over((post, year) =>
							times(postCost(world, post, year), number(post, `activities.${service}`))
						)
					)
				);
		return lines;
	});
}

/** People or full-time equivalents of each team, on average over each year. */
export function staffCounts(
	world: World,
	field: 'heads' | 'fte'
): readonly { readonly team: string; readonly values: readonly Fraction[] }[] {
	return world.ids('posts').map((id) => ({
		team: word(world.written('posts', id), 'team'),
		values: byMonths(world, (month) =>
			sum(
				...world
					.at('posts', id, month)
					.map(({ weight, record }) => times(weight, number(record, field)))
			)
		)
	}));
}
