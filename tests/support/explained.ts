import { explainFigure, type Projection, type Working } from '$lib/model';
import { change, projected, set } from './council';
import {
	allInPost,
	bought,
	building,
	contract,
	entries,
	exits,
	gradePost,
	heading,
	mixed,
	service,
	shareOf,
	stock
} from './records';

/** Records of most kinds, each with some cost. */
export const EVERYTHING = {
	posts: [
		gradePost({
			niRule: 'ni',
			index: 'prices',
			heads: '3',
			fte: '2.5',
			allowances: '0.1',
			pensionRate: '0.2',
			levyRate: '0.005',
			vacancy: '0.1'
		}),
		allInPost({ activities: { support: '1' }, caseload: '10', absence: '0.2' })
	],
	buildings: [building({ rates: '500', income: '100' })],
	contracts: [
		contract({
			payment: 'volume',
			volume: '20',
			unitPrice: '12.5',
			minVolume: '30',
			clientSideCost: '7'
		})
	],
	services: [service()],
	headings: [heading()],
	placementTypes: [mixed(), bought()],
	careFlows: [
		stock('30'),
		shareOf('1-4', 'foster', '0.75'),
		shareOf('16-17', 'residential', '0.25'),
		entries('1-4', 'foster', '12'),
		exits('1-4', 'foster', '0.001')
	]
};

/** A scenario on them in which the officers are halved over the first year. */
export const halvedOfficers = projected({
	baseline: EVERYTHING,
	plan: [
		change({ title: 'Fewer officers', rampMonths: 12, edits: [set('posts/officer', 'fte', '0.5')] })
	]
});

/** The working of a figure that has to be there. */
export function explained(projection: Projection, id: string, y = 0): Working {
	const working = explainFigure(projection, id, y);
	if (working === null) throw new Error(`${id} has no working`);
	return working;
}
