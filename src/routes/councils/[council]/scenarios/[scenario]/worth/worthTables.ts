import { percent, plain } from '$lib/format';
import { date } from '$lib/dates';
import { worth } from '$lib/messages/worth';
import type { Appraisal } from '$lib/model';
import type { Decimal } from 'decimal.js';

/** A table that an appraisal goes by, in words: what it is, whether somebody has confirmed it, and its rows. */
export interface GivenTable {
	readonly id: string;
	/** The kind of records that it is changed among. */
	readonly kind: 'assumptions' | 'rules';
	readonly title: string;
	readonly note: string;
	/** Nobody has confirmed it yet. */
	readonly isUnconfirmed: boolean;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

const share = (value: Decimal | null): string => (value === null ? worth.blank : percent(value));

/** The tables that an appraisal goes by: discount rates, and the corrections of costs and of evidence. */
export function givenTables({ settings, to }: Appraisal): readonly GivenTable[] {
	const schedule = settings?.schedule ?? null;
	const costTable = settings?.costTable ?? null;
	const used = new Set<string>(
		to.run.effects.list.map(({ intervention }) => intervention.correctionTable)
	);
	return [
		...(schedule === null
			? []
			: [
					{
						id: schedule.id,
						kind: 'rules' as const,
						title: schedule.title,
						note: `${worth.stated(worth.statuses[schedule.status], date(schedule.statedOn))} ${schedule.source}`,
						isUnconfirmed: schedule.status !== 'current',
						columns: [worth.fromYear, worth.rate],
						rows: schedule.bands.map(({ fromYear, discountRate }) => [
							plain(fromYear),
							share(discountRate)
						])
					}
				]),
		...to.run.records.assumptions.flatMap((own) =>
			own.use === 'correction' && used.has(own.id)
				? [
						{
							id: own.id,
							kind: 'assumptions' as const,
							title: own.title,
							note: own.note ?? '',
							isUnconfirmed: own.status === 'confirmBeforeUse',
							columns: [worth.grade, worth.takenOff],
							rows: Object.entries(own.rows).map(([grade, value]) => [grade, share(value)])
						}
					]
				: []
		),
		...(costTable === null
			? []
			: [
					{
						id: costTable.id,
						kind: 'assumptions' as const,
						title: costTable.title,
						note: costTable.note ?? '',
						isUnconfirmed: costTable.status === 'confirmBeforeUse',
						columns: [worth.work, worth.uplift, worth.mitigation],
						rows: costTable.works.map(({ work, uplift, mitigation }) => [
							work,
							share(uplift),
							share(mitigation)
						])
					}
				])
	];
}
