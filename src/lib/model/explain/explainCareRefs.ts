import type { Decimal } from 'decimal.js';
import type { Working as Step } from '../formula/explain';
import { heldIn, type Timed } from '../ledger/line';
import type { PlacementType } from '../records/placementType';
import type { Run } from '../run/run';
import { afterChanges, type Working } from './working';

/** The working of what placements are priced by and that is no figure by itself; null where the step names no such thing. */
export function careQuantityWorking(run: Run, step: Step, y: number): Working | null {
	const { ref = '', ...rest } = step;
	const [what, id] = ref.split('/');
	if (what === 'care.baseYearFactor')
		return { ...rest, note: 'The base year is worked out to find the factor, so without it' };
	const type = run.records.placementTypes.find((own) => own.ref === `placementTypes/${id ?? ''}`);
	if (type === undefined) return null;
	if (what === 'care.placeWeeks')
		return {
			...rest,
			formula: 'Council places × Weeks of the year in which they are there',
			parts: heldIn(type, y).map(({ content, changes }) =>
				leaf(
					`Council places${afterChanges(changes)}`,
					'places',
					content.capacity ?? null,
					`${type.ref}.capacity`
				)
			)
		};
	if (what === 'care.basePlaceWeeks')
		return {
			...rest,
			formula: 'Council places × Weeks of the base year',
			parts: [leaf('Council places', 'places', type.base?.capacity ?? null, `${type.ref}.capacity`)]
		};
	if (what !== 'care.baseYearWeeks') return null;
	const isSplit = type.base?.provision === 'mixed';
	return {
		...rest,
		formula: `Average children × Shares of the type × Weeks of the base year${isSplit ? ', first in council places: Council places × Occupancy × Weeks' : ''}`,
		parts: [...childrenOfType(run, type), ...(isSplit ? placesOf(type) : [])]
	};
}

function leaf(label: string, unit: string, value: Decimal | null, ref: string): Working {
	return { label, unit, value, ref, ...(value === null ? { waitsFor: [ref] } : {}), parts: [] };
}

/** The average children of the base year, and the shares of them who are of a type. */
function childrenOfType(run: Run, type: Timed<PlacementType>): readonly Working[] {
	return [
		...run.records.assumptions.flatMap((assumption) =>
			assumption.use === 'calibration'
				? [
						leaf(
							'Average children in care',
							'children',
							assumption.averageChildren,
							`assumptions/${assumption.id}.averageChildren`
						)
					]
				: []
		),
		...run.records.careFlows.flatMap(({ ref, base }) =>
			base?.flow === 'share' && `placementTypes/${base.type}` === type.ref
				? [leaf(base.title, 'share of 1', base.share, `${ref}.share`)]
				: []
		)
	];
}

function placesOf({ ref, base }: Timed<PlacementType>): readonly Working[] {
	const { capacity = null, occupancy = null, inHouseShare = null } = base ?? {};
	const places = [leaf('Council places', 'places', capacity, `${ref}.capacity`)];
	// Blank occupancy is what the observed share fills; without places the share alone prices the children.
	return capacity === null || occupancy === null
		? [
				...places,
				leaf('Observed in-house share', 'share of 1', inHouseShare, `${ref}.inHouseShare`)
			]
		: [...places, leaf('Occupancy', 'share of 1', occupancy, `${ref}.occupancy`)];
}
