import { unitForm } from '$lib/input/unit';
import { grid } from '$lib/messages/grid';

/** How a number of a unit is to be typed, as the hint of its field; empty where the number stands alone. */
export function unitHint(unit: string | null | undefined): string {
	const { kind, name, words } = unitForm(unit ?? '');
	if (kind === 'percent' && words === '') return grid.form.share;
	return name === null ? '' : grid.form.unit(name);
}
