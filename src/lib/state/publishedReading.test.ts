import { expect, test, vi } from 'vitest';
import type { FromPublishedWorker, ToPublishedWorker } from '$lib/runner/published/protocol';
import { PublishedReading } from './publishedReading.svelte';

// Hoisted as the mock is: a worker that does nothing but what a test lets it say.
const { started, StandInWorker } = vi.hoisted(() => {
	class StandIn extends EventTarget {
		asked: ToPublishedWorker | null = null;
		isEnded = false;

		constructor() {
			super();
			started.push(this);
		}

		postMessage(message: ToPublishedWorker): void {
			this.asked = message;
		}

		terminate(): void {
			this.isEnded = true;
		}

		say(data: FromPublishedWorker): void {
			if (!this.isEnded) this.dispatchEvent(new MessageEvent('message', { data }));
		}
	}
	const started: StandIn[] = [];
	return { started, StandInWorker: StandIn };
});

vi.mock('$lib/runner/published/worker?worker', () => ({ default: StandInWorker }));

const files = [{ name: 'cla.csv', file: new File([], 'cla.csv') }];

test('cancelling ends the worker, says so, and leaves nothing of what was read', () => {
	const reading = new PublishedReading();
	reading.read(files, 2024);
	const [worker] = started.splice(0);
	expect(worker?.asked).toEqual({ files, firstYear: 2024 });
	worker?.say({ say: 'progress', progress: { file: 'cla.csv', share: 0.4 } });
	expect(reading.progress).toEqual({ file: 'cla.csv', share: 0.4 });
	reading.cancel();
	expect(worker?.isEnded).toBe(true);
	expect([reading.isCancelled, reading.progress, reading.result]).toEqual([true, null, null]);
	// The next files are read by another worker, and the word on the cancelled ones goes.
	reading.read(files, 2024);
	expect(started).toHaveLength(1);
	expect([reading.isCancelled, reading.progress?.share]).toEqual([false, 0]);
});

test('a worker that fails ends the reading with its reason', () => {
	const reading = new PublishedReading();
	reading.read(files, 2024);
	const worker = started.splice(0).at(-1);
	worker?.say({ say: 'trouble', message: 'no memory' });
	expect([worker?.isEnded, reading.trouble, reading.isCancelled]).toEqual([
		true,
		'no memory',
		false
	]);
});
