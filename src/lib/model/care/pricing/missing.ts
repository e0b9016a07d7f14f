import { RETURN_TYPE_IDS, type ReturnType } from '../estimate/types';

/** What a cost waits for: a price, a share or a rise that is blank, of a placement type or of care leavers. */
export interface MissingPrice {
	readonly of: ReturnType | 'leavers';
	/** In words: 'price of an external placement'. */
	readonly what: string;
}

const WORDS: Readonly<Record<string, string>> = {
	externalWeekly: 'price of an external placement',
	fixedWeekly: 'fixed cost of a council place',
	variableWeekly: 'what a child in a council place adds',
	allowanceWeekly: 'allowance',
	inHouseShare: 'share of the children in council places',
	occupancy: 'share of the council places that can be filled',
	oneOff: 'one-off cost',
	otherYears: 'rise of prices in years that are not named',
	stayingPutShare: 'share who stay put',
	otherSupportShare: 'share with other support',
	stayingPut18: 'weekly cost of staying put from 18 to 20',
	stayingPut21: 'weekly cost of staying put from 21 to 24',
	otherSupport18: 'weekly cost of other support from 18 to 20',
	otherSupport21: 'weekly cost of other support from 21 to 24',
	uascShare: 'share who came as unaccompanied asylum-seeking children',
	grantWeekly: 'grant a week'
};

/** What a reference to a blank input stands for, in words. */
export function missingPrice(ref: string): MissingPrice {
	const [record = '', field = ''] = ref.split(/\.(.*)/s);
	const id = record.split('/')[1];
	const year = /^rates\.(.+)$/.exec(field)?.[1];
	return {
		of: RETURN_TYPE_IDS.find((type) => type === id) ?? 'leavers',
		what: year === undefined ? (WORDS[field] ?? field) : `rise of prices in ${year}`
	};
}
