/** A key as it was pressed, as far as undo and redo go. */
type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** What a key asks for: Ctrl or Cmd with Z undoes, with Shift and Z or with Y it redoes; null for any other. */
export function turnOf({
	key,
	ctrlKey,
	metaKey,
	shiftKey,
	altKey
}: Pressed): 'undo' | 'redo' | null {
	if (!(ctrlKey || metaKey) || altKey) return null;
	if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
	return key.toLowerCase() === 'y' && !shiftKey ? 'redo' : null;
}
