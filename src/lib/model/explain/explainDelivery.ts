import type { Decimal } from 'decimal.js';
import type { Move } from '../capacity/demand';
import type { Destination } from '../capacity/nearest';
import { boughtTerm, peopleTerm, roomsTerm } from '../capacity/supply';
import type { Supply } from '../capacity/supplies';
import { exact } from '../figures/figure';
import { explainTerm } from '../formula/explain';
import type { Term } from '../formula/term';
import { heldIn, type Held, type Timed } from '../ledger/line';
import type { Series } from '../ledger/series';
import type { AnyRecord } from '../records/kinds';
import type { Service } from '../records/service';
import type { Run } from '../run/run';
import { afterChanges, type Body, type Working } from './working';

/** How the families served came about: demand, capacity, and who provides it, as each stands in the year. */
export function deliveryWorking(run: Run, series: Series, y: number): Body {
	const [service = '', area = ''] = series.part.split('/');
	const delivery = run.deliveries.find((one) => one.service === service && one.area === area);
	const supply = run.supplies.find((one) => one.service.ref === `services/${service}`);
	const cases = (label: string, figure: string, values: Float64Array): Working => ({
		label,
		unit: 'cases',
		value: exact(
			values.slice(12 * y, 12 * y + 12).reduce((sum, value) => sum + value, 0),
			'cases'
		),
		figure: `${figure}/${series.part}`,
		parts: []
	});
	return {
		formula: 'Served = smallest of (Demand; Capacity), month by month; the rest is unmet or spare',
		parts: [
			...(delivery === undefined || 'blocked' in delivery
				? []
				: [
						cases(
							'Demand, after users of closed buildings have moved or gone',
							'capacity.demand',
							delivery.demand
						),
						cases('Capacity', 'capacity.total', delivery.capacity),
						cases('Served', 'capacity.served', delivery.served),
						...(supply?.moves ?? []).flatMap((move) => moveParts(move, service, area, y))
					]),
			...(supply === undefined
				? []
				: [...askedFor(supply.service, area, y), ...supplyParts(supply, service, area, y)])
		]
	};
}

/** How a closed building changes the demand of an area in a year: who leaves it, and who arrives from where. */
function moveParts(move: Move, service: string, area: string, y: number): readonly Working[] {
	const { building, title, to, content } = move;
	const users = content.services[service]?.casesPerMonth ?? null;
	const input = (field: string, label: string, unit: string, value: Decimal | null): Working => ({
		label,
		unit,
		value,
		ref: `${building}.${field}`,
		...(value === null ? { waitsFor: [`${building}.${field}`] } : {}),
		parts: []
	});
	const part = (label: string, values: Float64Array | undefined, sign: 1 | -1, note: string) => {
		const inYear = values?.slice(12 * y, 12 * y + 12) ?? new Float64Array();
		const sum = inYear.reduce((total, own) => total + own, 0);
		return sum === 0
			? []
			: [
					{
						label,
						unit: 'cases',
						value: exact(sign * sum, 'cases'),
						note,
						parts: [
							input(`services.${service}.casesPerMonth`, 'Users', 'cases a month', users),
							input('retainedShare', 'Retained users', 'share of 1', content.retainedShare)
						]
					}
				];
	};
	return [
		...part(`Users who leave ${title}, which closes`, move.leaving.get(area), -1, whereTo(to)),
		...part(`Users of ${title} who go on here`, move.arriving.get(area), 1, whereTo(to))
	];
}

function whereTo(to: Destination): string {
	if (to === null) return 'No open building offers the service, so that nobody goes on';
	if (to === 'own area')
		return 'Which open building is nearest cannot be told without coordinates; those who go on stay in their own area';
	return `Those who go on do so at ${to.title}, ${(to.metres / METRES_IN_KM).toFixed(1)} km away`;
}

const METRES_IN_KM = 1000;

/** What the service says of itself in the year, version by version. */
function askedFor(timed: Timed<Service>, area: string, y: number): readonly Working[] {
	return heldIn(timed, y).flatMap((held) => {
		const field = (name: string, label: string, unit: string, value: Decimal | null): Working => ({
			label: label + afterChanges(held.changes),
			unit,
			value,
			ref: `${timed.ref}.${name}`,
			...(value === null ? { waitsFor: [`${timed.ref}.${name}`] } : {}),
			...noteOf([heldFor([held], y)]),
			parts: []
		});
		const { demand, monthsPerCase } = held.content;
		return [
			...(area in demand
				? [field(`demand.${area}`, 'Demand', 'cases a month', demand[area] ?? null)]
				: []),
			field('monthsPerCase', 'Months per case', 'months', monthsPerCase)
		];
	});
}

/** The posts, contracts and rooms that serve an area, each with each version of the service that it meets. */
function supplyParts(
	{ service: timed, posts, contracts, buildings, teams }: Supply,
	service: string,
	area: string,
	y: number
): readonly Working[] {
	const services = heldIn(timed, y);
	const areaOfTeam = new Map(teams.map((team) => [team.id, team.area]));
	const parts = <R extends AnyRecord>(
		records: readonly Timed<R>[],
		servedBy: (content: R) => string | null,
		termOf: (ref: string, content: R, service: Service) => Term | null
	): readonly Working[] =>
		records.flatMap((record) =>
			heldIn(record, y).flatMap((held) =>
				services.flatMap((own): readonly Working[] => {
					const from = servedBy(held.content);
					const term = termOf(record.ref, held.content, own.content);
					const months = heldFor([held, own], y);
					if (term === null || months === 0 || (from !== null && from !== area)) return [];
					const changes = [...new Set([...held.changes, ...own.changes])];
					return [
						{
							...explainTerm(term),
							label: held.content.title + afterChanges(changes),
							...noteOf([months, from === null ? SHARED : ''])
						}
					];
				})
			)
		);
	return [
		...parts(
			posts,
			({ team }) => areaOfTeam.get(team) ?? null,
			(ref, post, own) => {
				const share = post.activities[service];
				return share === undefined ? null : peopleTerm(ref, post, own, share);
			}
		),
		...parts(
			contracts,
			(contract) => contract.area,
			(ref, contract) =>
				contract.service === service && contract.volume !== undefined
					? boughtTerm(ref, contract)
					: null
		),
		...parts(
			buildings,
			(building) => building.area,
			(ref, building, own) => {
				const offer = building.services[service];
				return offer === undefined || own.sessionsPerCase === undefined
					? null
					: roomsTerm(ref, offer, own);
			}
		)
	];
}

const SHARED = 'Serves the whole council; shared over areas by their demand';

/** Months of the year in which versions hold together, by their weights. */
function heldFor(versions: readonly Held<AnyRecord>[], y: number): number {
	let months = 0;
	for (let m = 12 * y; m < 12 * y + 12; m++)
		months += versions.reduce((weight, { weights }) => weight * (weights?.[m] ?? 1), 1);
	return months;
}

/** What a reader needs beside the value: how much of the year it holds for, unless for all of it. */
function noteOf([months, other = '']: readonly [number, string?]): Pick<Working, 'note'> {
	const held = Number(months.toFixed(2));
	const sentences = [held === 12 ? '' : `Holds for ${String(held)} of 12 months`, other];
	const note = sentences.filter((sentence) => sentence !== '').join('. ');
	return note === '' ? {} : { note };
}
