import { has, number, text, type Entry, type World } from './council';
import { double, less, per, sum, times, whole, ZERO, type Fraction } from './fraction';
import { headingOf, line, type Line } from './lines';
import { byMonths, inMonth, monthIn, ownUplift, yearStart } from './prices';

/** The month in which a change closes a building; null where none does. */
export function closing(world: World, id: string): number | null {
	const removal = world.removal('buildings', id);
	if (removal === null) return null;
	if (removal.change.end !== null) throw new Error(`${id} closes for a time only`);
	return monthIn(world, removal.change.start);
}

/** Yearly running cost of an open building, less what it earns. */
export function runningCost(world: World, building: Entry, year: number): Fraction {
	const costs = [
		'rent',
		'rates',
		'utilities',
		'cleaning',
		'facilities',
		'insurance',
		'maintenance'
	];
	const net = less(
		sum(...costs.map((field) => number(building, field))),
		number(building, 'income')
	);
	return times(net, ownUplift(world, building, year));
}

/** The lines of all buildings: running, what closing costs, and their capital. */
export function buildingLines(world: World): readonly Line[] {
	return world.ids('buildings').flatMap((id) => {
		const written = world.written('buildings', id);
		const heading = headingOf(written);
		const closed = closing(world, id);
		const once = (field: string, month: number) =>
			inMonth(world, month, (year) =>
				times(number(written, field), ownUplift(world, written, year))
			);
		const lines = [
			line(
				`buildings/${id}/running`,
				'cost.buildings',
				id,
				heading,
				byMonths(world, (month, year) =>
					sum(
						...world
							.at('buildings', id, month)
							.map(({ weight, record }) => times(weight, runningCost(world, record, year)))
					)
				)
			)
		];
		const due = text(written, 'backlogDue');
		if (due !== null) {
			const april = 12 * (yearStart(due) - world.first);
			if (closed === null || closed > april)
				lines.push(
					line(`buildings/${id}/backlog`, 'capital.spend', id, heading, once('backlog', april))
				);
		}
		if (closed === null) return lines;
		const empty = double(number(written, 'voidMonths'));
		lines.push(
			line(
				`buildings/${id}/holding`,
				'cost.buildings',
				id,
				heading,
				byMonths(world, (month, year) =>
					month >= closed && month < closed + empty
						? times(number(written, 'holdingCost'), ownUplift(world, written, year))
						: ZERO
				)
			),
			line(
				`buildings/${id}/dilapidations`,
				'cost.oneOff',
				'closures',
				heading,
				once('dilapidations', closed)
			),
			line(`buildings/${id}/moves`, 'cost.oneOff', 'closures', heading, once('moveCost', closed))
		);
		const sold =
			closed + (has(written, 'receiptMonths') ? double(number(written, 'receiptMonths')) : 0);
		const cash = (field: string) => inMonth(world, sold, () => number(written, field));
		if (has(written, 'receipt'))
			lines.push(line(`buildings/${id}/receipt`, 'capital.receipts', id, heading, cash('receipt')));
		if (has(written, 'clawback'))
			lines.push(line(`buildings/${id}/clawback`, 'capital.spend', id, heading, cash('clawback')));
		return lines;
	});
}

/** Whether each building is open on 31 March of each year: 1 or 0. */
export function openCounts(
	world: World
): readonly { readonly building: string; readonly values: readonly number[] }[] {
	return world.ids('buildings').map((building) => ({
		building,
		values: Array.from(
			{ length: world.years },
			(_, y) => world.at('buildings', building, 12 * y + 11).length
		)
	}));
}

/** What an open building's rooms can see in a month for a service [cases]. */
export function roomCases(building: Entry, service: string, sessionsPerCase: Fraction): Fraction {
	if (!has(building, `services.${service}`)) return whole(0);
	return per(
		times(
			number(building, `services.${service}.sessionsPerMonth`),
			number(building, `services.${service}.placesPerSession`)
		),
		sessionsPerCase
	);
}
