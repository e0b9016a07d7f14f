import { has, number, text, type Entry, type World } from './council';
import { double, least, most, per, sum, times, whole, ZERO, type Fraction } from './fraction';
import { headingOf, line, type Line } from './lines';
import { byMonths, inMonth, monthIn, ownUplift } from './prices';

/** True where a contract has come to its own end by a month. */
export function ended(world: World, contract: Entry, month: number): boolean {
	const ends = text(contract, 'ends');
	return ends !== null && month >= monthIn(world, ends);
}

/** Yearly price of a contract to its provider. */
export function contractPrice(world: World, contract: Entry, year: number): Fraction {
	const up = ownUplift(world, contract, year);
	if (contract['payment'] === 'block') return times(number(contract, 'blockPrice'), up);
	if (contract['payment'] === 'outcome')
		return times(number(contract, 'outcomes'), number(contract, 'tariff'), up);
	let volume = number(contract, 'volume');
	if (has(contract, 'minVolume')) volume = most(volume, number(contract, 'minVolume'));
	if (has(contract, 'maxVolume')) volume = least(volume, number(contract, 'maxVolume'));
	return times(volume, number(contract, 'unitPrice'), up);
}

/** Yearly cost of the council's own management of a contract. */
export function clientSide(world: World, contract: Entry, year: number): Fraction {
	return times(number(contract, 'clientSideCost'), ownUplift(world, contract, year));
}

/** The lines of all contracts: price, client side, notice, and both once more where they buy early help. */
export function contractLines(world: World, helpServices: readonly string[]): readonly Line[] {
	return world.ids('contracts').flatMap((id) => {
		const written = world.written('contracts', id);
		const heading = headingOf(written);
		const over = (worth: (contract: Entry, year: number) => Fraction) =>
			byMonths(world, (month, year) =>
				sum(
					...world
						.at('contracts', id, month)
						.map(({ weight, record }) =>
							ended(world, record, month) ? ZERO : times(weight, worth(record, year))
						)
				)
			);
		const price = over((contract, year) => contractPrice(world, contract, year));
		const own = over((contract, year) => clientSide(world, contract, year));
		const lines = [
			line(`contracts/${id}/price`, 'cost.contracts', id, heading, price),
			line(`contracts/${id}/client-side`, 'cost.contracts', id, heading, own)
		];
		const service = text(written, 'service');
		if (service !== null && helpServices.includes(service))
			lines.push(
				line(`contracts/${id}/price/help`, 'cost.earlyHelp', service, heading, price),
				line(`contracts/${id}/client-side/help`, 'cost.earlyHelp', service, heading, own)
			);
		const removal = world.removal('contracts', id);
		if (removal !== null) {
			const start = monthIn(world, removal.change.start);
			const given = monthIn(world, removal.edit.noticeGiven ?? removal.change.start);
			const ends = text(written, 'ends');
			const paidTo = Math.min(
				given + double(number(written, 'noticeMonths')),
				ends === null ? Infinity : monthIn(world, ends)
			);
			lines.push(
				line(
					`contracts/${id}/notice`,
					'cost.oneOff',
					'notice',
					heading,
					inMonth(world, start, (year) =>
						times(
							per(contractPrice(world, written, year), whole(12)),
							whole(Math.max(0, paidTo - start))
						)
					)
				)
			);
		}
		return lines;
	});
}
