import type { Run } from '../run/run';
import type { Assumption } from '../records/assumption';
import type { CostTable } from './costs';
import type { Schedule } from './discount';
import type { OutcomeValue } from './outcomeValues';
import type { Shares, AgencyShares } from './shares';

/** How scenarios are appraised, as the council's assumptions and rules say. */
export interface AppraisalSettings {
	readonly appraisal: Extract<Assumption, { use: 'appraisal' }>;
	readonly schedule: Schedule;
	readonly costTable: CostTable | null;
	readonly shares: Shares;
	readonly values: readonly OutcomeValue[];
}

/** The settings of a run; null where no assumption says how to appraise. */
export function settingsOf({ records: { assumptions, rules } }: Run): AppraisalSettings | null {
	const appraisal = assumptions.find((own) => own.use === 'appraisal');
	const schedule = rules.find(({ id }) => id === appraisal?.schedule);
	if (appraisal === undefined || schedule?.rule !== 'discount') return null;
	const table = assumptions.find(({ id }) => id === appraisal.costCorrection);
	const sharesOf = (cost: AgencyShares['sharedCost']): AgencyShares | null =>
		(assumptions.find((own) => own.use === 'agencyShares' && own.sharedCost === cost) as
			AgencyShares | undefined) ?? null;
	return {
		appraisal,
		schedule,
		costTable: table?.use === 'costCorrection' ? table : null,
		shares: { placements: sharesOf('placements'), plans: sharesOf('plans') },
		values: assumptions.filter((own) => own.use === 'outcomeValue')
	};
}

/** The tables that the settings and the effects go by and that nobody has confirmed yet, by their titles. */
export function tablesToConfirm({ records, effects }: Run): readonly string[] {
	const used = new Set<string>([
		...effects.list.map(({ intervention }) => intervention.correctionTable),
		...records.assumptions.flatMap((own) =>
			own.use === 'appraisal' && own.costCorrection !== undefined ? [own.costCorrection] : []
		)
	]);
	return records.assumptions.flatMap((own) =>
		'status' in own && own.status === 'confirmBeforeUse' && used.has(own.id) ? [own.title] : []
	);
}
