import { shownOf } from '$lib/input/human';
import type { CellEdit, GridColumn, GridRow, NewRow } from '$lib/input/table';
import { change as words } from '$lib/messages/change';
import { en as text } from '$lib/messages/en';
import { freshId, type Change, type Operation } from '$lib/model';

type OneOff = Change['oneOffs'][number];

const COLUMNS: readonly GridColumn[] = [
	{ id: 'title', label: text.scenario.title, type: 'text', canBeBlank: false },
	{
		id: 'ledger',
		label: text.scenario.ledger,
		type: 'choice',
		canBeBlank: false,
		options: Object.entries(text.scenario.ledgers).map(([value, label]) => ({ value, label }))
	},
	{ id: 'month', label: text.scenario.month, type: 'month', canBeBlank: false },
	{
		id: 'amount',
		label: text.scenario.amount,
		type: 'number',
		unit: '£',
		meaning: words.amountMeaning,
		canBeBlank: true
	}
];

/** A change's one-off amounts as a table that people edit. */
export function oneOffTable(oneOffs: readonly OneOff[]): {
	readonly columns: readonly GridColumn[];
	readonly rows: readonly GridRow[];
} {
	return {
		columns: COLUMNS,
		rows: oneOffs.map((own) => ({
			id: own.id,
			label: own.title,
			cell: (name) => {
				const value = stored(own, name);
				const column = COLUMNS.find(({ id }) => id === name);
				const shown = column === undefined ? '' : shownOf(value, column);
				return { value, shown, state: value === null ? 'missing' : 'plain' };
			}
		}))
	};
}

function stored(own: OneOff, name: string): string | null {
	if (name === 'amount') return own.amount?.toFixed() ?? null;
	return name === 'title' || name === 'ledger' || name === 'month' ? own[name] : null;
}

/** The steps that edit one-off amounts and add new ones; what nobody has said of a new one is a cost in the change's first month. */
export function oneOffSteps(
	row: string,
	oneOffs: readonly OneOff[],
	start: string,
	edits: readonly CellEdit[],
	newRows: readonly NewRow[]
): readonly Operation[] {
	const taken = new Set(oneOffs.map(({ id }) => id));
	return [
		...edits.map(({ row: id, column, value }): Operation => {
			const own = oneOffs.find((one) => one.id === id);
			return {
				op: 'set',
				row,
				path: ['oneOffs', id, column],
				was: own === undefined ? null : stored(own, column),
				value
			};
		}),
		...newRows.map((filled): Operation => {
			const title = filled['title']?.value ?? text.scenario.amount;
			const id = freshId(title, taken);
			taken.add(id);
			const value = {
				id,
				title,
				ledger: filled['ledger']?.value ?? 'revenue',
				month: filled['month']?.value ?? start,
				amount: filled['amount']?.value ?? null
			};
			return { op: 'set', row, path: ['oneOffs', id], value };
		})
	];
}
