import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupNames, momentOf, nameOf, surplus } from './backups';

const HOUR = 3_600_000;
const START = Date.parse('2026-03-01T00:30:00.000Z');
const hourly = (hours: number) =>
	Array.from({ length: hours }, (_, i) => nameOf('automatic', new Date(START + i * HOUR)));

describe('the name of a backup', () => {
	test('has its occasion and its moment, and no sign that a file system refuses', () => {
		expect(nameOf('manual', new Date('2026-11-22T02:55:04.123Z'))).toBe(
			'manual-2026-11-22T02-55-04-123Z.sqlite'
		);
	});

	test('gives the moment back', () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
				(date) => {
					expect(momentOf(nameOf('automatic', date))).toEqual(date);
				}
			)
		);
	});

	test.each([
		'windscreen.sqlite',
		'manual-2026.sqlite',
		'manual-2026-11-22T02-55-04-123Z.sqlite.tmp'
	])('is not %s', (name) => {
		expect(momentOf(name)).toBeNull();
	});
});

test('the backups of a folder are listed newest first, whatever their occasion, and nothing else is', () => {
	const folder = mkdtempSync(join(tmpdir(), 'windscreen-backups-'));
	const names = [
		'automatic-2026-11-22T01-00-00-000Z.sqlite',
		'before-upgrade-2026-11-22T03-00-00-000Z.sqlite',
		'manual-2026-11-22T02-00-00-000Z.sqlite'
	];
	for (const name of [...names, `${names[0] ?? ''}.json`, `${names[1] ?? ''}.tmp`, 'notes.txt'])
		writeFileSync(join(folder, name), '');
	expect(backupNames(folder)).toEqual([names[1], names[2], names[0]]);
	expect(backupNames(folder, 'manual')).toEqual([names[2]]);
	rmSync(folder, { recursive: true });
	expect(backupNames(folder)).toEqual([]);
});

describe('of the automatic backups', () => {
	test('a day of them is kept whole', () => {
		expect(surplus(hourly(24))).toEqual([]);
	});

	test('what is kept of 100 days of them, counted by hand', () => {
		// To the end of 8 June: 24 hours of 8 June, the last of each of 7 June back to 26 May, and the last of April and
		// March; the last of May stands among the days already.
		const all = hourly(100 * 24);
		const gone = new Set(surplus(all));
		const kept = all.filter((name) => !gone.has(name)).map((name) => name.slice(10, 23));
		const days = ['26', '27', '28', '29', '30', '31'].map((day) => `2026-05-${day}T23`);
		const june = ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-06-${day}T23`);
		const today = Array.from({ length: 24 }, (_, h) => `2026-06-08T${String(h).padStart(2, '0')}`);
		expect(kept).toEqual(['2026-03-31T23', '2026-04-30T23', ...days, ...june, ...today]);
	});

	test('the last of an hour is kept', () => {
		const names = ['00', '20', '40'].map(
			(minute) => `automatic-2026-11-22T01-${minute}-00-000Z.sqlite`
		);
		expect(surplus(names)).toEqual([names[1], names[0]]);
	});

	test('none by hand, none before an upgrade and no other file is ever given up', () => {
		const others = hourly(2000).map((name) => name.replace('automatic', 'manual'));
		const upgrades = hourly(2000).map((name) => name.replace('automatic', 'before-upgrade'));
		expect(surplus([...others, ...upgrades, 'windscreen.sqlite'])).toEqual([]);
	});

	test('however irregular they are, the newest stays, at most 50 stay, and thinning again changes nothing', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 700 * 24 * 60 }), { minLength: 1 }),
				(minutes) => {
					const names = [...new Set(minutes)].map((minute) =>
						nameOf('automatic', new Date(START + minute * 60_000))
					);
					const gone = new Set(surplus(names));
					const kept = names.filter((name) => !gone.has(name));
					expect(kept).toContain(names.toSorted().at(-1));
					expect(kept.length).toBeLessThanOrEqual(24 + 14 + 12);
					expect(surplus(kept)).toEqual([]);
				}
			)
		);
	});
});
