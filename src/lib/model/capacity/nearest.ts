import type { Timed } from '../ledger/line';
import type { Building } from '../records/building';

/** An open building where users of a closed one go on, and how far it is in a straight line. */
export interface Place {
	readonly ref: string;
	readonly title: string;
	readonly area: string | null;
	readonly metres: number;
}

/** Where users of a closed building go on: at a place, in their own area because no place can be measured, or nowhere. */
export type Destination = Place | 'own area' | null;

/**
 * The nearest building that is open in a month and offers a service; the first in the file of those equally near. Null
 * where none offers it, their own area where the closed building or all others have no coordinates.
 */
export function nearestOffering(
	service: string,
	closed: { readonly ref: string; readonly content: Building },
	buildings: readonly Timed<Building>[],
	month: number
): Destination {
	let nearest: Destination = null;
	for (const { ref, versions } of buildings) {
		const open = versions.find(
			({ content, weights }) =>
				content?.services[service] !== undefined && (weights[month] ?? 0) > 0
		)?.content;
		if (ref === closed.ref || open === undefined || open === null) continue;
		const metres = metresBetween(closed.content, open);
		if (metres === null) nearest ??= 'own area';
		else if (nearest === null || nearest === 'own area' || metres < nearest.metres)
			nearest = { ref, title: open.title, area: open.area, metres };
	}
	return nearest;
}

/** The straight line between two buildings; null where one of them has no coordinates. */
function metresBetween(a: Building, b: Building): number | null {
	return a.easting === undefined ||
		a.northing === undefined ||
		b.easting === undefined ||
		b.northing === undefined
		? null
		: Math.hypot(a.easting - b.easting, a.northing - b.northing);
}
