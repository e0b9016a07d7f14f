import { oneOffFrom, settingAnswered, tellRemoved } from './answers';
import { ask, askNumber, askRecord, askStart, COMMON, type Template } from './template';

/** Ending a contract, with the notice that is still to be paid. */
export const endContract: Template = {
	id: 'endContract',
	title: 'End a contract',
	meaning:
		'The price and the client side end from the first month without the contract. Where notice runs longer, what is left of it is paid once, in that year. The cases that the provider took have to be taken by others, or go unmet.',
	questions: () => [
		askRecord('contracts', {
			id: 'contract',
			label: 'Contract',
			meaning: 'The contract that ends.',
			isNeeded: true
		}),
		askStart('First month without it', 'From this month on the contract no longer runs.'),
		ask('month', {
			id: 'noticeGiven',
			label: 'Notice given in',
			meaning: 'Month in which notice is given; left empty, the first month without the contract.'
		}),
		askNumber('months', {
			id: 'noticeMonths',
			label: 'Notice',
			meaning:
				'Months of notice that the contract asks for; left empty, what its record says holds.'
		}),
		askNumber('£', {
			id: 'exit',
			label: 'Exit cost',
			meaning: 'One-off cost of leaving beyond the notice, such as staff who transfer.'
		}),
		...COMMON
	],
	build: (_, scenario, answered) => {
		const contract = answered.record('contract', 'contracts');
		if (contract === null) return { title: '' };
		const ref = `contracts/${contract.id}`;
		const start = answered.text('start') ?? '';
		const noticeGiven = answered.text('noticeGiven');
		if (noticeGiven !== null && noticeGiven > start)
			answered.tell(
				'noticeGiven',
				`${noticeGiven} is after the first month without the contract, ${start}; write an earlier month`
			);
		if (contract.ends !== undefined && contract.ends <= start)
			answered.tell(
				'start',
				`the contract ends by itself in ${contract.ends}; write an earlier month`
			);
		tellRemoved(answered, scenario, 'contract', ref);
		return {
			title: `End ${contract.title}`,
			edits: [
				...settingAnswered(answered, ref, contract, ['noticeMonths']),
				{ edit: 'remove', record: ref, ...(noticeGiven === null ? {} : { noticeGiven }) }
			],
			oneOffs: [
				...oneOffFrom(answered, 'exit', { title: `Leaving ${contract.title}`, ledger: 'revenue' })
			]
		};
	}
};
