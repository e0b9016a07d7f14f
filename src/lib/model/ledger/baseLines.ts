import type { Term } from '../formula/term';
import type { AnyRecord, RecordOf } from '../records/kinds';
import type { Council } from '../scenario/file';
import { fillsOf, outright } from '../scenario/resolve';
import { baseBuildingTerms } from './buildings';
import type { Context } from './context';
import { baseContractTerms } from './contracts';
import type { BaseLine } from './itemised';
import { basePostTerms } from './staffing';

/** The records of the baseline that a published heading may contain. */
export function baseLinesOf(council: Council, context: Context): readonly BaseLine[] {
	const fills = fillsOf(council.packs);
	// A published figure is cash of its year, and so is what it contains, whatever terms the projection is shown in.
	const cash: Context = { ...context, terms: 'cash' };
	return (['posts', 'buildings', 'contracts'] as const).flatMap((kind) =>
		council.baseline[kind].flatMap((record): BaseLine[] => {
			if (record.heading === null) return [];
			const ref = `${kind}/${record.id}`;
			const base = outright<AnyRecord>(record, fills.get(ref), undefined);
			return [
				{
					ref,
					title: record.title,
					heading: record.heading,
					scope: record.headingScope,
					terms: (year) => baseTerms(ref, kind, base, cash, year)
				}
			];
		})
	);
}

function baseTerms(
	ref: string,
	kind: 'posts' | 'buildings' | 'contracts',
	record: AnyRecord,
	context: Context,
	year: number
): readonly Term[] {
	switch (kind) {
		case 'posts':
			return basePostTerms(ref, record as RecordOf<'posts'>, context, year);
		case 'buildings':
			return baseBuildingTerms(ref, record as RecordOf<'buildings'>, context, year);
		case 'contracts':
			return baseContractTerms(ref, record as RecordOf<'contracts'>, context, year);
	}
}
