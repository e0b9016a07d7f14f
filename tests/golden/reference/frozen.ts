import type { CouncilFile } from './council';
import { figuresOf, type Figures } from './figures';

/** Figures as the frozen files hold them: scenario, then figure, then the years' values in one line of text. */
export type Frozen = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Decimal places of counts in the frozen files: what the engine shows at most. */
const COUNT_PLACES = 9;

/** Pence as pounds: 56714068n is '567140.68'. */
function poundsText(pence: bigint): string {
	const digits = (pence < 0n ? -pence : pence).toString().padStart(3, '0');
	return `${pence < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function countText(value: number): string {
	const [integer = '', decimals = ''] = value.toFixed(COUNT_PLACES).split('.');
	const kept = decimals.replace(/0+$/, '');
	return kept === '' ? integer.replace(/^-0$/, '0') : `${integer}.${kept}`;
}

const textOr =
	<V>(written: (value: V) => string) =>
	(value: V | null): string =>
		value === null ? 'blocked' : written(value);

/** One scenario's figures as text. */
export function frozenFigures({ money, counts }: Figures): Readonly<Record<string, string>> {
	return Object.fromEntries([
		...[...money].map(([id, pence]) => [id, pence.map(textOr(poundsText)).join(' ')] as const),
		...[...counts].map(([id, values]) => [id, values.map(textOr(countText)).join(' ')] as const)
	]);
}

/** Every scenario's figures of a council as text. */
export function frozenOf(file: CouncilFile, packs: boolean): Frozen {
	return Object.fromEntries(
		[...figuresOf(file, packs)].map(([id, figures]) => [id, frozenFigures(figures)])
	);
}
