import { expect, test } from 'vitest';
import { turnOf } from './turnKeys';

const pressed = (key: string, keys: Partial<Parameters<typeof turnOf>[0]> = {}) =>
	turnOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...keys });

test('Ctrl or Cmd with Z undoes, with Shift or with Y it redoes, and nothing else does either', () => {
	expect(pressed('z', { ctrlKey: true })).toBe('undo');
	expect(pressed('Z', { metaKey: true })).toBe('undo');
	expect(pressed('Z', { ctrlKey: true, shiftKey: true })).toBe('redo');
	expect(pressed('y', { ctrlKey: true })).toBe('redo');
	expect(pressed('z')).toBeNull();
	expect(pressed('z', { ctrlKey: true, altKey: true })).toBeNull();
	expect(pressed('x', { ctrlKey: true })).toBeNull();
});
