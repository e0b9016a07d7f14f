import { z } from 'zod';
import { RECORD_SCHEMAS, type AnyRecord, type Kind } from '../records/kinds';
import type { FieldAbout } from '../records/field';

/** A record named in text: 'posts/fsw-family-centres'. */
export interface RecordRef {
	readonly kind: Kind;
	readonly id: string;
}

/** Reads 'posts/fsw'; the text has been checked against the kinds by its schema. */
export function parseRef(ref: string): RecordRef {
	const slash = ref.indexOf('/');
	return { kind: ref.slice(0, slash) as Kind, id: ref.slice(slash + 1) };
}

/** A field of a record named in text: 'posts/fsw.activities.contact'. */
export interface FieldRef extends RecordRef {
	/** 'posts/fsw'. */
	readonly ref: string;
	/** 'activities.contact'. */
	readonly field: string;
}

/** Splits 'posts/fsw.activities.contact' into its record and its field path; null when it names neither. */
export function parseFieldRef(text: string): FieldRef | null {
	const dot = text.indexOf('.');
	const slash = text.indexOf('/');
	if (slash < 1 || dot < slash + 2 || !Object.hasOwn(RECORD_SCHEMAS, text.slice(0, slash)))
		return null;
	const ref = text.slice(0, dot);
	return { ...parseRef(ref), ref, field: text.slice(dot + 1) };
}

type Shape = Readonly<Record<string, z.ZodType>>;

/** The schema of a field path in records of a kind; the record tells which variant of the kind it is. */
export function fieldSchema(kind: Kind, record: AnyRecord, field: string): z.ZodType | null {
	const schema: z.ZodType = RECORD_SCHEMAS[kind];
	let current: z.ZodType | null = schema;
	if (schema instanceof z.ZodDiscriminatedUnion)
		current = (schema.options as z.ZodType[]).find((option) => matches(option, record)) ?? null;
	for (const step of field.split('.')) {
		current = current === null ? null : childSchema(unwrap(current), step);
	}
	return current;
}

function matches(option: z.ZodType, record: AnyRecord): boolean {
	if (!(option instanceof z.ZodObject)) return false;
	return Object.entries(option.shape as Shape).every(
		([name, child]) =>
			!(child instanceof z.ZodLiteral) ||
			child.values.has((record as unknown as Record<string, string>)[name] as never)
	);
}

function unwrap(schema: z.ZodType): z.ZodType {
	let inner = schema;
	while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable)
		inner = inner.unwrap() as z.ZodType;
	return inner;
}

function childSchema(schema: z.ZodType, step: string): z.ZodType | null {
	if (schema instanceof z.ZodObject)
		return Object.hasOwn(schema.shape, step) ? ((schema.shape as Shape)[step] ?? null) : null;
	if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
	if (schema instanceof z.ZodArray)
		return /^\d+$/.test(step) ? (schema.element as z.ZodType) : null;
	return null;
}

/** What a field means, as its schema says; null where the path names no numeric field. */
export function fieldAbout(kind: Kind, record: AnyRecord, field: string): FieldAbout | null {
	let schema = fieldSchema(kind, record, field);
	while (schema !== null) {
		const about = schema.meta();
		if (about !== undefined && 'unit' in about) return about as unknown as FieldAbout;
		schema =
			schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
				? (schema.unwrap() as z.ZodType)
				: null;
	}
	return null;
}

/** The value at a field path of a record; undefined where the record has no such field. */
export function getField(record: AnyRecord, field: string): unknown {
	let value: unknown = record;
	for (const step of field.split('.')) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
			return undefined;
		value = (value as Record<string, unknown>)[step];
	}
	return value;
}

/** The record with another value at a field path; everything off the path is shared with the old one. */
export function withField<R>(record: R, field: string, value: unknown): R {
	return replaced(record, field.split('.'), value) as R;
}

function replaced(node: unknown, steps: readonly string[], value: unknown): unknown {
	const [step, ...rest] = steps;
	if (step === undefined) return value;
	if (Array.isArray(node))
		return node.map((child: unknown, i) =>
			String(i) === step ? replaced(child, rest, value) : child
		);
	const fields = (node ?? {}) as Record<string, unknown>;
	return { ...fields, [step]: replaced(fields[step], rest, value) };
}
