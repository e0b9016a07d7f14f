import { Decimal } from 'decimal.js';
import type { Building } from '../records/building';
import { oneOffFrom, setting, standingValue, tellRemoved } from './answers';
import { isObject } from './jsonPath';
import type { Json } from './operation';
import type { FileEdit } from './scenarios';
import { askNumber, askRecord, askStart, COMMON, type Template } from './template';

/** Moving a service from one building to another that stays open. */
export const moveService: Template = {
	id: 'moveService',
	title: 'Move a service to another building',
	meaning:
		'The first building no longer offers the service; its users and sessions go to the second, where they are added to its own. Running costs stay as they are: set them by hand where the move changes them.',
	questions: () => [
		askRecord('services', {
			id: 'service',
			label: 'Service',
			meaning: 'The service that moves.',
			isNeeded: true
		}),
		askRecord('buildings', {
			id: 'from',
			label: 'From',
			meaning: 'The building that offers it today.',
			isNeeded: true
		}),
		askRecord('buildings', {
			id: 'to',
			label: 'To',
			meaning: 'The building that takes it in.',
			isNeeded: true
		}),
		askStart('First month in the new place', 'From this month on the service is in the new place.'),
		askNumber('sessions a month', {
			id: 'sessions',
			label: 'Sessions in the new place',
			meaning:
				'Room sessions a month for the service there, in all; left empty, those of both buildings together.'
		}),
		askNumber('places a session', {
			id: 'places',
			label: 'Places a session',
			meaning:
				'Cases that one session holds there; left empty, as there today, or as in the old place.'
		}),
		askNumber('£', {
			id: 'moving',
			label: 'Moving',
			meaning: 'One-off revenue cost of the move, in its month.'
		}),
		askNumber('£', {
			id: 'works',
			label: 'Works',
			meaning: 'Capital spent on fitting out the new place, in the month of the move.'
		}),
		...COMMON
	],
	build: (council, scenario, answered) => {
		const service = answered.record('service', 'services');
		const from = answered.record('from', 'buildings');
		const to = answered.record('to', 'buildings');
		if (service === null || from === null || to === null) return { title: '' };
		if (from.id === to.id)
			answered.tell('to', 'is the building that the service comes from; choose another');
		if (from.services[service.id] === undefined)
			answered.tell('from', `${from.title} does not offer ${service.title}; choose one that does`);
		tellRemoved(answered, scenario, 'to', `buildings/${to.id}`);
		const start = answered.text('start') ?? '';
		const offers = (building: Building): Readonly<Record<string, Json>> => {
			const record = `buildings/${building.id}`;
			const value = standingValue(council, scenario, { record, field: 'services', start });
			return isObject(value) ? value : {};
		};
		const left = offers(from);
		const taken = withOffer(left[service.id], offers(to)[service.id], {
			sessionsPerMonth: answered.text('sessions'),
			placesPerSession: answered.text('places')
		});
		return {
			title: `Move ${service.title} from ${from.title} to ${to.title}`,
			edits: [
				setting(
					`buildings/${from.id}`,
					'services',
					Object.fromEntries(Object.entries(left).filter(([id]) => id !== service.id))
				),
				...taken(`buildings/${to.id}`, service.id)
			],
			oneOffs: [
				...oneOffFrom(answered, 'moving', { title: `Moving ${service.title}`, ledger: 'revenue' }),
				...oneOffFrom(answered, 'works', {
					title: `Fitting out ${to.title}`,
					ledger: 'capitalSpend'
				})
			]
		};
	}
};

type Offer = Readonly<Record<string, Json>>;

/** The edits by which a building takes in what another offered: added to its own, or as it was where it offers none. */
function withOffer(
	moved: Json | undefined,
	own: Json | undefined,
	wanted: { readonly sessionsPerMonth: string | null; readonly placesPerSession: string | null }
): (record: string, service: string) => readonly FileEdit[] {
	const old: Offer = isObject(moved) ? moved : {};
	if (!isObject(own)) {
		const value = { ...old };
		for (const [name, text] of Object.entries(wanted)) if (text !== null) value[name] = text;
		return (record, service) => [setting(record, `services.${service}`, value)];
	}
	const next: Offer = {
		casesPerMonth: sum(old.casesPerMonth, own.casesPerMonth),
		sessionsPerMonth: wanted.sessionsPerMonth ?? sum(old.sessionsPerMonth, own.sessionsPerMonth),
		placesPerSession: wanted.placesPerSession ?? own.placesPerSession ?? null
	};
	return (record, service) =>
		Object.entries(next)
			.filter(([name, value]) => value !== own[name])
			.map(([name, value]) => setting(record, `services.${service}.${name}`, value));
}

/** Both together; blank where one of them is not known. */
function sum(a: Json | undefined, b: Json | undefined): Json {
	return typeof a === 'string' && typeof b === 'string' ? new Decimal(a).plus(b).toFixed() : null;
}
