import { z } from 'zod';
import { councilFile, SCHEMA_VERSION, type Council, type CouncilFile } from './file';

/** Makes of what a file holds what the engine holds; null where both are the same. */
type Reading = ((held: unknown) => unknown) | null;

/**
 * The council of a file that this engine has written and nobody has touched since: what is text in the file and a number
 * here is made a number, by the same schemas as any reading, and nothing is checked a second time. Misuse throws.
 */
export function councilWritten(file: CouncilFile): Council {
	// A page that was left open while the program was brought up to date gets files of another version.
	const version: number = file.schemaVersion;
	if (version !== SCHEMA_VERSION)
		throw new Error(
			`A file of version ${String(version)} was not written by this engine, which writes ${String(SCHEMA_VERSION)}.`
		);
	fileReading ??= readingOf(councilFile);
	return (fileReading === null ? file : fileReading(file)) as Council;
}

let fileReading: Reading | undefined;

const SAME = [
	z.ZodString,
	z.ZodNumber,
	z.ZodBoolean,
	z.ZodEnum,
	z.ZodLiteral,
	z.ZodISODate,
	z.ZodNull,
	// Any JSON is kept as it stands.
	z.ZodLazy
] as const;

function readingOf(schema: z.core.$ZodType): Reading {
	if (schema instanceof z.ZodCodec) {
		const { transform } = schema.def;
		return (held) => transform(held, { value: held, issues: [] });
	}
	if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
		return where(readingOf(schema.unwrap()));
	if (schema instanceof z.ZodDefault) {
		const inner = where(readingOf(schema.unwrap()));
		const { defaultValue } = schema.def;
		return (held) => (held === undefined ? defaultValue : inner === null ? held : inner(held));
	}
	if (schema instanceof z.ZodArray) {
		const read = readingOf(schema.element);
		return read && ((held) => (held as readonly unknown[]).map((entry) => read(entry)));
	}
	if (schema instanceof z.ZodRecord) return entriesRead(readingOf(schema.valueType));
	if (schema instanceof z.ZodObject) return fieldsRead(schema);
	if (schema instanceof z.ZodDiscriminatedUnion) return variantRead(schema);
	if (SAME.some((same) => schema instanceof same)) return null;
	throw new Error(`No reading is known for a schema of the type ${schema._zod.def.type}.`);
}

/** Leaves what is blank or not there as it is. */
const where = (read: Reading): Reading =>
	read && ((held) => (held === null || held === undefined ? held : read(held)));

const entriesRead = (read: Reading): Reading =>
	read &&
	((held) =>
		Object.fromEntries(Object.entries(held as object).map(([key, value]) => [key, read(value)])));

function fieldsRead(schema: z.ZodObject): Reading {
	const readings = Object.entries(
		schema.shape as Readonly<Record<string, z.core.$ZodType>>
	).flatMap(([name, field]) => {
		const read = readingOf(field);
		return read === null ? [] : [{ name, read }];
	});
	if (readings.length === 0) return null;
	return (held) => {
		const made: Record<string, unknown> = { ...(held as object) };
		for (const { name, read } of readings) {
			const value = read(made[name]);
			// What is left out stays left out.
			if (value !== undefined) made[name] = value;
		}
		return made;
	};
}

function variantRead(schema: z.ZodDiscriminatedUnion): Reading {
	const { discriminator } = schema.def;
	const readings = new Map<unknown, Reading>();
	for (const option of schema.options) {
		const named = option._zod.propValues?.[discriminator];
		if (named === undefined) throw new Error(`A variant has no ${discriminator}.`);
		const read = readingOf(option);
		for (const value of named) readings.set(value, read);
	}
	if ([...readings.values()].every((read) => read === null)) return null;
	return (held) => {
		const read = readings.get((held as Record<string, unknown>)[discriminator]);
		if (read === undefined) throw new Error(`No variant is known for this ${discriminator}.`);
		return read === null ? held : read(held);
	};
}
