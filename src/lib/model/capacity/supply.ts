import { constant, input, product, quotient, restOf, type Formula } from '../formula/expression';
import type { Term } from '../formula/term';
import type { Decimal } from 'decimal.js';
import { fieldInput } from '../ledger/line';
import type { Building } from '../records/building';
import type { Contract } from '../records/contract';
import type { Post } from '../records/post';
import type { Service } from '../records/service';

const peopleFormula: Formula = {
	id: 'capacity.people',
	title: 'Cases that staff can take',
	unit: 'cases a month',
	inputs: {
		fte: fieldInput('fte', 'FTE', 'FTE'),
		vacancy: fieldInput('vacancy', 'Vacancy', 'share of 1'),
		activity: { label: 'Share of time', unit: 'share of 1' },
		caseload: fieldInput('caseload', 'Caseload', 'cases per FTE'),
		monthsPerCase: { label: 'Months per case', unit: 'months' },
		absence: fieldInput('absence', 'Absence', 'share of 1')
	},
	expression: product(
		input('fte'),
		restOf(input('vacancy')),
		input('activity'),
		quotient(input('caseload'), input('monthsPerCase')),
		restOf(input('absence'))
	)
};

const boughtFormula: Formula = {
	id: 'capacity.bought',
	title: 'Cases that a contract takes',
	unit: 'cases a month',
	inputs: { volume: fieldInput('volume', 'Volume', 'cases a year') },
	expression: quotient(input('volume'), constant('12', 12))
};

const roomsFormula: Formula = {
	id: 'capacity.rooms',
	title: 'Cases that rooms can hold',
	unit: 'cases a month',
	inputs: {
		sessions: { label: 'Sessions', unit: 'sessions a month' },
		places: { label: 'Places', unit: 'places a session' },
		sessionsPerCase: { label: 'Sessions per case', unit: 'sessions' }
	},
	expression: quotient(product(input('sessions'), input('places')), input('sessionsPerCase'))
};

/** Cases a month that posts can take in a service. */
export function peopleTerm(ref: string, post: Post, service: Service, share: Decimal | null): Term {
	return {
		formula: peopleFormula,
		record: ref,
		changes: [],
		values: {
			fte: post.fte,
			vacancy: post.vacancy,
			activity: share,
			caseload: post.caseload ?? null,
			monthsPerCase: service.monthsPerCase,
			absence: post.absence ?? null
		},
		elsewhere: {
			activity: `${ref}.activities.${service.id}`,
			monthsPerCase: `services/${service.id}.monthsPerCase`
		}
	};
}

/** Cases a month that a contract takes. */
export function boughtTerm(ref: string, contract: Contract): Term {
	return {
		formula: boughtFormula,
		record: ref,
		changes: [],
		values: { volume: contract.volume ?? null }
	};
}

/** Cases a month that the rooms of a building can hold for a service. */
export function roomsTerm(
	ref: string,
	offer: Building['services'][string],
	service: Service
): Term {
	const place = `${ref}.services.${service.id}`;
	return {
		formula: roomsFormula,
		record: ref,
		changes: [],
		values: {
			sessions: offer.sessionsPerMonth,
			places: offer.placesPerSession,
			sessionsPerCase: service.sessionsPerCase ?? null
		},
		elsewhere: {
			sessions: `${place}.sessionsPerMonth`,
			places: `${place}.placesPerSession`,
			sessionsPerCase: `services/${service.id}.sessionsPerCase`
		}
	};
}
