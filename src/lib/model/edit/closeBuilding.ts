import { oneOffFrom, settingAnswered, tellRemoved } from './answers';
import { askNumber, askRecord, askStart, COMMON, type Template } from './template';

const CLOSING = [
	'retainedShare',
	'voidMonths',
	'holdingCost',
	'dilapidations',
	'moveCost',
	'receipt',
	'receiptMonths'
] as const;

const asRecorded = 'left empty, what the building’s record says holds.';

/** Closing a building: its running cost ends, and what closing it costs and brings begins. */
export const closeBuilding: Template = {
	id: 'closeBuilding',
	title: 'Close a building',
	meaning:
		'The running cost ends from the month of closing; holding the empty building, dilapidations and moves are paid, and a receipt and clawback count as capital. Its users go to the nearest open building that offers their service, as far as they stay.',
	questions: () => [
		askRecord('buildings', {
			id: 'building',
			label: 'Building',
			meaning: 'The building that closes.',
			isNeeded: true
		}),
		askStart(
			'First month closed',
			'From this month on the building is closed; closing never ramps.'
		),
		askNumber('share of 1', {
			id: 'retainedShare',
			label: 'Retained users',
			meaning: `Share of its users who go on using the services elsewhere; ${asRecorded}`
		}),
		askNumber('months', {
			id: 'voidMonths',
			label: 'Void',
			meaning: `How long it stands empty; ${asRecorded}`
		}),
		askNumber('£ a year', {
			id: 'holdingCost',
			label: 'Holding cost',
			meaning: `Yearly cost of holding it empty; ${asRecorded}`
		}),
		askNumber('£', {
			id: 'dilapidations',
			label: 'Dilapidations',
			meaning: `Paid once when it is given up; ${asRecorded}`
		}),
		askNumber('£', {
			id: 'moveCost',
			label: 'Moves',
			meaning: `Paid once for moving out the services; ${asRecorded}`
		}),
		askNumber('£', {
			id: 'receipt',
			label: 'Capital receipt',
			meaning: `Expected from selling it, as capital; ${asRecorded}`
		}),
		askNumber('months', {
			id: 'receiptMonths',
			label: 'Months to the receipt',
			meaning: `From closing to the sale; ${asRecorded}`
		}),
		askNumber('£', {
			id: 'consultation',
			label: 'Consultation',
			meaning: 'One-off cost of consulting and of the equality assessment, in the month of closing.'
		}),
		...COMMON
	],
	build: (_, scenario, answered) => {
		const building = answered.record('building', 'buildings');
		if (building === null) return { title: '' };
		const ref = `buildings/${building.id}`;
		tellRemoved(answered, scenario, 'building', ref);
		return {
			title: `Close ${building.title}`,
			edits: [
				...settingAnswered(answered, ref, building, CLOSING),
				{ edit: 'remove', record: ref }
			],
			oneOffs: [
				...oneOffFrom(answered, 'consultation', {
					title: `Consultation on closing ${building.title}`,
					ledger: 'revenue'
				})
			]
		};
	}
};
