import { clientSide, contractPrice } from './bought';
import { find, monthNumber, number, text, type Entry, type World, word } from './council';
import { runningCost } from './estate';
import { below, less, over, read, roundedTo, sum, times, ZERO, type Fraction } from './fraction';
import { line, type Line } from './lines';
import { byMonths, inMonth, label, monthIn, uplift, yearStart } from './prices';
import { postCost } from './staff';

/** What a record of the agreed baseline costs in a year when nothing changes it: each of its lines in whole pence. */
function yearlyCost(world: World, kind: string, record: Entry, year: number): Fraction {
	const inPence = (pounds: Fraction) => roundedTo(pounds, 2);
	if (kind === 'posts') return inPence(postCost(world, record, year));
	if (kind === 'buildings') return inPence(runningCost(world, record, year));
	// A contract that ends in the year, or has ended before it, is in that year's figure only as long as it ran.
	const ends = text(record, 'ends');
	const ran = ends === null ? 12 : Math.max(0, Math.min(12, monthNumber(ends, year)));
	return sum(
		...[contractPrice, clientSide].map((cost) =>
			inPence(times(cost(world, record, year), over(BigInt(ran), 12n)))
		)
	);
}

function recordsUnder(world: World, heading: string, scope: string) {
	return ['posts', 'buildings', 'contracts'].flatMap((kind) =>
		world
			.before(kind)
			.filter((record) => record['heading'] === heading && record['headingScope'] === scope)
			.map((record) => ({ kind, record }))
	);
}

/** The lines of the published headings: remainder, overspend, income, and what may be in them already. */
export function headingLines(world: World): readonly Line[] {
	return world.ids('headings').flatMap((id) => {
		const heading = world.written('headings', id);
		const use = word(heading, 'use');
		if (!['remainder', 'income'].includes(use) || heading['scope'] === 'excluded') return [];
		if (heading['scope'] === 'unknown') throw new Error(`${id}: its scope is not known`);
		const base = yearStart(word(heading, 'baseYear'));
		const indexed = (amount: Fraction) =>
			Array.from({ length: world.years }, (_, y) =>
				times(amount, uplift(world, text(heading, 'index'), base, world.first + y))
			);
		const figure = number(heading, word(heading, 'basis'));
		if (use === 'income')
			return [line(`headings/${id}/income`, 'income.total', id, id, indexed(figure))];
		const overspent =
			heading['basis'] === 'outturn' &&
			text(heading, 'budget') !== null &&
			below(number(heading, 'budget'), figure);
		const whole = overspent ? number(heading, 'budget') : figure;
		const itemised = sum(
			...recordsUnder(world, id, 'included').map(({ kind, record }) =>
				yearlyCost(world, kind, record, base)
			)
		);
		const lines = [
			line(`headings/${id}/remainder`, 'cost.headings', id, id, indexed(less(whole, itemised)))
		];
		if (overspent)
			lines.push(
				line(`headings/${id}/overspend`, 'cost.headings', id, id, indexed(less(figure, whole)))
			);
		for (const { kind, record } of recordsUnder(world, id, 'unknown'))
			lines.push(
				line(
					`headings/${id}/unknown/${kind}/${record.id}`,
					'cost.unknownScope',
					id,
					id,
					indexed(yearlyCost(world, kind, record, base))
				)
			);
		return lines;
	});
}

/** What each funding stream pays by year. */
export function fundingLines(world: World): readonly Line[] {
	return world.ids('fundingStreams').map((id) => {
		const stream = world.written('fundingStreams', id);
		const amounts = find(stream, 'amounts') as Readonly<Record<string, string>>;
		const last = Object.keys(amounts).toSorted().at(-1) ?? '';
		const ends = text(stream, 'ends');
		return line(
			`fundingStreams/${id}/amount`,
			'funding.total',
			id,
			null,
			byMonths(world, (month, year) => {
				if (ends !== null && month >= monthIn(world, ends)) return ZERO;
				const own = amounts[label(year)];
				if (own !== undefined) return read(own);
				return stream['afterLast'] === 'continues' && label(year) > last
					? read(amounts[last] ?? '0')
					: ZERO;
			})
		);
	});
}

/** The savings that each target's last version asks for, adding up year on year. */
export function targetLines(world: World): readonly Line[] {
	return world.ids('savingsTargets').map((id) => {
		const target = world.written('savingsTargets', id);
		const version = (find(target, 'versions') as readonly Entry[]).at(-1);
		if (version === undefined) throw new Error(`${id} has no version`);
		const asked = find(version, 'amounts') as Readonly<Record<string, string>>;
		return line(
			`savingsTargets/${id}/target`,
			'savings.target',
			id,
			null,
			Array.from({ length: world.years }, (_, y) =>
				version['status'] === 'withdrawn'
					? ZERO
					: sum(
							...Object.entries(asked)
								.filter(([year]) => yearStart(year) <= world.first + y)
								.map(([, amount]) => read(amount))
						)
			)
		);
	});
}

/** The one-off sums of the changes, in cash. */
export function changeLines(world: World): readonly Line[] {
	const figures = {
		revenue: 'cost.oneOff',
		capitalSpend: 'capital.spend',
		capitalReceipt: 'capital.receipts'
	};
	return world.changes.flatMap((change) =>
		change.oneOffs.map((sumOnce, i) =>
			line(
				`changes/${change.id}/${i}`,
				figures[sumOnce.ledger],
				change.id,
				null,
				inMonth(world, monthIn(world, sumOnce.month), () => read(sumOnce.amount))
			)
		)
	);
}

/** What the interventions cost beyond posts and contracts: so much a family that its service saw. */
export function interventionLines(
	world: World,
	servedInYear: (service: string, y: number) => Fraction
): readonly Line[] {
	return world.ids('interventions').map((id) => {
		const help = world.written('interventions', id);
		return line(
			`interventions/${id}/families`,
			'cost.interventions',
			id,
			null,
			Array.from({ length: world.years }, (_, y) =>
				times(
					number(help, 'costPerFamily'),
					servedInYear(word(help, 'service'), y),
					uplift(world, text(help, 'index'), yearStart(word(help, 'priceYear')), world.first + y)
				)
			)
		);
	});
}
