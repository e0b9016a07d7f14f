import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { backUpHourly } from './hourly.js';

vi.mock('node:child_process', () => ({ spawn: vi.fn(() => new EventEmitter()) }));

beforeEach(() => {
	vi.useFakeTimers();
});

afterEach(() => {
	vi.useRealTimers();
	vi.clearAllMocks();
});

test('the automatic backup is asked for a minute after the start and every hour from then on', () => {
	backUpHourly('keep.js');
	const askedAfter = [59_000, 1000, 59 * 60_000, 60 * 60_000, 60 * 60_000].map((ms) => {
		vi.advanceTimersByTime(ms);
		return vi.mocked(spawn).mock.calls.length;
	});
	expect(askedAfter).toEqual([0, 1, 2, 3, 4]);
	expect(spawn).toHaveBeenLastCalledWith(
		process.execPath,
		['keep.js', 'backup', '--automatic'],
		expect.objectContaining({ stdio: ['ignore', 'ignore', 'inherit'] })
	);
});

test('one that cannot be started is said, and the server goes on', () => {
	const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	backUpHourly('keep.js');
	vi.advanceTimersByTime(60_000);
	const [call] = vi.mocked(spawn).mock.results;
	(call?.value as EventEmitter).emit('error', new Error('no memory'));
	expect(said).toHaveBeenCalledWith('The automatic backup could not be started: no memory');
	said.mockRestore();
});
